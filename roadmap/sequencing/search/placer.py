"""Orders placed one after another: when everything starts and ends, order by order."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from roadmap.sequencing import compiled
from roadmap.sequencing.schedule.first_fit import Fitter, crews_of, fitters
from roadmap.sequencing.schedule.problem import FAR
from roadmap.sequencing.schedule.serial import Timetable, feasible
from roadmap.sequencing.search.compiled_walk import days_fit, rows_of

StartsAndEnds = tuple[list[int], list[int]]
"""Days by number; for what an order leaves out, those of what is fixed."""


class Placer(Protocol):
    """A group that is placed in many orders, after what is fixed."""

    def placed(self, orders: Sequence[Sequence[int]]) -> list[StartsAndEnds]:
        """When all start and end, for each order of the whole group."""


def fastest_placer(fixed: Timetable, group: Sequence[int]) -> Placer:
    """Placing in the kernel, where it is there and the numbers fit into it."""
    if compiled.kernel is None or not days_fit(fixed, group):
        return PlainPlacer(fixed)
    return CompiledPlacer(fixed, group)


@dataclass(slots=True)
class PlainPlacer:
    """Placing in Python; `crews` are those of each, in the order of their units."""

    fixed: Timetable
    fits: list[Fitter] = field(init=False)
    crews: list[tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Precompute what each order asks for."""
        self.fits = fitters(self.fixed.problem)
        self.crews = [crews_of(holds) for holds in self.fixed.problem.holds]

    def placed(self, orders: Sequence[Sequence[int]]) -> list[StartsAndEnds]:
        """When all start and end, for each order."""
        return [self._placed(order) for order in orders]

    def _placed(self, order: Sequence[int]) -> StartsAndEnds:
        whole, busy = self.fixed.problem, list(self.fixed.busy)
        start, end = list(self.fixed.start), list(self.fixed.end)
        for number in order:
            ready, crews = whole.earliest[number], self.crews[number]
            for one in whole.before[number]:
                if end[one] > ready:
                    ready = end[one]
            states = [busy[crew] for crew in crews]
            start[number], end[number], held = self.fits[number](ready, states)
            for place, crew in enumerate(crews):
                busy[crew] = held[place]
        return start, end


@dataclass(slots=True)
class CompiledPlacer:
    """Placing in the kernel, which holds a copy of all numbers."""

    fixed: Timetable
    group: Sequence[int]
    handle: Any = field(init=False)

    def __post_init__(self) -> None:
        """Hand over the problem, as one in which no end has a price."""
        whole = self.fixed.problem
        never, nothing = (FAR,) * whole.count, (0,) * whole.count
        unpriced = replace(whole, weight=nothing, due=never, must=(False,) * whole.count)
        self.handle = compiled.kernel.schedule(
            array("q", [whole.count, len(whole.crews), whole.today, 0, -1, 0, -1]),
            rows_of(unpriced, self.fixed, nothing, never),
            array("q", feasible(whole, self.group)),
            array("q", nothing),
            array("q"),
        )

    def placed(self, orders: Sequence[Sequence[int]]) -> list[StartsAndEnds]:
        """When all start and end, for each order."""
        numbers = array("q")
        for order in orders:
            numbers.extend(order)
        size = self.fixed.problem.count * len(orders)
        start, end = array("q", [0]) * size, array("q", [0]) * size
        compiled.kernel.place_all(self.handle, numbers, start, end)
        return list(zip(self._by_order(start), self._by_order(end), strict=True))

    def _by_order(self, days: array[int]) -> Iterator[list[int]]:
        count = self.fixed.problem.count
        for first in range(0, len(days), count):
            yield days[first : first + count].tolist()
