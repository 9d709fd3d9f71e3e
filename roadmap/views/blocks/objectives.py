"""Objectives with their key results, and the planned work that contributes to each."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.customers import KeyResult, Objective
from roadmap.scoring.figures import brief
from roadmap.scoring.impact import impact_on
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Cell, Column, Group, Row, Table
from roadmap.views.phrases.dates import dates_of, deserved, short
from roadmap.views.phrases.english import listed

COLUMNS = (
    Column("Objective", shrink=2, wrap=True),
    Column("Key result", shrink=2, wrap=True),
    Column("Baseline", right=True),
    Column("Target", right=True),
    Column("By"),
    Column("Planned work", shrink=1, wrap=True),
    Column("Final delivery"),
)


def objectives_table(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """A row for every key result; none without objectives."""
    every = answer.portfolio.objectives.values()
    rows = tuple(row for each in every for row in _rows(answer, plan, each))
    return (Table("objectives", COLUMNS, (Group("", rows),), "Objectives"),)


def _rows(answer: Answer, plan: Plan, objective: Objective) -> Iterator[Row]:
    ids, against = _touching(answer, plan, objective)
    work = listed([answer.title(id) for id in ids], 2) if ids else "nothing planned"
    if against:
        work += f"; harmed by {listed([answer.title(id) for id in against], 2)}"
    done = _last(answer, plan, ids)
    for number, result in enumerate(objective.key_results or (None,)):
        head: tuple[Cell, ...] = (None, None, None) if number else (
            objective.title, work, done
        )  # fmt: skip
        yield Row((head[0], *_result(answer, result), *head[1:]), strong=not ids)


def _result(answer: Answer, result: KeyResult | None) -> tuple[Cell, ...]:
    if result is None:
        return (None,) * 4
    metric = f"{result.metric} ({result.unit})" if result.unit else result.metric
    baseline, target = (
        None if amount is None else brief(amount)
        for amount in (result.baseline, result.target)
    )
    by = short(answer.portfolio, result.by) if result.by else None
    return (metric, baseline, target, by)


def _touching(
    answer: Answer, plan: Plan, objective: Objective
) -> tuple[list[str], list[str]]:
    """What contributes to an objective and what harms it, by delivery."""
    serving: list[str] = []
    harming: list[str] = []
    for slot in sorted(plan.slots.values(), key=lambda slot: (slot.end_day, slot.id)):
        claims = answer.portfolio.initiatives[slot.id].contributions
        ways = [impact_on(answer.portfolio, objective, claim.impact) for claim in claims
                if claim.target == objective.id]  # fmt: skip
        for found, sign in ((serving, 1), (harming, -1)):
            if answer.shows(slot.id) and any(way and way.share * sign > 0 for way in ways):
                found.append(slot.id)
    return serving, harming


def _last(answer: Answer, plan: Plan, ids: list[str]) -> str | None:
    if not ids:
        return None
    portfolio = answer.portfolio
    end = dates_of(portfolio, plan.slots[ids[-1]])[1]
    assumed = portfolio.initiatives[ids[-1]].effort_assumed
    return deserved(portfolio, end, assumed=assumed, exact=answer.exact)
