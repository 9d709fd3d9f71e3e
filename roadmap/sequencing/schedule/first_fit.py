"""First fit, optimised: for each initiative a function that finds its first days.

The same answers as `serial.first_fit`, with all numbers of an initiative worked out once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import each_day

STEPS = 8
"""Jumps over held days before the first fit is looked for all at once."""
CrewFit = tuple[int, int, Sequence[int]]
Fitter = Callable[[int, Sequence[int]], CrewFit]


@dataclass(frozen=True, slots=True)
class Days:
    """A crew's days while somebody may be away, before day `regular`.

    `opens[d]` is the first day from `d` on with anybody there, `prefix[d]` the units
    present before day `d`.
    """

    regular: int
    opens: list[int]
    prefix: list[int]


def fitters(problem: Problem) -> list[Fitter]:
    """For each initiative: ready day and units held by its crews -> start, end, held."""
    days = [_days(problem, crew) for crew in range(len(problem.crews))]
    return [fitter(problem, longest_first(holds), days) for holds in problem.holds]


def crews_of(holds: Sequence[Hold]) -> tuple[int, ...]:
    """The crews of an initiative, in the order in which its function takes their units."""
    return tuple(hold.crew for hold in longest_first(holds))


def longest_first(holds: Sequence[Hold]) -> list[Hold]:
    """An initiative's holds by length."""
    return sorted(holds, key=lambda hold: (-hold.length, hold.crew))


def fitter(problem: Problem, holds: Sequence[Hold], days: Sequence[Days]) -> Fitter:
    """The function for an initiative's holds, longest first."""
    if not holds:
        return lambda ready, states: (ready, ready, ())
    steady = _one(problem, holds[0]) if len(holds) == 1 else _many(problem, holds)
    if all(days[hold.crew].regular <= problem.today for hold in holds):
        return steady
    return _unsteady(problem, holds, days, steady)


def _days(problem: Problem, crew: int) -> Days:
    there = problem.crews[crew].presence
    lengths = [h.length for holds in problem.holds for h in holds if h.crew == crew]
    if there.regular <= problem.today or not lengths:
        return Days(0, [0], [])
    there.reach(there.regular + max(lengths) + 1)
    opens = list(range(there.regular + 1))
    for day in reversed(range(there.regular)):
        if there.prefix[day] == there.prefix[day + 1]:
            opens[day] = opens[day + 1]
    return Days(there.regular, opens, there.prefix)


def _packed(problem: Problem, hold: Hold, length: int) -> tuple[int, int, int, int]:
    """Over so many days: all bits, room to add, bits that say full, units held."""
    crew = problem.crews[hold.crew]
    bits, ones = crew.bits, each_day(crew.bits, length)
    top = 1 << bits - 1
    room = (top - 1 - crew.capacity + hold.held) * ones
    return (1 << bits * length) - 1, room, top * ones, hold.held * ones


