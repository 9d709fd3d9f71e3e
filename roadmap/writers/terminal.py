"""The terminal: blocks one below the other, as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Block, Findings, Graph, Page, Prose, Table, Timeline
from roadmap.writers.glyphs import shown
from roadmap.writers.pieces import Pieces, line, text_of
from roadmap.writers.terminal_findings import findings_lines
from roadmap.writers.terminal_graph import graph_lines
from roadmap.writers.terminal_prose import READABLE, prose_lines
from roadmap.writers.terminal_table import table_lines
from roadmap.writers.terminal_timeline import timeline_lines
from roadmap.writers.wrapped import wrapped
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    lines = _lines(page, setting)
    if not setting.colour:
        return text_of(lines)
    from roadmap.writers.colour import coloured

    return coloured(lines)


def _lines(page: Page, setting: Setting) -> Iterator[Pieces]:
    parts = [list(_headed(block, setting)) for block in page.blocks]
    title = wrapped(shown(page.title, setting), _readable(setting)) if page.title else []
    parts.insert(0, [line(each, "title") for each in title])
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
    match block:
        case Table():
            return table_lines(block, setting)
        case Prose():
            return prose_lines(block, setting)
        case Timeline():
            return timeline_lines(block, setting)
        case Graph():
            return graph_lines(block, setting)
        case Findings():
            return findings_lines(block, setting)


def _readable(setting: Setting) -> int | None:
    return None if setting.width is None else min(setting.width, READABLE)


WRITER = Writer("terminal", frozenset({Table, Prose, Timeline, Graph, Findings}), _write)
