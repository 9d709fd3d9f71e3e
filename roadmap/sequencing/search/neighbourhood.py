"""Moves: an initiative earlier or later in an order, with everything that must follow."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.random_draws import scaled


@dataclass(frozen=True, slots=True)
class Move:
    """A new order from place `low` on; `crews`, as bits, are those whose order changes."""

    low: int
    window: list[int]
    crews: int


def drawn(schedule: Schedule, number: int, chance: int) -> Move | None:
    """A move with an initiative, drawn from 32 random bits: a short one more often.

    To some place; or into the place of one that is in its way; or before such a one, or
    behind one that it is in the way of.
    """
    rank = scaled(chance & 0xFFFF, len(schedule.order))
    back, choice = chance >> 16 & 1, chance >> 17
    if chance >> 24 & 7 < 3:
        place = schedule.place[number] + (rank if back else -rank)
        return moved(schedule, number, max(0, min(len(schedule.order) - 1, place)))
    given = schedule, number, rank, choice
    if chance >> 27 & 1:
        return _instead(*given)
    if back:
        return _before(*given) or _behind(*given)
    return _behind(*given) or _before(*given)


def moved(schedule: Schedule, number: int, place: int) -> Move | None:
    """An initiative moved to a place: what it needs or what needs it goes along.

    None where that changes nothing.
    """
    if place < schedule.place[number]:
        return _earlier(schedule, number, place)
    return _later(schedule, number, place, along=False)


def _before(schedule: Schedule, number: int, rank: int, choice: int) -> Move | None:
    held = _held(schedule, number, choice >> 2)
    if held < 0:
        return None
    place = _nth(_in_the_way(schedule, held), rank)
    return None if place < 0 else _earlier(schedule, (number, held)[choice & 1], place)


def _instead(schedule: Schedule, number: int, rank: int, choice: int) -> Move | None:
    held = _held(schedule, number, choice >> 2)
    if held < 0:
        return None
    place = _nth(_in_the_way(schedule, held), rank)
    return None if place < 0 else _swapped(schedule, held, place)


def _behind(schedule: Schedule, number: int, rank: int, choice: int) -> Move | None:
    place = _nth(_waiting(schedule, number), rank)
    return None if place < 0 else _later(schedule, number, place, along=bool(choice & 2))


def _held(schedule: Schedule, number: int, choice: int) -> int:
    """Who has no people yet though all is ready: an initiative, or what it waits for.

    -1 where there is nobody, or where what is held cannot be moved.
    """
    start, end, place = schedule.start, schedule.end, schedule.place
    while schedule.ready[number] == start[number]:
        last = [
            one
            for one in schedule.problem.before[number]
            if end[one] == start[number] and place[one] >= 0
        ]
        if not last:
            return -1
        number = last[choice % len(last)]
        choice >>= 1
    return number


def _in_the_way(schedule: Schedule, number: int) -> Iterator[int]:
    """Places of those before an initiative that hold its people while it is ready."""
    mine, ready = schedule.crew_bits[number], schedule.ready[number]
    order, crews, end = schedule.order, schedule.crew_bits, schedule.end
    for place in range(schedule.place[number] - 1, -1, -1):
        if crews[order[place]] & mine and end[order[place]] > ready:
            yield place


def _waiting(schedule: Schedule, number: int) -> Iterator[int]:
    """Places of those behind an initiative that are ready while it holds their people."""
    mine, end = schedule.crew_bits[number], schedule.end[number]
    order, crews = schedule.order, schedule.crew_bits
    ready, start = schedule.ready, schedule.start
    for place in range(schedule.place[number] + 1, len(order)):
        other = order[place]
        if crews[other] & mine and ready[other] < end and ready[other] < start[other]:
            yield place


def _nth(places: Iterator[int], rank: int) -> int:
    """The place so many on, the last one where there are fewer, -1 where there is none."""
    last = deque(islice(places, rank), maxlen=1)
    return last[0] if last else -1


def _earlier(schedule: Schedule, number: int, place: int) -> Move | None:
    """An initiative at an earlier place, behind what it needs from there on."""
    before, needed = schedule.problem.before, set(schedule.problem.before[number])
    going, staying = [number], []
    for other in reversed(schedule.order[place : schedule.place[number]]):
        if other in needed:
            going.append(other)
            needed.update(before[other])
        else:
            staying.append(other)
    return _move(schedule, place, going[::-1], staying[::-1])


def _later(schedule: Schedule, number: int, place: int, *, along: bool) -> Move | None:
    """An initiative at a later place, before what needs it up to there.

    `along` takes along what nothing needs but what goes.
    """
    after, going = schedule.problem.after, {number}
    low = _useless(schedule, number, going) if along else schedule.place[number]
    first, second, waiting = [], [], set(after[number])
    for other in schedule.order[low : place + 1]:
        if other in waiting:
            waiting.update(after[other])
            second.append(other)
        elif other in going:
            second.append(other)
        else:
            first.append(other)
    return _move(schedule, low, first, second)


def _useless(schedule: Schedule, number: int, going: set[int]) -> int:
    """Adds to `going` what only they need; the first place of them all."""
    before, after, place = schedule.problem.before, schedule.problem.after, schedule.place
    low, left = place[number], list(before[number])
    while left:
        one = left.pop()
        needing = (later for later in after[one] if place[later] >= 0)
        if place[one] >= 0 and going.issuperset(needing):
            going.add(one)
            low = min(low, place[one])
            left += before[one]
    return low


def _swapped(schedule: Schedule, number: int, place: int) -> Move | None:
    """An initiative before the one at a place, and that one behind where it was.

    None where the one needs the other.
    """
    before, after = schedule.problem.before, schedule.problem.after
    other = schedule.order[place]
    going, between, needed = [], [], {number}
    for one in reversed(schedule.order[place + 1 : schedule.place[number] + 1]):
        if one in needed:
            going.append(one)
            needed.update(before[one])
        else:
            between.append(one)
    if other in needed:
        return None
    staying, coming, waiting = [], [other], set(after[other])
    for one in reversed(between):
        if one in waiting:
            coming.append(one)
            waiting.update(after[one])
        else:
            staying.append(one)
    window = [*reversed(going), *staying, *coming]
    return Move(place, window, reduce(or_, (schedule.crew_bits[one] for one in window)))


def _move(schedule: Schedule, low: int, first: list[int], second: list[int]) -> Move | None:
    """The move that puts some before others; None where they share no crew."""
    crews = [0, 0]
    for side, numbers in enumerate((first, second)):
        for number in numbers:
            crews[side] |= schedule.crew_bits[number]
    shared = crews[0] & crews[1]
    return Move(low, first + second, shared) if shared else None
