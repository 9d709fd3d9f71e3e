"""What is wrong in a plan: musts that come too late, running work without people."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count, listed


def trouble(answer: Answer, plan: Plan) -> Iterator[Line]:
    """A line for late musts, and one for each running initiative that is stalled."""
    if plan.late:
        days = count(plan.late, "working day")
        yield Line(f"Musts come {days} too late: {listed(_late(answer, plan))}.", "warning")
    portfolio = answer.portfolio
    for slot in plan.slots.values():
        if slot.stalled and answer.shows(slot.id):
            when = spelled(portfolio, portfolio.calendar.date_of(slot.start_day))
            said = f"{slot.id} is in progress, but its people are at work elsewhere"
            yield Line(f"{said}: it goes on from {when}.", "warning")


def _late(answer: Answer, plan: Plan) -> list[str]:
    late = []
    for slot in sorted(plan.slots.values(), key=lambda slot: slot.id):
        initiative = answer.portfolio.initiatives[slot.id]
        if initiative.must and initiative.deadline:
            due = answer.portfolio.calendar.day_on_or_before(initiative.deadline.last)
            late += [slot.id] if slot.last_day > due else []
    return late
