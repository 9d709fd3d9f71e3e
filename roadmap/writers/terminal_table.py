"""A table on the terminal: aligned columns, sums under a line, brackets before rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from roadmap.views.page import Column, Row, Table
from roadmap.writers.cells import cell_text
from roadmap.writers.fitted import Fit, fitted
from roadmap.writers.glyphs import glyphs, shown
from roadmap.writers.pieces import Piece, Pieces, line
from roadmap.writers.width import columns, cut, padded
from roadmap.writers.wrapped import wrapped
from roadmap.writers.writer import Setting

Texts = list[str]


def table_lines(table: Table, setting: Setting) -> Iterator[Pieces]:
    """Headings, then groups of rows; nothing where there is no row."""
    groups = [group for group in table.groups if group.rows]
    if not groups:
        return
    bracket = _bracketed(table)
    texts = {id(row): _texts(row, bracket, setting) for g in groups for row in g.rows}
    heads = _marked([shown(each.title, setting) for each in table.columns], bracket, " ")
    fit = fitted(table.columns, _widths(heads, texts.values()), setting.width)
    drawn = _Drawn(table.columns, fit, setting)
    if any(each.strip() for each in heads):
        yield from drawn.lines(heads, "faint")
    for number, group in enumerate(groups):
        if number:
            yield ()
        if group.title:
            yield line(shown(group.title, setting), "heading")
        for row in group.rows:
            if row.rule:
                yield drawn.rule(texts[id(row)])
            yield from drawn.lines(texts[id(row)], _style(row))


class _Drawn:
    """Rows drawn into columns of fixed width."""

    def __init__(self, columns: Sequence[Column], fit: Fit, setting: Setting) -> None:
        self._columns = [columns[place] for place in fit.places]
        self._fit, self._glyphs = fit, glyphs(setting)
        self._limited = setting.width is not None

    def lines(self, texts: Texts, style: str) -> Iterator[Pieces]:
        """A row, on several lines where its cells wrap."""
        cells = [
            self._cell(texts[place], column, width)
            for place, column, width in zip(
                self._fit.places, self._columns, self._fit.widths, strict=True
            )
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            yield (Piece(self._joined(parts), style),)

    def rule(self, texts: Texts) -> Pieces:
        """A line above the numbers of a sum."""
        parts = [
            self._glyphs.line * width if column.right and texts[place] else ""
            for place, column, width in zip(
                self._fit.places, self._columns, self._fit.widths, strict=True
            )
        ]
        return (Piece(self._joined(parts), "faint"),)

    def _cell(self, text: str, column: Column, width: int) -> Texts:
        if columns(text) <= width:
            return [text]
        if self._fit.wraps or column.wrap:
            return wrapped(text, width)
        return [cut(text, width, self._glyphs.ellipsis)]

    def _joined(self, parts: Sequence[str]) -> str:
        fields = (
            " " * gap + padded(part, width, right=column.right)
            for part, column, width, gap in zip(
                parts, self._columns, self._fit.widths, self._fit.gaps, strict=True
            )
        )
        return "".join(fields)


def _bracketed(table: Table) -> int | None:
    """The column that brackets stand in: the first of words; None without brackets."""
    if not any(row.mark for group in table.groups for row in group.rows):
        return None
    return next((n for n, each in enumerate(table.columns) if not each.right), 0)


def _texts(row: Row, bracket: int | None, setting: Setting) -> Texts:
    found = [shown(cell_text(cell), setting) for cell in row.cells]
    return _marked(found, bracket, shown(row.mark, setting) or " ")


def _marked(texts: Texts, bracket: int | None, mark: str) -> Texts:
    if bracket is not None:
        texts[bracket] = mark + texts[bracket]
    return texts


def _widths(heads: Texts, rows: Iterable[Texts]) -> list[int]:
    every = zip(heads, *rows, strict=True)
    return [max(columns(text.rstrip()) for text in column) for column in every]


def _style(row: Row) -> str:
    return "strong" if row.strong else "faint" if row.faint else ""
