"""Serial schedules: one initiative after another, each on the first days that fit.

People held are kept as binary digits over days: digit k of a crew is a number whose bit d
says whether digit k of the units held on day d is set. So "where do two more people fit"
and "hold them" are a handful of operations on whole numbers, whatever the horizon, and an
earlier state is a reference away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from roadmap.sequencing.problem import Hold, Problem

Digits = tuple[int, ...]


@dataclass(slots=True)
class Timetable:
    """Starts and ends by number, in days, -1 where not yet placed; `busy` by crew."""

    problem: Problem
    busy: list[Digits]
    start: list[int]
    end: list[int]

    def place(self, number: int, ready: int) -> None:
        """Place one initiative on its first possible days from `ready` on."""
        holds = self.problem.holds[number]
        self.put(number, first_fit(self.problem, self.busy, holds, ready))

    def put(self, number: int, start: int) -> None:
        """Place one initiative on a start that is known to be possible."""
        end = start
        for hold in self.problem.holds[number]:
            until = self.problem.crews[hold.crew].presence.end(start, hold.need)
            self.busy[hold.crew] = held(self.busy[hold.crew], hold.adds, start, until)
            end = max(end, until)
        self.start[number], self.end[number] = start, end

    def ready(self, number: int) -> int:
        """The first day on which neither a date nor a dependency is in the way."""
        day = self.problem.earliest[number]
        return max([day, *(self.end[one] for one in self.problem.before[number])])

    def copy(self) -> Timetable:
        """The same, to go on from."""
        return Timetable(self.problem, [*self.busy], [*self.start], [*self.end])


def first_fit(
    problem: Problem, busy: Sequence[Digits], holds: Sequence[Hold], ready: int
) -> int:
    """The first day from `ready` on that all holds can start on, together."""
    full = [(hold, without_room(busy[hold.crew], hold.spare)) for hold in holds]
    day, settled = ready, False
    while not settled:
        settled = True
        for hold, blocked in full:
            there = problem.crews[hold.crew].presence
            opens = there.open(day)
            inside = blocked >> opens & (1 << there.end(opens, hold.need) - opens) - 1
            if opens > day or inside:
                day, settled = opens + inside.bit_length(), False
    return day


def without_room(digits: Digits, spare: Sequence[bool]) -> int:
    """The days on which more is held than `spare`, as bits."""
    more = 0
    for digit, allowed in zip(digits, spare, strict=True):
        more = more & digit if allowed else more | digit
    return more


def held(digits: Digits, adds: Sequence[bool], start: int, end: int) -> Digits:
    """The digits when `adds` more is held from day `start` to before `end`."""
    days = (1 << end - start) - 1 << start
    carry, found = 0, []
    for digit, add in zip(digits, adds, strict=True):
        plus = days if add else 0
        found.append(digit ^ plus ^ carry)
        carry = digit & plus | carry & (digit | plus)
    return tuple(found)


def begun(problem: Problem) -> Timetable:
    """The timetable that holds running work, and then pinned work with what it needs."""
    nothing = [(0,) * crew.slices for crew in problem.crews]
    none = [-1] * problem.count
    table = Timetable(problem, nothing, none, [*none])
    stalled = [each for each in problem.running if not _runs(table, each)]
    for each in stalled:
        table.place(each, problem.today)
    for each in problem.pinned:
        table.place(each, table.ready(each))
    return table


def _runs(table: Timetable, number: int) -> bool:
    today = table.problem.today
    room = not any(
        without_room(table.busy[hold.crew], hold.spare) >> today & 1
        for hold in table.problem.holds[number]
    )
    if room:
        table.put(number, today)
    return room


def scheduled(table: Timetable, order: Iterable[int]) -> Timetable:
    """The timetable with an order of initiatives added, each after what it needs."""
    table = table.copy()
    for each in order:
        table.place(each, table.ready(each))
    return table


def feasible(problem: Problem, wish: Sequence[int]) -> list[int]:
    """The order closest to a wish in which everything comes after what it needs.

    What the wish leaves out is taken to be placed already.
    """
    rank = {number: place for place, number in enumerate(wish)}
    waits = {each: sum(one in rank for one in problem.before[each]) for each in wish}
    ready = [rank[each] for each in wish if not waits[each]]
    heapify(ready)
    order = []
    while ready:
        each = wish[heappop(ready)]
        order.append(each)
        for later in problem.after[each]:
            if later in rank:
                waits[later] -= 1
                if not waits[later]:
                    heappush(ready, rank[later])
    return order
