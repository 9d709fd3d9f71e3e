"""The forecast page: ranges, chances, and which estimate to narrow first."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan, Slot
from roadmap.simulation.results import EndRange, PlanForecast
from roadmap.views.answer import Answer
from roadmap.views.blocks.commitments import commitments_table
from roadmap.views.blocks.forecast_notes import forecast_notes
from roadmap.views.blocks.narrow_first import narrow_first
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.unplaced import unplaced_prose
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Column, Group, Page, Prose, Row, Table
from roadmap.views.phrases.dates import short, whole
from roadmap.views.phrases.deliveries import planned_delivery
from roadmap.views.phrases.forecasts import OFTEN, chance_text, range_text


def page(answer: Answer) -> Page:
    """The forecast page of an answer that has a plan and a forecast."""
    title = headed(answer, f"forecast as of {whole(answer.portfolio.as_of)}")
    return Page(title, (*notices(answer), *_blocks(answer)), envelope(answer))


def _blocks(answer: Answer) -> Iterator[Block]:
    plan, forecast = answer.plan, answer.forecast
    if plan is None or forecast is None:
        return
    yield _table(answer, plan, forecast)
    yield Prose(tuple(forecast_notes(answer)))
    yield from commitments_table(answer, plan)
    yield from narrow_first(answer, forecast)
    yield from unplaced_prose(answer, plan)


def _table(answer: Answer, plan: Plan, forecast: PlanForecast) -> Table:
    """A row for each initiative, in the order in which the plan ends them."""
    columns = (
        Column("Initiative", shrink=1, wrap=True),
        Column("Plan"),
        Column("Chance", right=True),
        Column(OFTEN),
        Column("Median"),
        Column("85 % date"),
    )
    slots = sorted(plan.slots.values(), key=lambda slot: (slot.last_day, slot.id))
    rows = tuple(
        _row(answer, slot, forecast.ranges[slot.id], forecast.draws)
        for slot in slots
        if answer.shows(slot.id)
    )
    return Table("forecast", columns, (Group("", rows),))


def _row(answer: Answer, slot: Slot, ends: EndRange, draws: int) -> Row:
    portfolio = answer.portfolio
    assumed = portfolio.initiatives[slot.id].effort_assumed
    cells = (
        answer.title(slot.id),
        planned_delivery(answer, slot),
        chance_text(ends.chance, draws),
        range_text(portfolio, ends, assumed=assumed, exact=answer.exact),
        _day(answer, ends.p50),
        _day(answer, ends.p85),
    )
    return Row(cells, id=slot.id)


def _day(answer: Answer, day: int) -> str:
    return short(answer.portfolio, answer.portfolio.calendar.date_of(day))
