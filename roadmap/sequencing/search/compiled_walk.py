"""The compiled walk, where the kernel is there and the numbers fit into it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from roadmap.sequencing import compiled
from roadmap.sequencing.compiled import firsts
from roadmap.sequencing.schedule.problem import Crew, Problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.walk import Leg, PlainWalk, Walk, alike, seeds

LOW = 60
"""Binary digits of the lower one of two numbers that carry a price."""
MOST = (1 << 63) - 1
UNITS, CELLS, WORTH = 1 << 16, 1 << 27, 1 << 60
"""Units of a crew, days of all calendars together, and values that are small enough."""


def fastest_walk(schedule: Schedule, shift: int = 0) -> Walk:
    """A walk from where a schedule stands, compiled where that can be."""
    if compiled.kernel is None or not _fits(schedule):
        return PlainWalk(schedule, shift)
    return CompiledWalk(schedule, shift)


def long_walk(schedule: Schedule, shift: int = 0) -> Walk:
    """The same for a walk that takes its time, so that somebody may miss the kernel."""
    if compiled.kernel is None and not compiled.left_aside:
        compiled.missed.set()
    return fastest_walk(schedule, shift)


@dataclass(slots=True)
class CompiledWalk:
    """A walk in the kernel, which holds a copy of all numbers."""

    schedule: Schedule
    shift: int = 0
    steps: int = 0
    least: int = 0
    handle: Any = field(init=False)

    def __post_init__(self) -> None:
        """Begin where the schedule stands."""
        order, numbers = self.schedule.order, range(self.schedule.problem.count)
        drawn, first = seeds(order, self.shift), alike(self.schedule)
        self.handle = compiled.kernel.schedule(
            array("q", _scalars(self.schedule)),
            _inputs(self.schedule),
            array("q", order),
            array("q", (drawn.get(number, 0) for number in numbers)),
            array("q", (first.get(number, number) for number in numbers if first)),
        )
        self.least = self.schedule.total

    @property
    def best(self) -> list[int]:
        """The best order so far."""
        return self._best()[0]

    def place(self, order: Sequence[int]) -> None:
        """Go on from an order."""
        compiled.kernel.place(self.handle, array("q", order))

    def walk(self, until: int, leg: Leg, bound: int) -> None:
        """Take steps until so many are taken, or nothing can be better."""
        cooling = leg.begin, leg.end, leg.forgiven, leg.halvings
        low = bound & (1 << LOW) - 1
        self.steps = compiled.kernel.walk(self.handle, until, *cooling, bound >> LOW, low)
        self.least = self._best()[1]

    def _best(self) -> tuple[list[int], int]:
        order = array("q", self.schedule.order)
        high, low = compiled.kernel.best(self.handle, order)
        return list(order), (high << LOW) + low


def _fits(schedule: Schedule) -> bool:
    """Whether no number of a schedule, and none on the way, is too large."""
    whole = schedule.problem
    least = min([0, *whole.due])
    days = _days(schedule.fixed, schedule.order) - least
    dear = schedule.late_unit * days * (1 + sum(whole.must)) + schedule.end_unit * days
    return (
        days_fit(schedule.fixed, schedule.order, least)
        and max([*whole.weight, schedule.told_unit], default=0) < WORTH
        and dear.bit_length() < compiled.kernel.PRICE_BITS
        and schedule.late_unit.bit_length() + 26 < compiled.kernel.PRICE_BITS
    )


def days_fit(fixed: Timetable, order: Sequence[int], least: int = 0) -> bool:
    """Whether days since the `least` and people are not too many, in whatever order."""
    whole, crews = fixed.problem, fixed.problem.crews
    rows = len(crews) + 2 * sum(map(len, whole.holds))
    needs = (hold.need for holds in whole.holds for hold in holds)
    there = (crew.presence.full * (crew.presence.regular + 1) for crew in crews)
    return (
        all(crew.capacity < UNITS for crew in crews)
        and (_days(fixed, order) - least) * rows < CELLS
        and max([*needs, *there], default=0) < WORTH
        and all(len(holds) < 63 for holds in whole.holds)
    )


def _days(fixed: Timetable, order: Sequence[int]) -> int:
    """A day by which all is over."""
    last = max([0, *fixed.end, *fixed.problem.earliest])
    return fixed.problem.horizon(order, last)


def _scalars(schedule: Schedule) -> list[int]:
    whole = schedule.problem
    units = schedule.late_unit, schedule.end_unit
    digits = (unit.bit_length() - 1 for unit in units)
    prices = *digits, schedule.told_unit
    return [whole.count, len(whole.crews), whole.today, *prices, schedule.marked]


def _inputs(schedule: Schedule) -> tuple[array[int], ...]:
    told = [min(day, MOST) for day in schedule.told]
    return rows_of(schedule.problem, schedule.fixed, schedule.floors, told)


def rows_of(
    whole: Problem, fixed: Timetable, floors: Sequence[int], told: Sequence[int]
) -> tuple[array[int], ...]:
    """The rows of numbers, as the kernel takes them."""
    return tuple(array("q", row) for row in _rows(whole, fixed, floors, told))


def _rows(
    whole: Problem, fixed: Timetable, floors: Sequence[int], told: Sequence[int]
) -> Iterator[Iterable[int]]:
    holds = list(chain.from_iterable(whole.holds))
    yield firsts(whole.holds)
    yield (hold.crew for hold in holds)
    yield (hold.held for hold in holds)
    yield (hold.need for hold in holds)
    yield (hold.length for hold in holds)
    for rows in (whole.before, whole.after):
        yield firsts(rows)
        yield chain.from_iterable(rows)
    yield from (whole.earliest, whole.weight)
    yield (min(due, MOST) for due in whole.due)
    yield from (whole.must, floors, told)
    yield from (fixed.start, fixed.end)
    yield from calendars(whole.crews)


def calendars(crews: Sequence[Crew]) -> Iterator[Iterable[int]]:
    """The people of crews and their presence, as the kernel takes them."""
    there = [crew.presence for crew in crews]
    for presence in there:
        presence.reach(presence.regular)
    prefixes = [presence.prefix[: presence.regular + 1] for presence in there]
    yield (crew.capacity for crew in crews)
    yield (presence.full for presence in there)
    yield (presence.regular for presence in there)
    yield firsts(prefixes)
    yield chain.from_iterable(prefixes)
