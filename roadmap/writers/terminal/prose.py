"""Prose on the terminal: paragraphs of readable width, items with hanging indents."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Line, Prose
from roadmap.writers.terminal.pieces import Piece, Pieces, line
from roadmap.writers.terminal.wrapped import wrapped
from roadmap.writers.text.glyphs import shown
from roadmap.writers.writer import Setting

READABLE = 100
"""Columns beyond which the eye loses the line."""
_LEADS = {"item": "- ", "warning": "! "}


def prose_lines(prose: Prose, setting: Setting) -> Iterator[Pieces]:
    """All paragraphs; a heading stands apart from what is above it."""
    for number, each in enumerate(prose.lines):
        if number and each.kind == "heading":
            yield ()
        yield from paragraph(each, setting)


def readable(setting: Setting) -> int:
    """The width of prose: that of the terminal, up to a readable maximum."""
    return READABLE if setting.width is None else min(setting.width, READABLE)


def paragraph(said: Line, setting: Setting) -> Iterator[Pieces]:
    """One paragraph, with a hanging indent."""
    lead = "  " * said.indent + _LEADS.get(said.kind, "")
    style = "" if said.kind in ("text", "item", "command") else said.kind
    room = max(readable(setting) - len(lead), 10)
    text = shown(said.text, setting)
    if said.kind == "command":
        yield line(lead + text)
        return
    opening = shown(said.lead, setting)
    first, *others = wrapped(f"{opening} {text}" if opening else text, room)
    if opening and first.startswith(opening):
        rest = Piece(first.removeprefix(opening), style)
        yield Piece(lead, style), Piece(opening, "strong"), rest
    else:
        yield line(lead + first, style)
    for below in others:
        yield line(" " * len(lead) + below, style)
