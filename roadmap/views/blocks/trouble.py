"""Problems in a plan: late mandatory work, and stalled work in progress."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted


def trouble(answer: Answer, plan: Plan) -> Iterator[Line]:
    """A line for late mandatory work, and one for each stalled initiative."""
    if plan.late:
        titles = _late(answer, plan)
        days = count(plan.worked_late, "working day") + " late"
        total = " in total" if len(titles) > 1 else ""
        yield Line(f"Mandatory work is {days}{total}: {listed(titles)}.", "warning")
    portfolio = answer.portfolio
    for slot in plan.slots.values():
        if slot.stalled and answer.shows(slot.id):
            when = spelled(portfolio, portfolio.calendar.date_of(slot.start_day))
            title = quoted(portfolio, slot.id)
            said = f"{title} is in progress, but its team is busy elsewhere"
            yield Line(f"{said}: work resumes on {when}.", "warning")


def _late(answer: Answer, plan: Plan) -> list[str]:
    """The titles of mandatory work that is late, by id."""
    late = []
    for slot in sorted(plan.slots.values(), key=lambda slot: slot.id):
        initiative = answer.portfolio.initiatives[slot.id]
        if initiative.must and initiative.deadline:
            due = answer.portfolio.calendar.day_on_or_before(initiative.deadline.last)
            late += [quoted(answer.portfolio, slot.id)] if slot.last_day > due else []
    return late
