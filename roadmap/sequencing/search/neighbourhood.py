"""Moves: an initiative earlier or later in an order, with what must go along."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

from roadmap.sequencing.search.incremental import Board
from roadmap.sequencing.search.random_draws import scaled


@dataclass(frozen=True, slots=True)
class Move:
    """A new order from place `low` on; `crews` hold all whose own order changes."""

    low: int
    window: list[int]
    crews: int


def drawn(board: Board, number: int, chance: int) -> Move | None:
    """A move with an initiative, drawn from 32 random bits: a short one more often.

    To some place; or into the place of one that is in its way; or before such a one, or
    behind one that it is in the way of.
    """
    rank = scaled(chance & 0xFFFF, len(board.order))
    back, choice = chance >> 16 & 1, chance >> 17
    if chance >> 24 & 7 < 3:
        place = board.place[number] + (rank if back else -rank)
        return moved(board, number, max(0, min(len(board.order) - 1, place)))
    if chance >> 27 & 1:
        return _instead(board, number, rank, choice)
    if back:
        return _before(board, number, rank, choice) or _behind(board, number, rank, choice)
    return _behind(board, number, rank, choice) or _before(board, number, rank, choice)


def moved(board: Board, number: int, place: int) -> Move | None:
    """An initiative moved to a place: what it needs or what needs it goes along.

    None where that changes nothing.
    """
    if place < board.place[number]:
        return _earlier(board, number, place)
    return _later(board, number, place, False)


def _before(board: Board, number: int, rank: int, choice: int) -> Move | None:
    held = _held(board, number, choice >> 2)
    if held < 0:
        return None
    place = _nth(_in_the_way(board, held), rank)
    return None if place < 0 else _earlier(board, (number, held)[choice & 1], place)


def _instead(board: Board, number: int, rank: int, choice: int) -> Move | None:
    held = _held(board, number, choice >> 2)
    if held < 0:
        return None
    place = _nth(_in_the_way(board, held), rank)
    return None if place < 0 else _swapped(board, held, place)


def _behind(board: Board, number: int, rank: int, choice: int) -> Move | None:
    place = _nth(_waiting(board, number), rank)
    return None if place < 0 else _later(board, number, place, bool(choice & 2))


def _held(board: Board, number: int, choice: int) -> int:
    """Who has no people yet though all is ready: an initiative, or what it waits for.

    -1 where there is nobody, or where what is held cannot be moved.
    """
    start, end = board.start, board.end
    while board.ready[number] == start[number]:
        last = [
            one
            for one in board.problem.before[number]
            if end[one] == start[number] and board.place[one] >= 0
        ]
        if not last:
            return -1
        number = last[choice % len(last)]
        choice >>= 1
    return number


def _in_the_way(board: Board, number: int) -> Iterator[int]:
    """Places of those before an initiative that hold its people while it is ready."""
    mine, ready = board.crews[number], board.ready[number]
    order, crews, end = board.order, board.crews, board.end
    for place in range(board.place[number] - 1, -1, -1):
        if crews[order[place]] & mine and end[order[place]] > ready:
            yield place


def _waiting(board: Board, number: int) -> Iterator[int]:
    """Places of those behind an initiative that are ready while it holds their people."""
    mine, end = board.crews[number], board.end[number]
    order, crews, ready, start = board.order, board.crews, board.ready, board.start
    for place in range(board.place[number] + 1, len(order)):
        each = order[place]
        if crews[each] & mine and ready[each] < end and ready[each] < start[each]:
            yield place


def _nth(places: Iterator[int], rank: int) -> int:
    """The place so many on, the last one where there are fewer, -1 where there is none."""
    found = deque(islice(places, rank), maxlen=1)
    return found[0] if found else -1


def _earlier(board: Board, number: int, place: int) -> Move | None:
    before, needed = board.problem.before, set(board.problem.before[number])
    going, staying = [number], []
    for each in reversed(board.order[place : board.place[number]]):
        if each in needed:
            going.append(each)
            needed.update(before[each])
        else:
            staying.append(each)
    return _move(board, place, going[::-1], staying[::-1])


def _later(board: Board, number: int, place: int, along: bool) -> Move | None:
    """`along` takes along what nothing needs but what goes."""
    after, going = board.problem.after, {number}
    low = _useless(board, number, going) if along else board.place[number]
    first, second, waiting = [], [], set(after[number])
    for each in board.order[low : place + 1]:
        if each in waiting:
            waiting.update(after[each])
            second.append(each)
        elif each in going:
            second.append(each)
        else:
            first.append(each)
    return _move(board, low, first, second)


def _useless(board: Board, number: int, going: set[int]) -> int:
    """Adds to `going` what only they need; the first place of them all."""
    before, after, low = board.problem.before, board.problem.after, board.place[number]
    left = list(before[number])
    while left:
        each = left.pop()
        needing = (one for one in after[each] if board.place[one] >= 0)
        if board.place[each] >= 0 and going.issuperset(needing):
            going.add(each)
            low = min(low, board.place[each])
            left += before[each]
    return low


def _swapped(board: Board, number: int, place: int) -> Move | None:
    """An initiative before the one at a place, and that one behind where it was.

    None where the one needs the other.
    """
    before, after, other = board.problem.before, board.problem.after, board.order[place]
    going, between, needed = [], [], {number}
    for each in reversed(board.order[place + 1 : board.place[number] + 1]):
        if each in needed:
            going.append(each)
            needed.update(before[each])
        else:
            between.append(each)
    if other in needed:
        return None
    staying, coming, waiting = [], [other], set(after[other])
    for each in reversed(between):
        if each in waiting:
            coming.append(each)
            waiting.update(after[each])
        else:
            staying.append(each)
    window = [*reversed(going), *staying, *coming]
    return Move(place, window, reduce(or_, (board.crews[each] for each in window)))


def _move(board: Board, low: int, first: list[int], second: list[int]) -> Move | None:
    crews = [0, 0]
    for side, numbers in enumerate((first, second)):
        for each in numbers:
            crews[side] |= board.crews[each]
    shared = crews[0] & crews[1]
    return Move(low, first + second, shared) if shared else None
