"""Objectives with their key results, and the planned work that contributes to each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.customers import KeyResult, Objective
from roadmap.scoring.confidence import confidence
from roadmap.scoring.figures import brief
from roadmap.scoring.impact import impact_on
from roadmap.scoring.progress import newest
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Cell, Column, Group, Row, Table
from roadmap.views.phrases.dates import short
from roadmap.views.phrases.deliveries import final_delivery, often
from roadmap.views.phrases.english import listed

FINAL = "Final delivery"
COLUMNS = (
    Column("Objective", shrink=2, wrap=True),
    Column("Key result", shrink=2, wrap=True),
    Column("Baseline", right=True),
    Column("Now", right=True),
    Column("Target", right=True),
    Column("By"),
    Column("Planned", shrink=4, wrap=True),
    Column("Planned work", shrink=1, wrap=True),
    Column(FINAL),
)


def objectives_table(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """A row for every key result; none without objectives."""
    every = answer.portfolio.objectives.values()
    rows = tuple(row for objective in every for row in _rows(answer, plan, objective))
    columns = (*COLUMNS[:-1], Column(often(answer, FINAL)))
    return (Table("objectives", columns, (Group("", rows),), "Objectives"),)


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
        planned = _planned(answer, plan, objective, result)
        cells = (head[0], *_result(answer, result), planned, *head[1:])
        yield Row(cells, strong=not ids)


def _result(answer: Answer, result: KeyResult | None) -> tuple[Cell, ...]:
    if result is None:
        return (None,) * 5
    metric = f"{result.metric} ({result.unit})" if result.unit else result.metric
    read = newest(answer.portfolio, result.actual)
    now = read.value if read else result.baseline
    baseline, reads, target = (
        None if amount is None else brief(amount)
        for amount in (result.baseline, now, result.target)
    )
    by = short(answer.portfolio, result.by) if result.by else None
    return (metric, baseline, reads, target, by)


def _planned(
    answer: Answer, plan: Plan, objective: Objective, result: KeyResult | None
) -> str | None:
    """What planned work contributes: `+3.5 of 7 points; 1.9 after confidence`."""
    if result is None or result.baseline is None or result.target is None:
        return None
    portfolio, whole, sure = answer.portfolio, Fraction(0), Fraction(0)
    for id in plan.slots:
        initiative = portfolio.initiatives[id]
        for claim in initiative.contributions if answer.shows(id) else ():
            way = impact_on(portfolio, objective, claim.impact)
            if claim.target == objective.id and way is not None:
                harms = way.share < 0
                believed = confidence(portfolio, initiative, claim, harms=harms).counted
                whole, sure = whole + way.share, sure + way.share * believed
    distance = abs(result.target - result.baseline)
    if not whole or not distance:
        return None
    unit = "points" if result.unit == "%" else result.unit
    much, after = (brief(share * distance) for share in (whole, sure))
    sign = "+" if whole > 0 else ""
    return (
        f"{sign}{much} of {f'{brief(distance)} {unit}'.strip()}; {after} after confidence"
    )


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
    return final_delivery(answer, [plan.slots[id] for id in ids])
