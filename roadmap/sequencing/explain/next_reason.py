"""What would hold a start next, if what holds it were gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from roadmap.sequencing.explain.reasons import Booking, bookings_by_crew, reason_of
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
            gone = places.get(reason.other or "")
            found[id] = _next(table, bookings, places[id], gone)
    return {id: each for id, each in found.items() if each.reason.kind in HOLDS}


def _next(
    table: Timetable, bookings: list[list[Booking]], number: int, gone: int | None
) -> NextReason:
    problem = table.problem
    free = _released(table, number, gone)
    if gone is None:
        earliest = list(problem.earliest)
        earliest[number] = problem.today
        free.problem = replace(problem, earliest=tuple(earliest))
    else:
        before = list(problem.before)
        before[number] = tuple(one for one in before[number] if one != gone)
        free.problem = replace(problem, before=tuple(before))
    holds = problem.holds[number]
    ready = problem.today if number in problem.running else free.ready(number)
    free.start[number] = first_fit(problem.crews, free.busy, holds, ready)
    left = [[booking for booking in those if booking.number != gone] for those in bookings]
    return NextReason(reason_of(free, left, number), free.start[number])


def _released(table: Timetable, *gone: int | None) -> Timetable:
    """A timetable in which some no longer hold their people."""
    free = table.copy()
    for number in gone:
        if number is not None:
            free.release(number)
    return free
