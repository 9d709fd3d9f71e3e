"""What would hold a start next, if all that holds it were gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from roadmap.sequencing.explain.bookings import Booking, bookings_by_crew
from roadmap.sequencing.explain.reasons import reason_of
from roadmap.sequencing.results import Reason, ReasonKind
from roadmap.sequencing.schedule.serial import Timetable, first_fit

REMOVABLE = (ReasonKind.DEPENDENCY, ReasonKind.TEAM, ReasonKind.NOT_BEFORE)
HOLDS = (*REMOVABLE, ReasonKind.PRESENCE)


@dataclass(frozen=True, slots=True)
class NextReason:
    """The start that is possible without what holds it, everything else where it is."""

    reason: Reason
    start_day: int


def next_reasons(
    table: Timetable, reasons: Mapping[str, Reason], ids: Iterable[str]
) -> Mapping[str, NextReason]:
    """What would hold each of some initiatives next; nothing where only day one would."""
    bookings = bookings_by_crew(table)
    places = {id: number for number, id in enumerate(table.problem.ids)}
    found = {}
    for id in ids:
        reason = reasons[id]
        if reason.kind in REMOVABLE:
            gone = {places[each.other] for each in reason.all if each.other is not None}
            dated = all(each.kind is not ReasonKind.NOT_BEFORE for each in reason.all)
            found[id] = _next(table, bookings, places[id], gone, dated)
    return {
        id: next_reason
        for id, next_reason in found.items()
        if next_reason.reason.kind in HOLDS
    }


def _next(
    table: Timetable,
    bookings: list[list[Booking]],
    number: int,
    gone: set[int],
    dated: bool,
) -> NextReason:
    """What holds next without some others, and unless `dated` without its own date."""
    problem = table.problem
    free = table.copy()
    free.busy = table.busy_without(*gone)
    before, earliest = list(problem.before), list(problem.earliest)
    before[number] = tuple(one for one in before[number] if one not in gone)
    if not dated:
        earliest[number] = problem.today
    free.problem = replace(problem, before=tuple(before), earliest=tuple(earliest))
    ready = problem.today if number in problem.running else free.ready(number)
    free.busy = free.busy_without(number)
    free.put(number, first_fit(problem.crews, free.busy, problem.holds[number], ready))
    left = [
        [booking for booking in those if booking.number not in gone] for those in bookings
    ]
    return NextReason(reason_of(free, left, number), free.start[number])
