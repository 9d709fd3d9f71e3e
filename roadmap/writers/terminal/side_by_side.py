"""A table whose columns are compared: those that do not fit go on in further tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmap.views.page import Row, Table
from roadmap.writers.text.cells import cell_text
from roadmap.writers.text.glyphs import shown
from roadmap.writers.text.width import columns
from roadmap.writers.writer import Setting

LEGIBLE, GAP = 16, 2
"""Columns that a text needs where it wraps, and those between two columns of a table."""
NOTHING = ("", "–")


def side_by_side(table: Table, setting: Setting) -> tuple[Table, ...]:
    """The table, in as many as it takes, each with the first columns and some others."""
    kept = table.repeated
    if not kept or setting.width is None:
        return (table,)
    widths = [_width(table, place, setting) for place in range(len(table.columns))]
    room = setting.width - sum(_needed(table, n, widths[n], setting) for n in range(kept))
    others = range(kept, len(table.columns))
    most = max(_most([widths[place] + GAP for place in others], room), 1)
    if most >= len(others):
        return (table,)
    size = -(-len(others) // -(-len(others) // most))
    return tuple(
        _part(table, (*range(kept), *others[start : start + size]))
        for start in range(0, len(others), size)
    )


def _width(table: Table, place: int, setting: Setting) -> int:
    """The width of a column that has all the room it wants."""
    return max(columns(text) for text in _texts(table, place, setting))


def _texts(table: Table, place: int, setting: Setting) -> Iterator[str]:
    yield shown(table.columns[place].title, setting)
    for group in table.groups:
        for row in group.rows:
            yield shown(cell_text(row.cells[place]), setting)


def _needed(table: Table, place: int, width: int, setting: Setting) -> int:
    """The least room for one of the first columns, with the gap before it."""
    gap = GAP if place else 0
    if not table.columns[place].wrap:
        return width + gap
    words = (word for text in _texts(table, place, setting) for word in text.split())
    return min(width, max(LEGIBLE, *map(columns, words))) + gap


def _most(widths: Sequence[int], room: int) -> int:
    """How many columns fit wherever a table begins."""
    return next(
        (
            number
            for number in range(len(widths), 0, -1)
            if all(
                sum(widths[start : start + number]) <= room
                for start in range(0, len(widths), number)
            )
        ),
        0,
    )


def _part(table: Table, places: Sequence[int]) -> Table:
    """Some columns, without the rows that say nothing in them."""
    first, compared = places[: table.repeated], places[table.repeated :]
    told = (*first[-1:], *compared)
    groups = tuple(
        replace(
            group, rows=tuple(_cut(row, places) for row in group.rows if _says(row, told))
        )
        for group in table.groups
    )
    return replace(
        table, columns=tuple(table.columns[n] for n in places), groups=tuple(groups)
    )


def _says(row: Row, places: Sequence[int]) -> bool:
    return any(cell_text(row.cells[place]) not in NOTHING for place in places)


def _cut(row: Row, places: Sequence[int]) -> Row:
    return replace(row, cells=tuple(row.cells[place] for place in places))
