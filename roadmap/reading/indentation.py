"""Indentation errors: how to indent a line that YAML cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_KEY = re.compile(
    r"(?P<lead> *(?:- +)*)"
    r"(?P<name>[^\s#&*!|>%@`{}\[\]'\",-][^:]*|'[^']*'|\"[^\"]*\") *:"
    r"(?: +(?P<value>\S.*)|\s*)$"
)
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(#.*)?$")
LONGEST = 1000
"""Characters of the longest line that is looked at."""
FARTHEST = 200
"""Lines before the faulty one that are looked at."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a key: its column, after any dashes, and its name."""

    column: int
    name: str
    value: str


def indentation_cure(lines: Sequence[str], at: int) -> str | None:
    """How to indent the line at an index so that it belongs to a key before it.

    None where its indentation fits, so that something else is wrong.

    >>> indentation_cure(["title: A", "  effort: 1w"], 1).partition("; ")[2]
    'begin `effort` in the same column as `title`'
    """
    here = _line(lines[at])
    if here is None or re.search(r":\s", here.value):
        return None  # a second `: ` is the fault
    before = list(_before(lines, at))
    if not before:
        return None
    last = before[0]
    if here.column > last.column and last.value and not _BLOCK.match(last.value):
        return _said(here, last, "further than the key before it")
    open_keys = list(_open(before))
    if here.column < last.column and here.column not in {k.column for k in open_keys}:
        target = min(
            (key for key in open_keys if key.column > here.column),
            key=lambda line: line.column,
        )
        return _said(here, target, "less than the keys that it belongs to")
    return None


def _said(here: _Line, target: _Line, how: str) -> str:
    return (
        f"this line is indented {how}; begin `{here.name}` in the same column as "
        f"`{target.name}`"
    )


def _before(lines: Sequence[str], at: int) -> Iterator[_Line]:
    """The lines with keys before one, nearest first."""
    for text in reversed(lines[max(0, at - FARTHEST) : at]):
        if text.startswith(("---", "...")):
            return
        if (line := _line(text)) is not None:
            yield line


def _open(before: Sequence[_Line]) -> Iterator[_Line]:
    """The keys whose mappings are still open, innermost first."""
    column = None
    for line in before:
        if column is None or line.column < column:
            column = line.column
            yield line


def _line(text: str) -> _Line | None:
    match = _KEY.match(text.rstrip("\r\n")) if len(text) < LONGEST else None
    if match is None:
        return None
    value = match["value"] or ""
    name = match["name"].strip().strip("'\"")
    return _Line(len(match["lead"]), name, "" if value.startswith("#") else value)
