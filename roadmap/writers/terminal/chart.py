"""The cells of a timeline: bars, marks over them, months, and team utilisation."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from math import ceil

from roadmap.views.page import Bar, Load
from roadmap.writers.terminal.pieces import Piece, Pieces
from roadmap.writers.terminal.scale import Scale
from roadmap.writers.text.glyphs import Glyphs
from roadmap.writers.text.symbols import symbol


def bar_cells(bar: Bar, scale: Scale, ticks: Iterable[int], glyphs: Glyphs) -> Pieces:
    """A bar on its line: marks cover the bar, and the bar covers the months.

    A mark stands right behind the last day that keeps it, so a bar that reaches over it
    is late. The line behind a bar leads to where it ends 9 times in 10.
    """
    cells = [(" ", "")] * (scale.cells + 1)
    for cell in ticks:
        cells[cell] = (glyphs.tick, "faint")
    for cell in scale.bar(bar.start_day, bar.end_day):
        cells[cell] = symbol(bar.kind, glyphs)
    for cell in likely_cells(bar, scale):
        cells[cell] = (glyphs.likely, "faint")
    for day, kind in sorted(bar.marks, key=lambda mark: mark[1] == "deadline"):
        if day < scale.last_day:
            cells[scale.edge(day + 1)] = symbol(kind, glyphs)
    return _joined(cells)


def likely_cells(bar: Bar, scale: Scale) -> range:
    """The cells from the end of a bar to where it ends 9 times in 10.

    Where that is past the chart, they run over its edge. There are none without a
    forecast, or where the range is too short for a cell.

    >>> bar = Bar("a", "A", "planned", 0, 4, (), "Jan", likely=(3, 9))
    >>> [likely_cells(bar, Scale(0, days, Fraction(1))) for days in (12, 8)]
    [range(4, 9), range(4, 9)]
    """
    begin = scale.bar(bar.start_day, bar.end_day).stop
    if bar.likely is None:
        return range(begin, begin)
    last = bar.likely[1]
    past = last > scale.last_day
    return range(begin, scale.cells + 1 if past else scale.edge(last))


def load_cells(load: Load, scale: Scale, glyphs: Glyphs) -> str:
    """How much of a team is in use, cell by cell: blank is nobody, full is everybody.

    Days on which none of the team is there do not count.

    >>> from roadmap.writers.text.glyphs import UNICODE
    >>> half = Load("web", "Web", "w", (Fraction(1, 2), Fraction(1), None))
    >>> load_cells(half, Scale(0, 3, Fraction(1)), UNICODE)
    '▄█ '
    """
    return "".join(
        _level([load.held[day] for day in scale.span(cell) if day < len(load.held)], glyphs)
        for cell in range(scale.cells)
    )


def _level(held: list[Fraction | None], glyphs: Glyphs) -> str:
    most = len(glyphs.load) - 1
    there = [share for share in held if share is not None]
    mean = sum(there, Fraction(0)) / len(there) if there else Fraction(0)
    return glyphs.load[min(ceil(mean * most), most)]


def _joined(cells: list[tuple[str, str]]) -> Pieces:
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Piece("".join(text for text, _ in run), style) for style, run in runs)
