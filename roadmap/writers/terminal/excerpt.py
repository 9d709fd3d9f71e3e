"""Excerpts of source lines, and where a finding points on them."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.diagnostics import Located, Span
from roadmap.writers.text.glyphs import glyphs, shown
from roadmap.writers.text.safe import spelt
from roadmap.writers.text.width import columns, fitting, graphemes
from roadmap.writers.writer import Setting

TAB = 4
WIDEST = 160
"""Columns of a source line that are shown where the width is unlimited."""
NEAR = 4 * WIDEST
"""Characters of a line that are looked at on either side: it may be a megabyte long."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line's number, its text, and the columns that are pointed at, from 0."""

    number: int
    text: str
    start: int
    length: int


def excerpts(located: Located, setting: Setting, gutter: int) -> tuple[Excerpt, ...]:
    """The lines of a place, each cut to the width beside the gutter."""
    span = located.span
    if span is None:
        return ()
    room = max(min(setting.width or WIDEST, WIDEST) - gutter - 3, 20)
    numbered = enumerate(located.lines, located.first_line)
    return tuple(_excerpt(text, number, span, setting, room) for number, text in numbered)


def _excerpt(text: str, number: int, span: Span, setting: Setting, room: int) -> Excerpt:
    text, begin, end = _near(text, *_pointed(text, number, span))
    before, under, after = (
        _visible(part, setting)
        for part in _untabbed(text[:begin], text[begin:end], text[end:])
    )
    if under and text[begin:end].isspace() and "\t" in text[begin:end]:
        under = glyphs(setting).tab + under[1:]
    start, length = columns(before), max(columns(under), 1)
    if start + columns(under) + columns(after) <= room:
        return Excerpt(number, before + under + after, start, length)
    return _window(number, before, under, after, room, glyphs(setting).ellipsis)


def _pointed(text: str, number: int, span: Span) -> tuple[int, int]:
    """Where on a line a span begins and ends, in characters from 0."""
    begin = span.column - 1 if number == span.line else _indent(text)
    end = span.end_column - 1 if number == span.end_line else len(text)
    begin = min(max(begin, 0), len(text))
    return begin, min(max(end, begin), len(text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _near(text: str, begin: int, end: int) -> tuple[str, int, int]:
    """The part of a line around what is pointed at, and where that is in it."""
    first = max(begin - NEAR, 0)
    last = min(end, begin + NEAR)
    return text[first : last + NEAR], begin - first, last - first


def _untabbed(*parts: str) -> list[str]:
    """Parts of one line with tabs expanded."""
    expanded, column = [], 0
    for part in parts:
        text = ""
        for character, width in (
            graphemes(part) if "\t" in part else [(part, columns(part))]
        ):
            space = TAB - column % TAB
            text += " " * space if character == "\t" else character
            column += space if character == "\t" else width
        expanded.append(text)
    return expanded


def _visible(text: str, setting: Setting) -> str:
    return shown(spelt(text), setting)


def _window(
    number: int, before: str, under: str, after: str, room: int, dots: str
) -> Excerpt:
    """A stretch of a long line around what is pointed at."""
    kept = room - 2 * columns(dots)
    shown_under = fitting(under, kept)
    beside = kept - columns(shown_under)
    # What comes before explains more, so what follows gets at most a third of the room.
    follows = fitting(after if shown_under == under else "", max(beside // 3, 0))
    left = _ending(before, beside - columns(follows))
    if left == before:
        follows = fitting(after, beside - columns(left)) if shown_under == under else ""
    lead = "" if left == before else dots
    cut = shown_under != under or follows != after
    text = lead + left + shown_under + follows + (dots if cut else "")
    return Excerpt(number, text, columns(lead + left), max(columns(shown_under), 1))


def _ending(text: str, width: int) -> str:
    """As much of the end of a text as `width` columns hold."""
    kept: list[str] = []
    near = text[-4 * width :] if width > 0 else ""
    for character, wide in reversed(list(graphemes(near))):
        width -= wide
        if width < 0:
            break
        kept.append(character)
    return "".join(reversed(kept))
