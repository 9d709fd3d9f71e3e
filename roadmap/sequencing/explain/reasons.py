"""Reasons: what prevents each initiative from starting earlier in a finished timetable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from roadmap.sequencing.explain.binding import Start, absent, binding, is_away, start_of
from roadmap.sequencing.explain.bookings import Booking, bookings_by_crew
from roadmap.sequencing.results import Reason, ReasonKind
from roadmap.sequencing.schedule.serial import Timetable


def reasons(table: Timetable) -> Mapping[int, Reason]:
    """Why each initiative starts when it does, by number."""
    bookings = bookings_by_crew(table)
    running = {number for number in table.problem.running if not is_stalled(table, number)}
    return {
        number: Reason(ReasonKind.RUNNING, table.start[number])
        if number in running
        else reason_of(table, bookings, number)
        for number in range(table.problem.count)
    }


def is_stalled(table: Timetable, number: int) -> bool:
    """Whether work in progress is stalled for lack of people."""
    running = number in table.problem.running
    return running and table.start[number] > table.problem.today


def reason_of(
    table: Timetable, bookings: Sequence[Sequence[Booking]], number: int
) -> Reason:
    """Why one initiative, which is not running, starts when it does."""
    start = start_of(table, bookings, number)
    if is_away(start):
        return Reason(ReasonKind.PRESENCE, start.day, team=absent(start))
    first, *others = binding(start) or (_unheld(start),)
    return replace(first, also=tuple(others))


def _unheld(start: Start) -> Reason:
    """Why it starts on the first day."""
    if start.number in start.table.problem.pinned:
        return Reason(ReasonKind.PINNED, start.day)
    return Reason(ReasonKind.START if start.holds else ReasonKind.MILESTONE, start.day)
