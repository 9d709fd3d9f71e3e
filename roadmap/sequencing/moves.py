"""Moves: an initiative earlier or later in an order, with what must go along."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.sequencing.replay import Board


@dataclass(frozen=True, slots=True)
class Move:
    """A new order from place `low` on; `crews` are those whose own order it changes."""

    low: int
    window: list[int]
    crews: int


def moved(board: Board, number: int, place: int) -> Move | None:
    """An initiative moved to a place: what it needs or what needs it goes along.

    None where that changes nothing.
    """
    if place < board.place[number]:
        return _earlier(board, number, place)
    return _later(board, number, place)


def within(board: Board, number: int, place: int) -> int:
    """The place nearest to a place that an initiative can take alone."""
    whole, places = board.problem, board.place
    first = max((places[one] + 1 for one in whole.before[number]), default=0)
    after = [places[one] - 1 for one in whole.after[number] if places[one] >= 0]
    last = min(after, default=len(board.order) - 1)
    return max(first, min(last, place))


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


def _later(board: Board, number: int, place: int) -> Move | None:
    after, waiting = board.problem.after, set(board.problem.after[number])
    going, staying = [number], []
    for each in board.order[board.place[number] + 1 : place + 1]:
        if each in waiting:
            going.append(each)
            waiting.update(after[each])
        else:
            staying.append(each)
    return _move(board, board.place[number], staying, going)


def _move(board: Board, low: int, first: list[int], second: list[int]) -> Move | None:
    crews = [0, 0]
    for side, numbers in enumerate((first, second)):
        for each in numbers:
            crews[side] |= board.crews[each]
    shared = crews[0] & crews[1]
    return Move(low, first + second, shared) if shared else None
