"""Reasons: what prevents each initiative from starting earlier in a finished timetable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmap.sequencing.results import Reason, ReasonKind
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable


@dataclass(frozen=True, slots=True)
class Booking:
    """Units of a crew that an initiative holds from day `start` until before `end`."""

    number: int
    start: int
    end: int
    held: int


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


def bookings_by_crew(table: Timetable) -> list[list[Booking]]:
    """All parts of each crew, by start."""
    problem = table.problem
    bookings: list[list[Booking]] = [[] for _ in problem.crews]
    for number in sorted(range(problem.count), key=lambda number: table.start[number]):
        start = table.start[number]
        for hold in problem.holds[number]:
            end = problem.crews[hold.crew].presence.end(start, hold.need)
            bookings[hold.crew].append(Booking(number, start, end, hold.held))
    return bookings


def reason_of(
    table: Timetable, bookings: Sequence[Sequence[Booking]], number: int
) -> Reason:
    """Why one initiative, which is not running, starts when it does."""
    problem, start = table.problem, table.start[number]
    if start > table.ready(number) and problem.holds[number]:
        return _waits(table, bookings, number)
    holding = [one for one in problem.before[number] if table.end[one] == start]
    if holding:
        return Reason(ReasonKind.DEPENDENCY, start, other=problem.ids[holding[0]])
    if start > problem.today:
        return Reason(ReasonKind.NOT_BEFORE, start)
    if number in problem.pinned:
        return Reason(ReasonKind.PINNED, start)
    return Reason(
        ReasonKind.START if problem.holds[number] else ReasonKind.MILESTONE, start
    )


def _waits(table: Timetable, bookings: Sequence[Sequence[Booking]], number: int) -> Reason:
    problem, start = table.problem, table.start[number]
    holds = problem.holds[number]
    day = _day_before(problem, holds, start)
    if day >= table.ready(number):
        for hold in holds:
            blocker = _in_the_way(problem, hold, bookings[hold.crew], number, day, start)
            if blocker:
                team = problem.crews[hold.crew].id
                return Reason(
                    ReasonKind.TEAM, blocker.end, problem.ids[blocker.number], team
                )
    return Reason(ReasonKind.PRESENCE, start, team=_absent(problem, holds, start))


def _day_before(problem: Problem, holds: Sequence[Hold], start: int) -> int:
    """The last day before a start on which somebody is there in all teams, or -1."""
    for day in range(start - 1, -1, -1):
        if all(problem.crews[hold.crew].presence.open(day) == day for hold in holds):
            return day
    return -1


def _in_the_way(
    problem: Problem,
    hold: Hold,
    bookings: Sequence[Booking],
    number: int,
    day: int,
    start: int,
) -> Booking | None:
    """Whose end a part waits for, that could otherwise begin on `day`."""
    crew = problem.crews[hold.crew]
    spare, end = crew.capacity - hold.held, min(start, crew.presence.end(day, hold.need))
    near = [
        booking
        for booking in bookings
        if booking.number != number and booking.start < start and booking.end > day
    ]
    for blocked in range(end - 1, day - 1, -1):
        there = [booking for booking in near if booking.start <= blocked < booking.end]
        if sum(booking.held for booking in there) > spare:
            leaving = [booking for booking in there if booking.end <= start]
            return max(leaving or there, key=lambda booking: (booking.end, -booking.number))
    return None


def _absent(problem: Problem, holds: Sequence[Hold], start: int) -> str:
    for hold in holds:
        crew = problem.crews[hold.crew]
        if crew.presence.open(start - 1) > start - 1:
            return crew.id
    return problem.crews[holds[0].crew].id
