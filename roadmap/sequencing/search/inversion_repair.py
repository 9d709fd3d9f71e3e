"""Inversion repair: remove inversions from a schedule where that costs nothing.

A last pass over a schedule. An overtaken initiative moves before those that overtake it,
or they move behind it. Moves are not random, and none that loses a day or value is made.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.incremental import Reordering, Schedule
from roadmap.sequencing.search.neighbourhood import Move, moved

WIDER = 4
"""Each round looks at so many times as many of those who run ahead."""


@dataclass(slots=True)
class CrewStarts:
    """The starts in each crew, which tell who overtakes whom against the sequence.

    By number: its crews and its start; by crew: (start, number) in rising order.
    """

    crews: list[tuple[int, ...]]
    start: list[int]
    started: list[list[tuple[int, int]]]

    def ahead(self, number: int) -> set[int]:
        """Those later in the sequence that share a crew with one and start before it."""
        others: set[int] = set()
        for crew in self.crews[number]:
            row = self.started[crew]
            until = bisect_left(row, (self.start[number], -1))
            others.update(other for _, other in row[:until] if other > number)
        return others

    def shift(self, number: int, day: int) -> int:
        """Start one on another day; how many pairs more run against the sequence."""
        was, others = self.start[number], set[int]()
        low, high = min(was, day), max(was, day)
        for crew in self.crews[number]:
            row = self.started[crew]
            del row[bisect_left(row, (was, number))]
            begin, end = bisect_left(row, (low, -1)), bisect_left(row, (high + 1, -1))
            others.update(other for _, other in row[begin:end])
            insort(row, (day, number))
        self.start[number] = day
        more = 0
        for other in others:
            start = self.start[other]
            if other > number:
                more += (start < day) - (start < was)
            else:
                more += (day < start) - (was < start)
        return more


def crew_starts(crews: list[tuple[int, ...]], start: list[int]) -> CrewStarts:
    """The starts of all that is placed, from day 0 on."""
    count = 1 + max((crew for mine in crews for crew in mine), default=-1)
    started: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, day in enumerate(start):
        for crew in crews[number] if day >= 0 else ():
            started[crew].append((day, number))
    return CrewStarts(crews, list(start), [sorted(row) for row in started])


def repaired(schedule: Schedule, placings: int) -> Timetable:
    """The timetable of a schedule with fewer inversions, none of its aims worse.

    Rounds look at ever more of those who run ahead, the nearest in the order first. All
    ends once nothing is left to do, or moves have cost so many placings.
    """
    starts = crew_starts(schedule.crews, schedule.start)
    most, count, moving = schedule.placings + placings, 1, True
    while moving or count < WIDER * len(schedule.order):
        moving = False
        for number in sorted(schedule.order):
            for move in _moves(schedule, starts, number, count):
                if schedule.placings >= most:
                    return schedule.table()
                if _made(schedule, starts, move):
                    moving = True
                    break
        count *= WIDER
    return schedule.table()


def _moves(
    schedule: Schedule, starts: CrewStarts, number: int, count: int
) -> Iterator[Move]:
    """One before who runs ahead of it, or that one behind it: for so many, from near."""
    mine = schedule.place[number]
    ahead = (schedule.place[other] for other in starts.ahead(number))
    nearest = sorted((place for place in ahead if 0 <= place < mine), reverse=True)
    for place in nearest[:count]:
        other = schedule.order[place]
        tried = moved(schedule, number, place), moved(schedule, other, mine)
        yield from (move for move in tried if move)


def _made(schedule: Schedule, starts: CrewStarts, move: Move) -> bool:
    """Whether a move loses nothing and gains something; then it is made."""
    change = schedule.change(move.low, move.window, move.crews, 0)
    if change is None or change.gain < 0:
        return False
    before = [(number, starts.start[number]) for number, *_ in change.placed]
    more = _shifted(starts, change)
    if change.gain > 0 or more < 0:
        schedule.accept(change)
        return True
    for number, day in before:
        starts.shift(number, day)
    return False


def _shifted(starts: CrewStarts, change: Reordering) -> int:
    """How many pairs more run against the sequence after a change, which is made."""
    more = 0
    for number, _, start, *_ in change.placed:
        if start != starts.start[number]:
            more += starts.shift(number, start)
    return more
