"""Customer needs by opportunity, with the initiatives that address them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from roadmap.outcomes.needs import NeedForecast, need_forecasts
from roadmap.scoring.figures import figure
from roadmap.scoring.survey_history import satisfactions
from roadmap.views.answer import Answer
from roadmap.views.page import (
    Block,
    Column,
    Group,
    Line,
    Number,
    Percent,
    Prose,
    Row,
    Table,
)
from roadmap.views.phrases.english import listed

TREND = Column("Trend")
COLUMNS = (
    Column("Need", shrink=1, wrap=True),
    Column("Affected", right=True),
    Column("Importance", right=True, brief="Imp."),
    Column("Satisfaction", right=True, brief="Sat."),
    Column("Opportunity", right=True, brief="Opp."),
    TREND,
    Column("Projected", right=True, brief="Proj."),
    Column("Addressed by", shrink=1, wrap=True),
)
LEGEND = (
    "Affected: customers who have the need in a year, as a share of customer value. "
    "Importance and satisfaction: 0 to 10. Opportunity: importance × missing satisfaction, "
    "0 to 1. Projected: satisfaction once everything planned is delivered."
)

TREND_LEGEND = (
    "Trend: what customers in general answered in the last surveys; satisfaction counts "
    "the answers of each segment too."
)


def needs_table(answer: Answer, title: str = "") -> Iterator[Block]:
    """The table of needs under a title, with a legend and what was not surveyed."""
    needs = [need for need in need_forecasts(answer.portfolio) if _shown(answer, need)]
    groups = tuple(_groups(answer, needs))
    table = _without_empty_trend(Table("needs", COLUMNS, groups, title))
    yield table
    if not groups:
        return
    notes = (
        *_not_surveyed(answer, needs),
        *_anticipated(answer, needs),
        *_undated(answer, needs),
    )
    legend = f"{LEGEND} {TREND_LEGEND}" if table.columns == COLUMNS else LEGEND
    yield Prose((*notes, Line(legend, "faint")))


def _without_empty_trend(table: Table) -> Table:
    """The table without its trends where no need was surveyed twice."""
    at = COLUMNS.index(TREND)
    if any(row.cells[at] for group in table.groups for row in group.rows):
        return table
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, cells=(*row.cells[:at], *row.cells[at + 1 :]))
                for row in group.rows
            ),
        )
        for group in table.groups
    )
    return replace(table, columns=(*COLUMNS[:at], *COLUMNS[at + 1 :]), groups=groups)


def _groups(answer: Answer, needs: list[NeedForecast]) -> Iterator[Group]:
    for title, those in _grouped(needs):
        if those:
            yield Group(title, tuple(_row(answer, need) for need in those))


def in_order(answer: Answer, needs: Iterable[NeedForecast]) -> list[NeedForecast]:
    """The needs that the filters let through, as the table lists them."""
    shown = [need for need in needs if _shown(answer, need)]
    return [need for _, those in _grouped(shown) for need in those]


def _grouped(needs: list[NeedForecast]) -> Iterator[tuple[str, list[NeedForecast]]]:
    headings = (
        ("Unaddressed opportunities", [n for n in needs if not n.addressed and n.large]),
        ("Addressed", [need for need in needs if need.addressed]),
        ("Other unaddressed needs", [n for n in needs if not n.addressed and not n.large]),
    )
    for title, those in headings:
        yield title, sorted(those, key=_greatest)


def _greatest(forecast: NeedForecast) -> tuple[Any, ...]:
    """Sorts by opportunity, times the share of customers affected."""
    return -forecast.affected * forecast.opportunity, forecast.id


def _row(answer: Answer, forecast: NeedForecast) -> Row:
    need = answer.portfolio.needs[forecast.id]
    return Row(
        (
            need.statement,
            Percent(forecast.affected),
            Number(forecast.importance),
            Number(forecast.satisfaction),
            Number(forecast.opportunity, decimals=2),
            _trend(answer, forecast.id),
            Number(forecast.projected),
            _addressed_by(answer, forecast),
        ),
        strong=not forecast.addressed and forecast.large,
    )


def _trend(answer: Answer, need: str) -> str | None:
    """Satisfaction over the last surveys: `3.1 → 3.4 → 4.2`; None with one or none."""
    found = satisfactions(answer.portfolio, need)[:3]
    return " → ".join(map(figure, reversed(found))) if found[1:] else None


def _anticipated(answer: Answer, needs: list[NeedForecast]) -> Iterator[Line]:
    """The needs that nobody has voiced yet."""
    every = (answer.portfolio.needs[forecast.id] for forecast in needs)
    found = [f"“{need.statement}”" for need in every if need.anticipated]
    if found:
        yield Line(f"Anticipated, not voiced by any customer yet: {listed(found)}.")


def _addressed_by(answer: Answer, forecast: NeedForecast) -> str:
    """What addresses a need, what would if it were scheduled, and what does harm."""
    planned = [effect for effect in forecast.effects if effect.planned]
    done = [effect for effect in forecast.effects if effect.delivered]
    kinds = (
        ("", [it.id for it in planned if it.closed + it.kept and not it.lost]),
        ("harmed by ", [it.id for it in planned if it.lost]),
        ("delivered: ", [it.id for it in done if it.closed + it.kept and not it.lost]),
        ("harmed by delivered ", [it.id for it in done if it.lost]),
        ("not scheduled: ", [it.id for it in forecast.effects if not it.counts]),
    )
    return "; ".join(
        lead + listed([answer.title(id) for id in ids], 1) for lead, ids in kinds if ids
    )


def _not_surveyed(answer: Answer, needs: list[NeedForecast]) -> Iterator[Line]:
    unasked = [forecast.id for forecast in needs if forecast.unsurveyed]
    if unasked:
        statements = [f"“{answer.portfolio.needs[id].statement}”" for id in unasked]
        of = f"{len(unasked)} of {len(needs)} needs"
        text = f"Not surveyed ({of}), so importance and satisfaction are assumed"
        yield Line(f"{text}: {listed(statements)}.", "warning")


def _undated(answer: Answer, needs: list[NeedForecast]) -> Iterator[Line]:
    """What is assumed of delivered work: whether customers knew it when asked."""
    surveys = [need.id for need in needs if need.survey_undated]
    if surveys:
        asked = listed([f"“{answer.portfolio.needs[id].statement}”" for id in surveys])
        text = "Delivered work counts, as no survey of these needs has a date (`surveyed`)"
        yield Line(f"{text}: {asked}.")
    work = dict.fromkeys(id for need in needs for id in need.undated if answer.shows(id))
    if work:
        titles = listed([answer.title(id) for id in work])
        text = "Delivered on an unknown day, so taken as known to customers when asked"
        yield Line(f"{text}: {titles}.")


def _shown(answer: Answer, forecast: NeedForecast) -> bool:
    if answer.shown is None:
        return True
    return any(answer.shows(service.id) for service in forecast.effects)
