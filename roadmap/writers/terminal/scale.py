"""Days as cells of a line, and which months have room for their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from roadmap.views.page import Timeline

STEPS = (1, 2, 3, 6, 12, 24, 60)
"""Months from one name to the next."""
APART = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """`days` to a cell, from `first_day`; all bars of the same length look the same."""

    first_day: int
    last_day: int
    days: Fraction

    @property
    def cells(self) -> int:
        """The number of cells that hold all days."""
        return max(ceil((self.last_day - self.first_day) / self.days), 1)

    def edge(self, day: int) -> int:
        """The cell whose beginning is nearest to the beginning of a day.

        >>> scale = Scale(0, 30, Fraction(5))
        >>> scale.edge(7), scale.edge(8), scale.cells
        (1, 2, 6)
        """
        cell = floor((day - self.first_day) / self.days + Fraction(1, 2))
        return min(max(cell, 0), self.cells)

    def bar(self, start: int, end: int) -> range:
        """The cells of a bar: at least one, and none shared with the bar that follows."""
        begin = min(self.edge(start), self.cells - 1)
        return range(begin, max(self.edge(end), begin + 1))

    def span(self, cell: int) -> range:
        """The days that a cell shows, counted from the first; at least one."""
        begin = floor(cell * self.days)
        return range(begin, max(ceil((cell + 1) * self.days), begin + 1))


def scale(timeline: Timeline, room: int) -> Scale:
    """The finest scale at which all days fit into `room` cells."""
    days = timeline.last_day - timeline.first_day
    fits = (step for step in _steps() if ceil(days / step) <= max(room, 1))
    return Scale(timeline.first_day, timeline.last_day, next(fits))


def named_months(timeline: Timeline, scale: Scale) -> dict[int, str]:
    """The months whose names fit, by cell; a year stands for the January that begins it."""
    ticks = [
        (scale.edge(day), *_month(timeline, day, text)) for day, text in timeline.ticks
    ]
    for step in STEPS:
        kept = {cell: text for cell, month, text in ticks if month % step == 0}
        if all(b - a >= APART for a, b in pairwise(sorted(kept))):
            return kept
    return {}


def _month(timeline: Timeline, day: int, text: str) -> tuple[int, str]:
    """A month's number over all years, and its name."""
    when, first = timeline.dates.get(day), timeline.dates.get(timeline.first_day)
    if when is None or first is None:
        return [tick for tick, _ in timeline.ticks].index(day), text
    other = when.month == 1 and when.year != first.year
    return when.year * 12 + when.month - 1, str(when.year) if other else text


def _steps() -> Iterator[Fraction]:
    yield from (Fraction(1, 4), Fraction(1, 3), Fraction(1, 2))
    halves = 2
    while True:
        yield Fraction(halves, 2)
        halves += 1 if halves < 10 else 2
