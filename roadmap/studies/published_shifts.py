"""What became of published dates: kept, moved beyond what people were shown, or gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.published import PublishedDates
from roadmap.sequencing.results import Plan, Slot


class PublishedStatus(StrEnum):
    """What a plan makes of a published date.

    KEPT: the work ends by the last day that people were shown. MOVED: it ends later.
    NOT_SCHEDULED: it has no date. REMOVED: no initiative has that id.
    """

    KEPT = "kept"
    MOVED = "moved"
    NOT_SCHEDULED = "not scheduled"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PublishedShift:
    """A published date and the plan's.

    `start` and `end` are the working days by which it starts and ends later than was
    published (below 0: earlier), holidays left out; None where it is not scheduled.
    `beyond` counts them from the last day that people were shown, 0 where it is kept.
    """

    told: PublishedDates
    status: PublishedStatus
    slot: Slot | None = None
    start: int | None = None
    end: int | None = None
    beyond: int = 0

    @property
    def moves(self) -> bool:
        """Whether it is not where it was published, even if that is kept."""
        return self.slot is None or bool(self.start) or bool(self.end)


def published_shifts(portfolio: Portfolio, plan: Plan) -> tuple[PublishedShift, ...]:
    """Every published date of work that is not over, the one that moves most first."""
    published = portfolio.published
    every = [
        _shift(portfolio, plan, told)
        for id, told in (published.dates if published else {}).items()
        if not _over(portfolio, id)
    ]
    return tuple(sorted(every, key=_urgency))


def kept_of(portfolio: Portfolio, plan: Plan) -> tuple[int, int]:
    """How many published dates of work that is not over a plan keeps, and of how many."""
    statuses = [shift.status for shift in published_shifts(portfolio, plan)]
    return statuses.count(PublishedStatus.KEPT), len(statuses)


def unpublished(portfolio: Portfolio, plan: Plan) -> tuple[str, ...]:
    """What a plan schedules and nobody was told a date of, by id; all, if nothing was."""
    known = portfolio.published.dates if portfolio.published else {}
    return tuple(sorted(plan.slots.keys() - known.keys()))


def _over(portfolio: Portfolio, id: str) -> bool:
    known = portfolio.initiatives.get(id)
    return known is not None and known.status in (Status.DELIVERED, Status.DROPPED)


def _shift(portfolio: Portfolio, plan: Plan, told: PublishedDates) -> PublishedShift:
    slot, calendar = plan.slots.get(told.id), portfolio.calendar
    if slot is None:
        gone = told.id not in portfolio.initiatives
        status = PublishedStatus.REMOVED if gone else PublishedStatus.NOT_SCHEDULED
        return PublishedShift(told, status)
    beyond = max(0, told.slip(calendar, calendar.date_of(slot.last_day)))
    begun = calendar.date_of(min(slot.start_day, slot.last_day))
    start, end = (
        calendar.days_later(*map(calendar.day_on_or_before, days))
        for days in ((told.start, begun), (told.end, calendar.date_of(slot.last_day)))
    )
    return PublishedShift(
        told,
        PublishedStatus.MOVED if beyond else PublishedStatus.KEPT,
        slot,
        start,
        end,
        beyond,
    )


def _urgency(shift: PublishedShift) -> tuple[bool, int, int, str]:
    return shift.slot is not None, -shift.beyond, -abs(shift.end or 0), shift.told.id
