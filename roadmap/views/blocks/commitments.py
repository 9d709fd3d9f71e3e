"""Deadlines and commitments against the forecast, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.model.initiative import Status
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.due_dates import DueDate, DueStatus, due_dates
from roadmap.views.page import Column, Group, Row, Table
from roadmap.views.phrases.commitments import (
    PUBLISHED,
    commitment,
    deadline,
    lateness,
    slack,
)
from roadmap.views.phrases.dates import dates_of, deserved, short, stated
from roadmap.views.phrases.deliveries import often
from roadmap.views.phrases.forecasts import chance_text, range_text, safe_text, safe_title

COLUMNS = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Kind", shrink=2, wrap=True),
    Column("Due", shrink=4, wrap=True),
    Column("Forecast", shrink=3, wrap=True),
    Column("Status"),
    Column("Slack", shrink=4, wrap=True),
)


def commitments_table(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """A row for every date to keep, the nearest first; none where there is no date."""
    rows = tuple(_row(answer, due) for due in due_dates(answer, plan))
    title = "Deadlines and commitments"
    return (Table("promises", tuple(_columns(answer)), (Group("", rows),), title),)


def _columns(answer: Answer) -> Iterator[Column]:
    *dates, forecast, status, slack = COLUMNS
    yield from dates
    yield replace(forecast, title=often(answer, forecast.title))
    if answer.forecast:
        yield Column("Chance", right=True)
        yield Column(safe_title(answer.forecast), optional=True)
    yield from (status, slack)


def _row(answer: Answer, due: DueDate) -> Row:
    initiative = due.initiative
    kind = _kind(due)
    by = stated(answer.portfolio, due.period)
    cells = (
        answer.title(initiative.id),
        kind,
        by,
        _forecast(answer, due),
        *_chances(answer, due),
        due.outlook.value,
        _slack(answer, due),
    )
    danger = due.slack < 0 or due.outlook in (DueStatus.NOT_SCHEDULED, DueStatus.AT_RISK)
    return Row(cells, strong=danger, id=initiative.id)


def _kind(due: DueDate) -> str:
    if not due.commitment:
        return deadline(due.initiative)
    return commitment(due.initiative) if due.initiative.promised else PUBLISHED


def _forecast(answer: Answer, due: DueDate) -> str | None:
    if due.delivered is not None:
        return f"delivered {short(answer.portfolio, due.delivered)}"
    if due.slot is None:
        return None
    portfolio, initiative = answer.portfolio, due.initiative
    assumed = initiative.effort_assumed and initiative.status is not Status.IN_PROGRESS
    if answer.forecast:
        ends = answer.forecast.ranges[initiative.id]
        return range_text(portfolio, ends, assumed=assumed, exact=answer.exact)
    end = dates_of(portfolio, due.slot)[1]
    return deserved(portfolio, end, assumed=assumed, exact=answer.exact)


def _chances(answer: Answer, due: DueDate) -> Iterator[str | None]:
    """The chance of the date and the day that is safe, where there is a forecast."""
    if answer.forecast is None:
        return
    if due.chance is None:
        yield from (None, None)
    else:
        yield chance_text(due.chance.chance, answer.forecast.draws)
        yield safe_text(answer.portfolio, due.chance)


def _slack(answer: Answer, due: DueDate) -> str | None:
    if due.slack < 0:
        return f"{lateness(answer.portfolio, -due.slack)} late"
    if due.slot is None:
        return None
    return slack(answer.portfolio, due.slack) if due.slack else "none"
