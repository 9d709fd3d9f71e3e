"""Musts, deadlines and promises against the forecast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.dates import dates_of, deserved, stated
from roadmap.views.phrases.english import count

COLUMNS = (
    Column("Initiative", shrink=2),
    Column("What", shrink=1, wrap=True),
    Column("By"),
    Column("Forecast"),
    Column(""),
)


def kept_table(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """A row for every date that somebody was told; none where nobody was."""
    rows = [row for each in answer.open for row in _rows(answer, plan, each)]
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return (
        Table(
            "promises",
            COLUMNS,
            (Group("", ordered),),
            "Deadlines and promises against the forecast",
        ),
    )


Dated = tuple[date, str, str]


def _rows(
    answer: Answer, plan: Plan, initiative: Initiative
) -> Iterator[tuple[Dated, Row]]:
    for what, period in told(initiative):
        key = (period.last, initiative.id, what)
        yield key, _row(answer, plan, initiative, what, period)


def told(initiative: Initiative) -> Iterator[tuple[str, Period]]:
    """What dates an initiative has to keep, and what kind each is."""
    if initiative.deadline:
        must = initiative.must
        yield (f"must: {must.why}" if must else "deadline"), initiative.deadline
    if initiative.promised:
        to = initiative.promised.to
        yield (f"promised to {to}" if to else "promised"), initiative.promised.period


def _row(
    answer: Answer, plan: Plan, initiative: Initiative, what: str, period: Period
) -> Row:
    portfolio = answer.portfolio
    title, slot = answer.title(initiative.id), plan.slots.get(initiative.id)
    by = stated(portfolio, period)
    if slot is None:
        return Row((title, what, by, None, "not planned"), strong=True)
    end = dates_of(portfolio, slot)[1]
    assumed = initiative.effort_assumed and initiative.status is not Status.IN_PROGRESS
    forecast = deserved(portfolio, end, assumed=assumed, exact=answer.exact)
    spare = portfolio.calendar.day_on_or_before(period.last) - slot.last_day
    verdict = _verdict(answer, spare)
    return Row((title, what, by, forecast, verdict), strong=spare < 0)


def _verdict(answer: Answer, spare: int) -> str:
    """How many working days a date is kept or missed by, in weeks when they are many."""
    if not spare:
        return "kept to the day"
    days, week = abs(spare), answer.portfolio.calendar.days_a_week
    far = count(days // week, "week") if days >= 2 * week else count(days, "working day")
    return f"{far} to spare" if spare > 0 else f"{far} late"
