"""A table as people read it: without what only programs want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roadmap.views.page import Row, Table


def readable(table: Table) -> Table:
    """A table without the columns that only programs want, or that no row fills."""
    if not any(column.sparse or column.data for column in table.columns):
        return table
    rows = [row for group in table.groups for row in group.rows]
    kept = [
        place
        for place, column in enumerate(table.columns)
        if not column.data
        and not (column.sparse and all(row.cells[place] in (None, "") for row in rows))
    ]
    groups = tuple(
        replace(group, rows=tuple(_kept(row, kept) for row in group.rows))
        for group in table.groups
    )
    columns = tuple(table.columns[place] for place in kept)
    return replace(table, columns=columns, groups=groups)


def _kept(row: Row, places: Sequence[int]) -> Row:
    return replace(row, cells=tuple(row.cells[place] for place in places))
