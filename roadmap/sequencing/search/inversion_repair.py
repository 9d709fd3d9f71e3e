"""In turn: what runs against the sequence is put right where that costs nothing.

A last pass over a timetable: who is overtaken moves before those who overtake it, or they
behind it. No move is drawn, and none that loses a day or any value is made.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.incremental import Board, Change
from roadmap.sequencing.search.neighbourhood import Move, moved

WIDER = 4
"""Each round looks at so many times as many of those who run ahead."""


@dataclass(slots=True)
class Turns:
    """Who starts when, by crew, and so who runs ahead of whom against the sequence."""

    crews: list[tuple[int, ...]]
    start: list[int]
    started: list[list[tuple[int, int]]]

    def ahead(self, number: int) -> set[int]:
        """Those later in the sequence that share a crew with one and start before it."""
        found: set[int] = set()
        for crew in self.crews[number]:
            row = self.started[crew]
            until = bisect_left(row, (self.start[number], -1))
            found.update(other for _, other in row[:until] if other > number)
        return found

    def shift(self, number: int, day: int) -> int:
        """Start one on another day; how many pairs more run against the sequence."""
        was, found = self.start[number], set[int]()
        low, high = min(was, day), max(was, day)
        for crew in self.crews[number]:
            row = self.started[crew]
            del row[bisect_left(row, (was, number))]
            begin, end = bisect_left(row, (low, -1)), bisect_left(row, (high + 1, -1))
            found.update(other for _, other in row[begin:end])
            insort(row, (day, number))
        self.start[number] = day
        more = 0
        for other in found:
            start = self.start[other]
            if other > number:
                more += (start < day) - (start < was)
            else:
                more += (day < start) - (was < start)
        return more


def turns(crews: list[tuple[int, ...]], start: list[int]) -> Turns:
    """The turns of all that is placed, from 0 on."""
    count = 1 + max((crew for mine in crews for crew in mine), default=-1)
    started: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for each, day in enumerate(start):
        for crew in crews[each] if day >= 0 else ():
            started[crew].append((day, each))
    return Turns(crews, list(start), [sorted(row) for row in started])


def in_turn(board: Board, placings: int) -> Timetable:
    """The timetable of a board with fewer pairs out of turn, none of its aims worse.

    Rounds look at ever more of those who run ahead, the nearest in the order first. All
    ends once nothing is left to do, or moves have cost so many placings.
    """
    found, most, count = turns(board.teams, board.start), board.placings + placings, 1
    moving = True
    while moving or count < WIDER * len(board.order):
        moving = False
        for number in sorted(board.order):
            for move in _moves(board, found, number, count):
                if board.placings >= most:
                    return board.table()
                if _made(board, found, move):
                    moving = True
                    break
        count *= WIDER
    return board.table()


def _moves(board: Board, found: Turns, number: int, count: int) -> Iterator[Move]:
    """One before who runs ahead of it, or that one behind it: for so many, from near."""
    mine = board.place[number]
    ahead = (board.place[other] for other in found.ahead(number))
    for place in sorted((it for it in ahead if 0 <= it < mine), reverse=True)[:count]:
        other = board.order[place]
        tried = moved(board, number, place), moved(board, other, mine)
        yield from (move for move in tried if move)


def _made(board: Board, found: Turns, move: Move) -> bool:
    """Whether a move loses nothing and gains something; then it is made."""
    change = board.change(move.low, move.window, move.crews, 0)
    if change is None or change.gain < 0:
        return False
    was = [(each, found.start[each]) for each, *_ in change.placed]
    more = _shifted(found, change)
    if change.gain > 0 or more < 0:
        board.accept(change)
        return True
    for each, day in was:
        found.shift(each, day)
    return False


def _shifted(found: Turns, change: Change) -> int:
    """How many pairs more run against the sequence after a change, which is made."""
    more = 0
    for each, _, start, *_ in change.placed:
        if start != found.start[each]:
            more += found.shift(each, start)
    return more
