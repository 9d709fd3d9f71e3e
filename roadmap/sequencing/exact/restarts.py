"""Restarts: anneal repeatedly from the best timetable so far, with different draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.schedule.objective import aims, finish
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.pace import pace
from roadmap.sequencing.search.search import Progress, budget, least_price, schedule_of

PLACINGS = 1_500_000
"""Placings that take about as long as a unit of CP-SAT on two cores."""
STEPS = 400_000
"""Steps of annealing that are charged as a unit."""
LONGER = 2
"""How many times as long as in the fast engine each run is, if nothing else is said."""


@dataclass(slots=True)
class Restarts:
    """The best timetable of a group so far; it is kept up to date on the way."""

    fixed: Timetable
    group: Sequence[int]
    table: Timetable
    longer: int = LONGER

    def run(self, units: float, progress: Progress | None) -> None:
        """As many runs as fit into the units; at least one, shortened if necessary."""
        slower = pace(finish(self.table))
        steps = int(units * STEPS) // slower
        length = min(steps, self.longer * budget(len(self.group)) // slower)
        count = steps // max(1, length)
        for number in range(count):
            self.step(number, count, length, progress)

    def step(self, number: int, count: int, steps: int, progress: Progress | None) -> None:
        """One of several annealing runs of equal length."""

        def heard(share: float) -> None:
            if progress:
                progress((number + share) / count)

        schedule = schedule_of(self.fixed.problem, self.fixed, self._order())
        bound = least_price(schedule, self.fixed)
        annealing = Annealing(schedule, steps, bound, heard, 1 + number)
        try:
            annealing.run()
        finally:
            self.keep(annealing.best)

    def keep(self, order: Sequence[int]) -> None:
        """Keep the timetable of an order if it is better."""
        table = schedule_of(self.fixed.problem, self.fixed, order).table()
        self.table = min(self.table, table, key=lambda number: aims(number, self.group))

    def _order(self) -> list[int]:
        start, end = self.table.start, self.table.end
        return sorted(self.group, key=lambda number: (start[number], end[number], number))
