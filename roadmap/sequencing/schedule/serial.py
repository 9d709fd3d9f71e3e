"""Serial schedules: one initiative after another, each on the first days that fit.

The units that a crew holds are packed into one whole number, a few bits a day. So "where
do two more people fit" and "hold them" are a handful of operations on whole numbers,
whatever the horizon, and an earlier state is a reference away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heapify, heappop, heappush

from roadmap.sequencing.schedule.problem import Crew, Hold, Problem


@dataclass(slots=True)
class Timetable:
    """Starts and ends by number, in days, -1 where not yet placed; `busy` by crew."""

    problem: Problem
    busy: list[int]
    start: list[int]
    end: list[int]

    def place(self, number: int, ready: int) -> None:
        """Place one initiative on its first possible days from `ready` on."""
        holds = self.problem.holds[number]
        self.put(number, first_fit(self.problem.crews, self.busy, holds, ready))

    def put(self, number: int, start: int) -> None:
        """Place one initiative on a start that is known to be possible."""
        end = start
        for hold in self.problem.holds[number]:
            until = self.problem.crews[hold.crew].presence.end(start, hold.need)
            self.busy[hold.crew] += self._held(hold, start, until)
            end = max(end, until)
        self.start[number], self.end[number] = start, end

    def busy_without(self, *numbers: int) -> list[int]:
        """What is held, by crew, but for what some initiatives hold."""
        busy = [*self.busy]
        for number in numbers:
            start = self.start[number]
            for hold in self.problem.holds[number]:
                until = self.problem.crews[hold.crew].presence.end(start, hold.need)
                busy[hold.crew] -= self._held(hold, start, until)
        return busy

    def _held(self, hold: Hold, start: int, until: int) -> int:
        bits = self.problem.crews[hold.crew].bits
        return hold.held * each_day(bits, until - start) << bits * start

    def ready(self, number: int) -> int:
        """The first day on which neither a date nor a dependency is in the way."""
        day = self.problem.earliest[number]
        return max([day, *(self.end[one] for one in self.problem.before[number])])

    def copy(self) -> Timetable:
        """The same, to go on from."""
        return Timetable(self.problem, [*self.busy], [*self.start], [*self.end])


def first_fit(
    crews: Sequence[Crew], busy: Sequence[int], holds: Sequence[Hold], ready: int
) -> int:
    """The first day from `ready` on that all holds can start on, together."""
    day, settled = ready, False
    while not settled:
        settled = True
        for hold in holds:
            crew = crews[hold.crew]
            opens = crew.presence.open(day)
            until = crew.presence.end(opens, hold.need)
            free = opens + blocked(crew, busy[hold.crew], hold.held, opens, until)
            if free > day:
                day, settled = free, False
    return day


def blocked(crew: Crew, busy: int, held: int, start: int, end: int) -> int:
    """Days from `start` to the last one before `end` that has no room for `held` more.

    >>> from roadmap.sequencing.schedule.presence import Presence
    >>> blocked(Crew("web", 2, 1, Presence(1, 2, 0, ((0, 2),))), 0b000_001_010, 1, 0, 3)
    1
    """
    bits, length = crew.bits, end - start
    days = busy >> bits * start & (1 << bits * length) - 1
    top = 1 << bits - 1
    over = days + (top - 1 - crew.capacity + held) * each_day(bits, length)
    return -(-(over & top * each_day(bits, length)).bit_length() // bits)


@cache
def each_day(bits: int, length: int) -> int:
    """A one on each of some days, packed in so many bits a day."""
    return ((1 << bits * length) - 1) // ((1 << bits) - 1)


def begun(problem: Problem) -> Timetable:
    """The timetable that holds running work, and then pinned work with what it needs."""
    none = [-1] * problem.count
    table = Timetable(problem, [0 for _ in problem.crews], none, [*none])
    stalled = [number for number in problem.running if not resumes(table, number)]
    for number in stalled:
        table.place(number, problem.today)
    for number in problem.pinned:
        table.place(number, table.ready(number))
    return table


def resumes(table: Timetable, number: int) -> bool:
    """Whether all people of running work are free today; then it is placed."""
    whole, today = table.problem, table.problem.today
    room = not any(
        blocked(whole.crews[hold.crew], table.busy[hold.crew], hold.held, today, today + 1)
        for hold in whole.holds[number]
    )
    if room:
        table.put(number, today)
    return room


def scheduled(table: Timetable, order: Iterable[int]) -> Timetable:
    """The timetable with an order of initiatives added, each after what it needs."""
    table = table.copy()
    for number in order:
        table.place(number, table.ready(number))
    return table


def feasible(problem: Problem, wish: Sequence[int]) -> list[int]:
    """The order closest to a wish in which everything comes after what it needs.

    What the wish leaves out is taken to be placed already.
    """
    rank = {number: place for place, number in enumerate(wish)}
    missing = {i: sum(needed in rank for needed in problem.before[i]) for i in wish}
    ready = [rank[i] for i in wish if not missing[i]]
    heapify(ready)
    order = []
    while ready:
        number = wish[heappop(ready)]
        order.append(number)
        for later in problem.after[number]:
            if later in rank:
                missing[later] -= 1
                if not missing[later]:
                    heappush(ready, rank[later])
    return order
