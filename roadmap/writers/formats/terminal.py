"""The terminal: blocks one below the other, as wide as the window."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Block, Findings, Graph, Page, Prose, Table, Timeline
from roadmap.views.pictures import Board, Landscape
from roadmap.writers.terminal.pieces import Pieces, line, text_of
from roadmap.writers.text.glyphs import shown
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    lines = _lines(page, setting)
    if not setting.colour:
        return text_of(lines)
    from roadmap.writers.terminal.colour import coloured

    return coloured(lines)


def _lines(page: Page, setting: Setting) -> Iterator[Pieces]:
    parts = [list(_headed(block, setting)) for block in page.blocks]
    parts.insert(0, [line(each, "title") for each in _title(page.title, setting)])
    filled = [part for part in parts if part]
    for number, part in enumerate(filled):
        if number:
            yield ()
        yield from part


def _headed(block: Block, setting: Setting) -> Iterator[Pieces]:
    body = list(_body(block, setting))
    title = "" if isinstance(block, Findings) else block.title
    if title and body:
        yield line(shown(title, setting), "heading")
    yield from body


def _body(block: Block, setting: Setting) -> Iterator[Pieces]:
    """A block's lines; what draws a kind of block is imported when one is shown."""
    match block:
        case Table():
            return _tables(block, setting)
        case Prose():
            from roadmap.writers.terminal.prose import prose_lines

            return prose_lines(block, setting)
        case Timeline():
            from roadmap.writers.terminal.timeline import timeline_lines

            return timeline_lines(block, setting)
        case Graph():
            from roadmap.writers.terminal.graph import graph_lines

            return graph_lines(block, setting)
        case Findings():
            from roadmap.writers.terminal.findings import findings_lines

            return findings_lines(block, setting)
        case Board() | Landscape():
            return iter(())


def _tables(table: Table, setting: Setting) -> Iterator[Pieces]:
    """A table, or as many as its columns take side by side."""
    from roadmap.writers.terminal.side_by_side import side_by_side
    from roadmap.writers.terminal.table import table_lines

    for number, part in enumerate(side_by_side(table, setting)):
        if number:
            yield ()
        yield from table_lines(part, setting)


def _title(title: str, setting: Setting) -> list[str]:
    if not title:
        return []
    from roadmap.writers.terminal.prose import readable
    from roadmap.writers.terminal.wrapped import wrapped

    return wrapped(shown(title, setting), readable(setting))


WRITER = Writer("terminal", frozenset({Table, Prose, Timeline, Graph, Findings}), _write)
