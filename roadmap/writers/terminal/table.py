"""A table on the terminal: aligned columns, sums under a line, brackets before rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from roadmap.views.page import Column, Row, Table
from roadmap.views.readable import readable
from roadmap.writers.terminal.fitted import Fit, cramped, fitted
from roadmap.writers.terminal.pieces import Piece, Pieces, line
from roadmap.writers.terminal.wrapped import wrapped
from roadmap.writers.text.cells import cell_text
from roadmap.writers.text.glyphs import glyphs, shown
from roadmap.writers.text.width import columns, cut, padded
from roadmap.writers.writer import Setting

CellTexts = list[str]


def table_lines(table: Table, setting: Setting) -> Iterator[Pieces]:
    """Headings, then groups of rows; nothing where there is no row."""
    table = readable(table)
    groups = [group for group in table.groups if group.rows]
    if not groups:
        return
    texts = {id(row): _texts(row, setting) for group in groups for row in group.rows}
    drawn = _Drawn(table, [*texts.values()], setting)
    if any(drawn.heads):
        yield from drawn.lines(drawn.heads, "faint")
    for number, group in enumerate(groups):
        if number:
            yield ()
        if group.title:
            yield line(shown(group.title, setting), "heading")
        for row in group.rows:
            if row.rule:
                yield drawn.rule(texts[id(row)])
            yield from drawn.lines(texts[id(row)], _style(row), row.mark)


class _Drawn:
    """Rows drawn into columns of fixed width."""

    def __init__(self, table: Table, texts: list[CellTexts], setting: Setting) -> None:
        self._setting, self._glyphs = setting, glyphs(setting)
        self._bracket = _bracketed(table)
        self.heads = [shown(column.title, setting) for column in table.columns]
        natural, self._fit = self._fitted(table, texts)
        if cramped(table.columns, self._fit, natural):
            briefs = (column.brief or column.title for column in table.columns)
            self.heads = [shown(brief, setting) for brief in briefs]
            _, self._fit = self._fitted(table, texts)
        self._columns = [table.columns[place] for place in self._fit.places]

    def _fitted(self, table: Table, texts: list[CellTexts]) -> tuple[list[int], Fit]:
        """The width that each column asks for, and the fit that they get."""
        cells = [*zip(self.heads, *texts, strict=True)]
        natural = [max(map(columns, cell)) for cell in cells]
        if self._bracket is not None:
            natural[self._bracket] += 1
        words = [max(map(_longest, cell)) for cell in cells]
        return natural, fitted(table.columns, natural, self._setting.width, words)

    def lines(self, texts: CellTexts, style: str, mark: str = "") -> Iterator[Pieces]:
        """A row, on several lines where its cells wrap; its bracket continues beside."""
        cells = [
            self._cell(texts[place], column, width - (place == self._bracket))
            for place, column, width in self._fields()
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            yield (Piece(self._joined(parts, mark), style),)
            mark = _BELOW.get(mark, "")

    def rule(self, texts: CellTexts) -> Pieces:
        """A line above the numbers of a sum."""
        parts = [
            self._glyphs.line * width if column.right and texts[place] else ""
            for place, column, width in self._fields()
        ]
        return (Piece(self._joined(parts), "faint"),)

    def _fields(self) -> Iterator[tuple[int, Column, int]]:
        return zip(self._fit.places, self._columns, self._fit.widths, strict=True)

    def _cell(self, text: str, column: Column, width: int) -> CellTexts:
        if columns(text) <= width:
            return [text]
        if self._fit.wraps or column.wrap:
            return wrapped(text, width)
        return [cut(text, width, self._glyphs.ellipsis)]

    def _joined(self, parts: Sequence[str], mark: str = "") -> str:
        row = ""
        fields = zip(parts, self._fields(), self._fit.gaps, strict=True)
        for part, (place, column, width), gap in fields:
            if place == self._bracket:
                part = (shown(mark, self._setting) or " ") + part
            row += " " * gap + padded(part, width, right=column.right)
        return row


_BELOW = {"┌": "│", "│": "│"}


def _bracketed(table: Table) -> int | None:
    """The column for brackets, the first with words; None without brackets."""
    if not any(row.mark for group in table.groups for row in group.rows):
        return None
    return next((n for n, column in enumerate(table.columns) if not column.right), 0)


def _longest(text: str) -> int:
    return max(map(columns, text.split()), default=0)


def _texts(row: Row, setting: Setting) -> CellTexts:
    return [shown(cell_text(cell), setting) for cell in row.cells]


def _style(row: Row) -> str:
    return "strong" if row.strong else "faint" if row.faint else ""
