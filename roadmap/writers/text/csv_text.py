"""Tables as comma-separated values, with no formula in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.scoring.figures import figure
from roadmap.views.page import (
    Cell,
    Column,
    Links,
    Number,
    Page,
    Percent,
    Row,
    Table,
    Timeline,
    empty,
)
from roadmap.writers.text.cells import cell_text
from roadmap.writers.text.csv_calendar import calendar
from roadmap.writers.text.safe import plain

GROUP, CONDITION = "Group", "Supposing"
_FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with in a spreadsheet, in half and full width."""
_QUOTED = frozenset('",;|')
CsvLine = tuple[str, ...]


def csv_text(page: Page, all: bool) -> str:
    """The first table of a page, since programs read only one; lines end in a line feed.

    With `all`, its other tables too, an empty line between them. A table without rows
    has its headings still, where there is no other.
    """
    found = [_under(page.condition, table) for table in _whole(page)]
    tables = [table for table in found if not empty(table)] or found[:1]
    kept = tables if all else tables[:1]
    return "\n".join("".join(f"{','.join(line)}\n" for line in _lines(t)) for t in kept)


def _under(condition: str, table: Table) -> Table:
    """A table with a column for what it supposes, if it is not about the plan as it is."""
    if not condition:
        return table
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, cells=_beside(table, row, condition)) for row in group.rows
            ),
        )
        for group in table.groups
    )
    return replace(table, columns=(*table.columns, Column(CONDITION)), groups=groups)


def _beside(table: Table, row: Row, condition: str) -> tuple[Cell, ...]:
    missing = len(table.columns) - len(row.cells)
    return (*row.cells, *[None] * missing, condition)


def _whole(page: Page) -> list[Table]:
    """The tables of a page; those that continue another are joined to it."""
    tables: list[Table] = []
    for block in page.blocks:
        if not isinstance(block, Table | Timeline):
            continue
        table = calendar(block) if isinstance(block, Timeline) else block
        if tables and tables[-1].columns == table.columns:
            last = tables.pop()
            table = replace(last, groups=(*last.groups, *table.groups))
        tables.append(table)
    return tables


def _lines(table: Table) -> Iterator[CsvLine]:
    """Headings, then rows, with their group first where groups have names."""
    grouped = any(group.title for group in table.groups)
    rows = [(group.title, row) for group in table.groups for row in group.rows]
    kept = [(title, row) for title, row in rows if not row.rule]
    heads = (column.title for column in table.columns)
    yield (*([text(GROUP)] if grouped else []), *map(text, heads))
    for title, row in kept:
        yield (*([text(title)] if grouped else []), *_cells(row))


def _cells(row: Row) -> Iterator[str]:
    return map(_cell, row.cells)


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Percent():
            return _share(cell.value, cell.decimals + 2)
        case Number():
            return cell_text(replace(cell, assumed=False)).removeprefix("+")
        case int() | date():
            return str(cell)
        case Links():
            return text(cell_text(cell))
        case str():
            return text(cell)


def text(said: str) -> str:
    """Text as a field: harmless to a terminal and to a spreadsheet.

    >>> text("=1+1"), text("plain"), text('say "no", twice')
    ("'=1+1", 'plain', '"say ""no"", twice"')
    """
    said = plain(said)
    if said.lstrip().startswith(_FORMULAS):
        said = f"'{said}"
    if _QUOTED.isdisjoint(said) and said == said.strip():
        return said
    doubled = said.replace('"', '""')
    return f'"{doubled}"'


def _share(value: Fraction, decimals: int) -> str:
    """A share of 1, not as a percentage, which programs do not read.

    >>> _share(Fraction(2, 3), 2), _share(Fraction(1), 2)
    ('0.67', '1')
    """
    said = figure(value, decimals)
    return said.rstrip("0").rstrip(".") if "." in said else said
