"""What is to be published: the dates of a plan in the words in which pages say them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roadmap.model.initiative import Status
from roadmap.model.published import Published, PublishedDates

if TYPE_CHECKING:
    from roadmap.diagnostics import Place
    from roadmap.sequencing.results import Slot
    from roadmap.views.answer import Answer

OVER = (Status.DELIVERED, Status.DROPPED)
"""Work that is over keeps the date that was told, since it is judged by it."""


def told_dates(answer: Answer, file: str) -> Published:
    """The dates of an answer's plan, and of work that is over those told before."""
    from roadmap.diagnostics import Place

    portfolio, before = answer.portfolio, answer.portfolio.published
    over = {
        id: dates
        for id, dates in (before.dates if before else {}).items()
        if id in portfolio.initiatives and portfolio.initiatives[id].status in OVER
    }
    home = Place(file) / "initiatives"
    slots = answer.plan.slots if answer.plan else {}
    planned = {id: _told(answer, slot, home / id) for id, slot in slots.items()}
    dates = dict(sorted({**over, **planned}.items()))
    return Published(portfolio.as_of, answer.framework.name, dates)


def _told(answer: Answer, slot: Slot, place: Place) -> PublishedDates:
    from roadmap.views.phrases.dates import dates_of
    from roadmap.views.phrases.told_dates import told_date, told_range

    portfolio = answer.portfolio
    start, end = dates_of(portfolio, slot)
    assumed = portfolio.initiatives[slot.id].effort_assumed
    if answer.forecast is None:
        shown = told_date(portfolio, end, assumed=assumed)
    else:
        ends = answer.forecast.ranges[slot.id]
        first, last = map(portfolio.calendar.date_of, (ends.p10, ends.p90))
        shown = told_range(portfolio, min(first, end), max(last, end), assumed=assumed)
    return PublishedDates(slot.id, start, end, shown.text, shown.last, place)


@dataclass(frozen=True, slots=True)
class Retold:
    """How many dates are told anew, told otherwise, told no longer, and told as before."""

    new: int
    changed: int
    gone: int
    same: int


def retold(before: Published | None, after: Published) -> Retold:
    """What publishing changes for those who read it."""
    old = before.dates if before else {}
    both = old.keys() & after.dates.keys()
    same = sum(old[id].shown == after.dates[id].shown for id in both)
    gone = len(old.keys() - after.dates.keys())
    return Retold(len(after.dates) - len(both), len(both) - same, gone, same)
