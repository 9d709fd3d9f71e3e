"""More walks over orders, each from the best so far and with draws of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.annealing import Walk
from roadmap.sequencing.search.random_draws import draw
from roadmap.sequencing.search.search import Progress, board_of, budget, least_price

PLACINGS = 1_500_000
"""Placings that take about as long as a unit of CP-SAT on two cores."""
LONGER = 2
"""How many times as long as that of the fast engine a walk is, if nothing else is said."""


@dataclass(slots=True)
class Walks:
    """The best timetable of a group so far; it is kept up to date on the way."""

    fixed: Timetable
    group: Sequence[int]
    table: Timetable
    longer: int = LONGER

    def go(self, units: float, progress: Progress | None) -> None:
        """As many walks as fit into the units, at least one, if need be a shorter one."""
        placings = int(units * PLACINGS)
        length = min(placings, self.longer * budget(len(self.group)))
        count = placings // max(1, length)
        for number in range(count):
            self.step(number, count, length, progress)

    def step(
        self, number: int, count: int, placings: int, progress: Progress | None
    ) -> None:
        """One walk of so many, each so long."""

        def heard(share: float) -> None:
            if progress:
                progress((number + share) / count)

        board = board_of(self.fixed.problem, self.fixed, self._order())
        spend = board.placings + placings
        walk = Walk(board, spend, least_price(board, self.fixed), heard)
        walk.seeds = {each: draw(seed, ~number) for each, seed in walk.seeds.items()}
        try:
            walk.go()
        finally:
            self.keep(walk.best)

    def keep(self, order: Sequence[int]) -> None:
        """Take the timetable of an order where it is better."""
        table = board_of(self.fixed.problem, self.fixed, order).table()
        self.table = min(self.table, table, key=lambda each: aims(each, self.group))

    def _order(self) -> list[int]:
        start, end = self.table.start, self.table.end
        return sorted(self.group, key=lambda each: (start[each], end[each], each))