def _leap(problem: Problem, hold: Hold) -> Callable[[int, int], int]:
    """Busy and ready day -> the first fit, for when it is too far away to step there."""
    crew, length = problem.crews[hold.crew], hold.length
    bits, top = crew.bits, 1 << crew.bits - 1

    def leap(busy: int, ready: int) -> int:
        tail = busy >> bits * ready
        days = 1 << (tail.bit_length() // bits + length + 1).bit_length()
        ones = each_day(bits, days)
        free = (
            tail + (top - 1 - crew.capacity + hold.held) * ones
        ) & top * ones ^ top * ones
        run = 1
        while run < length:
            step = min(run, length - run)
            free &= free >> bits * step
            run += step
        return ready + (free & -free).bit_length() // bits - 1

    return leap


def _one(problem: Problem, hold: Hold) -> Fitter:
    bits, length = problem.crews[hold.crew].bits, hold.length
    mask, room, over, held = _packed(problem, hold, length)
    leap = _leap(problem, hold)

    def fit(ready: int, states: Sequence[int]) -> CrewFit:
        busy, tries = states[0], STEPS
        full = (busy >> bits * ready & mask) + room & over
        while full:
            tries -= 1
            ready += -(-full.bit_length() // bits) if tries else leap(busy, ready) - ready
            full = (busy >> bits * ready & mask) + room & over
        return ready, ready + length, (busy + (held << bits * ready),)

    return fit


def _many(problem: Problem, holds: Sequence[Hold]) -> Fitter:
    parts = [
        (place, problem.crews[hold.crew].bits, *_packed(problem, hold, hold.length))
        for place, hold in enumerate(holds)
    ]
    leaps = [_leap(problem, hold) for hold in holds]
    length, last = holds[0].length, len(holds) - 1

    def fit(ready: int, states: Sequence[int]) -> CrewFit:
        settled, place = last, 0
        while True:
            _, bits, mask, room, over, _ = parts[place]
            busy = states[place]
            full = (busy >> bits * ready & mask) + room & over
            if full:
                settled, tries = place - 1 if place else last, STEPS
                while full:
                    tries -= 1
                    if tries:
                        ready += -(-full.bit_length() // bits)
                    else:
                        ready = leaps[place](busy, ready)
                    full = (busy >> bits * ready & mask) + room & over
            if place == settled:
                break
            place = place + 1 if place < last else 0
        held = []  # a comprehension would be another call
        for place, bits, _, _, _, units in parts:
            held.append(states[place] + (units << bits * ready))
        return ready, ready + length, held

    return fit


PresenceRow = tuple[int, int, int, int, int, int]
"""From a day on: the first day with anybody there, how long from then, and as packed."""
PresenceRows = list[PresenceRow | None]
"""The rows of a hold by day, as far as they were asked for; the last is of all later."""
Unsteady = tuple[
    int, int, PresenceRows, Callable[[int], PresenceRow], Callable[[int, int], int]
]
"""Of a hold: bits a day, the first regular day, rows, what finds a row, and its leap."""


def _unsteady(
    problem: Problem, holds: Sequence[Hold], days: Sequence[Days], steady: Fitter
) -> Fitter:
    """The function while somebody may be away; from then on it is the steady one."""
    parts = [_part(problem, hold, days[hold.crew]) for hold in holds]
    last, far = len(holds) - 1, max(days[hold.crew].regular for hold in holds)

    def fit(ready: int, states: Sequence[int]) -> CrewFit:
        if ready >= far:
            return steady(ready, states)
        settled, place = last, 0
        while True:
            bits, regular, rows, row, leap = parts[place]
            begun, busy, tries = ready, states[place], STEPS
            while True:
                day = ready if ready < regular else regular
                start, _, mask, room, over, _ = rows[day] or row(day)
                if start > ready:
                    ready = start
                full = (busy >> bits * ready & mask) + room & over
                if not full:
                    break
                tries -= 1
                ready += -(-full.bit_length() // bits)
                if not tries:
                    ready, tries = leap(busy, ready), STEPS
            if ready > begun:
                settled = place - 1 if place else last
            if place == settled:
                return _begun(parts, ready, states)
            place = place + 1 if place < last else 0

    return fit


def _part(problem: Problem, hold: Hold, days: Days) -> Unsteady:
    rows: PresenceRows = [None] * (days.regular + 1)

    def row(day: int) -> PresenceRow:
        start, length = days.opens[day], hold.length
        if start < days.regular:
            until = bisect_left(days.prefix, days.prefix[start] + hold.need, start)
            length = until - start
        rows[day] = known = (start, length, *_packed(problem, hold, length))
        return known

    bits = problem.crews[hold.crew].bits
    return bits, days.regular, rows, row, _leap(problem, hold)


def _begun(parts: Sequence[Unsteady], start: int, states: Sequence[int]) -> CrewFit:
    """The fit of an initiative whose holds all begin on a day that has room for them."""
    held, longest = [], 0
    for place, (bits, regular, rows, row, _) in enumerate(parts):
        day = start if start < regular else regular
        _, length, _, _, _, units = rows[day] or row(day)
        held.append(states[place] + (units << bits * start))
        longest = length if length > longest else longest
    return start, start + longest, held
