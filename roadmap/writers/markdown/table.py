"""Tables in Markdown, each column as wide as its widest cell, within reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from roadmap.views.page import Cell, Column, Group, Links, Row, Table
from roadmap.views.readable import readable
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.text import celled, escaped, heading, linked
from roadmap.writers.text.cells import cell_text
from roadmap.writers.text.width import columns, marks, padded

LEAST, MOST = 3, 200
"""Columns that a cell is padded to; what is longer stands out."""
UNBROKEN = len("18 Sep 2027")
"""Cells up to this long never wrap in a reader's window, unless their column may shrink."""


def table_parts(table: Table) -> Iterator[MarkdownPart]:
    """A table for each group of rows, under the group's heading."""
    table = readable(table)
    words = next((n for n, column in enumerate(table.columns) if not column.right), 0)
    filled = [_filled(group) for group in table.groups]
    anywhere = set().union(*filled)
    for group, own in zip(table.groups, filled, strict=True):
        if group.rows:
            if group.title:
                level = 3 if table.title else 2
                yield MarkdownPart(
                    "heading", heading(group.title), level, heading(table.title)
                )
            rows = [_texts(table.columns, row, words) for row in group.rows]
            used = _used(table.columns, own, anywhere - own)
            yield MarkdownPart("table", grid(table.columns, rows, used))


def _used(heads: Sequence[Column], own: set[int], others: set[int]) -> list[int]:
    """The columns of a group: those that it fills, and those that no group fills.

    A column that only others fill is left out.
    """
    return [
        n for n, head in enumerate(heads) if n not in others and (head.title or n in own)
    ]


def _filled(group: Group) -> set[int]:
    return {n for row in group.rows for n, cell in enumerate(row.cells) if cell_text(cell)}


def grid(
    heads: Sequence[Column], rows: Iterable[Sequence[str]], used: Sequence[int]
) -> str:
    """Escaped cells as a table of the columns that are used."""
    kept = [[escaped(head.title) for head in heads], *rows]
    widths = {n: min(MOST, max(LEAST, *(wide(row[n]) for row in kept))) for n in used}
    lines = [
        [_padded(row[n], widths[n], right=heads[n].right) for n in used] for row in kept
    ]
    dashes = ["-" * (widths[n] - 1) + (":" if heads[n].right else "-") for n in used]
    lines.insert(1, dashes)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def wide(text: str) -> int:
    """The width of text as Markdown formatters count it: an unseen mark is one."""
    return columns(text) + marks(text)


def _padded(text: str, width: int, *, right: bool) -> str:
    return padded(text, width - marks(text), right=right)


def _text(column: Column, cell: Cell) -> str:
    if isinstance(cell, Links):
        return ", ".join(linked(link.text, link.address) for link in cell.links)
    text = cell_text(cell)
    if not column.shrink and columns(text) <= UNBROKEN:
        text = text.replace(" ", "\u00a0")
    return celled(text)


def _texts(heads: Sequence[Column], row: Row, words: int) -> list[str]:
    texts = [_text(column, cell) for column, cell in zip(heads, row.cells, strict=True)]
    if row.strong:
        texts = [f"**{text}**" if text else text for text in texts]
    if row.mark:
        texts[words] = f"{row.mark} {texts[words]}"
    return texts
