"""CSV: tables for spreadsheets and programs, and nothing in them that is a formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from roadmap.views.page import Cell, Number, Page, Percent, Row, Table
from roadmap.views.phrases import figure
from roadmap.writers.cells import cell_text
from roadmap.writers.safe import plain
from roadmap.writers.writer import Setting, Writer

GROUP = "Group"
_FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What spreadsheets begin a formula with, in either width."""
_QUOTED = frozenset('",;|')
Line = tuple[str, ...]


def csv_text(page: Page) -> str:
    """The tables of a page, an empty line between them; lines end in a line feed."""
    tables = [list(_lines(block)) for block in page.blocks if isinstance(block, Table)]
    texts = ("".join(f"{','.join(line)}\n" for line in lines) for lines in tables if lines)
    return "\n".join(texts)


def _lines(table: Table) -> Iterator[Line]:
    """Headings, then rows, with their group first where groups have names."""
    grouped = any(group.title for group in table.groups)
    rows = [(group.title, row) for group in table.groups for row in group.rows]
    kept = [(title, row) for title, row in rows if not row.rule]
    if kept:
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


def _write(page: Page, setting: Setting) -> str:
    return csv_text(page)


WRITER = Writer("csv", frozenset({Table}), _write)
