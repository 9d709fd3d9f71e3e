"""Pairs that share a team and run against the sequence, each with its reason.

A reason is what kept the one that is overtaken from starting then, all others but these
two staying where they are; where nothing did, the order was chosen, and has its price.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from roadmap.sequencing.explain.bookings import Booking, bookings_by_crew
from roadmap.sequencing.results import InversionKind, OutOfOrder
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable

NAMED = 500


def out_of_order(table: Timetable) -> tuple[OutOfOrder, ...]:
    """The first `NAMED` pairs that run against the sequence, by who was overtaken."""
    bookings = bookings_by_crew(table)
    crews = _crews_of(table.problem)
    pairs = []
    for late, early in islice(inversions(table), NAMED):
        first, second = table.problem.ids[early], table.problem.ids[late]
        shared = table.problem.crews[min(crews[early] & crews[late])].id
        pair = OutOfOrder(first, second, shared, InversionKind.CHOICE)
        pairs.append(_explained(pair, table, bookings, early, late))
    return tuple(pairs)


def inversions(table: Timetable) -> Iterator[tuple[int, int]]:
    """Pairs (overtaken, overtaker), in sequence order: the overtaker comes later in it.

    Each is found when it is asked for, so that the first few of many take no time.
    """
    start, crews = table.start, _crews_of(table.problem)
    later: list[list[tuple[int, int]]] = [[] for _ in table.problem.crews]
    for number, mine in enumerate(crews):
        for crew in mine:
            later[crew].append((start[number], number))
    for row in later:
        row.sort()
    for number, mine in enumerate(crews):
        ahead: set[int] = set()
        for crew in mine:
            row = later[crew]
            del row[bisect_left(row, (start[number], number))]
            before = islice(row, bisect_left(row, (start[number], -1)))
            ahead.update(other for _, other in before)
        yield from ((number, other) for other in sorted(ahead))


def _crews_of(problem: Problem) -> list[set[int]]:
    return [{hold.crew for hold in holds} for holds in problem.holds]


def _explained(
    pair: OutOfOrder, table: Timetable, bookings: list[list[Booking]], early: int, late: int
) -> OutOfOrder:
    """A pair with what kept `late` from starting when `early` did; nothing: by choice."""
    problem, day = table.problem, table.start[early]
    waits = [one for one in problem.before[late] if table.end[one] > day]
    if waits:
        other = problem.ids[max(waits, key=lambda one: table.end[one])]
        return replace(pair, kind=InversionKind.DEPENDENCY, other=other)
    earliest = problem.earliest[late]
    if earliest > day:
        return replace(pair, kind=InversionKind.NOT_BEFORE, day=earliest)
    for hold in problem.holds[late]:
        crew = problem.crews[hold.crew]
        if crew.presence.open(day) > day:
            return replace(pair, kind=InversionKind.PRESENCE, lacking=crew.id, day=day)
    for hold in problem.holds[late]:
        if not _fits(problem, hold, bookings[hold.crew], day, (early, late)):
            shared = any(one.crew == hold.crew for one in problem.holds[early])
            kind = InversionKind.GAP if shared else InversionKind.PEOPLE
            return replace(pair, kind=kind, lacking=problem.crews[hold.crew].id)
    return pair


def _fits(
    problem: Problem,
    hold: Hold,
    bookings: list[Booking],
    day: int,
    without: tuple[int, int],
) -> bool:
    crew = problem.crews[hold.crew]
    end = crew.presence.end(day, hold.need)
    others = [
        booking
        for booking in bookings
        if booking.start < end and booking.end > day and booking.number not in without
    ]
    moments = [day, *(booking.start for booking in others if booking.start > day)]
    return all(
        sum(booking.held for booking in others if booking.start <= moment < booking.end)
        + hold.held
        <= crew.capacity
        for moment in moments
    )
