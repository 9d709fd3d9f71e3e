"""Bookings: who holds people of a crew, and on which days."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.sequencing.schedule.problem import Crew
from roadmap.sequencing.schedule.serial import Timetable, each_day


@dataclass(frozen=True, slots=True)
class Booking:
    """Units of a crew that an initiative holds from day `start` until before `end`."""

    number: int
    start: int
    end: int
    held: int

    def units(self, crew: Crew) -> int:
        """What it adds to the packed number of what its crew holds."""
        return self.held * each_day(crew.bits, self.end - self.start) << (
            crew.bits * self.start
        )


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
