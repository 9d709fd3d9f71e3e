"""The lines of a Markdown file as they stand, and which of them lie in code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_QUOTES = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)])(?: {1,4}|\t|$)(?! {4})")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line: its number from 1, where it begins, its text and its end apart."""

    number: int
    start: int
    text: str
    ending: str


def file_lines(text: str) -> tuple[FileLine, ...]:
    r"""All lines of a file, with any line endings.

    >>> [line.text for line in file_lines("a\r\nb\n\nc")]
    ['a', 'b', '', 'c']
    """
    lines = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match[0].rstrip("\r\n")
        lines.append(FileLine(number, match.start(), line, match[0][len(line) :]))
    return tuple(lines)


def newline_of(text: str) -> str:
    """How the first line of a file ends; as here where it has but one."""
    return next((line.ending for line in file_lines(text) if line.ending), "\n")


def outside_code(lines: tuple[FileLine, ...]) -> Iterator[FileLine]:
    """The lines that lie in no fenced block, nor begin or end one.

    A fence stands at most three spaces behind the margin of its quote or list item, and
    ends with these.
    """
    fence, quoted, margin, item = "", 0, 0, 0
    for line in lines:
        depth, rest = _unquoted(line.text.removeprefix("\ufeff"))
        indent = len(rest) - len(rest.lstrip(" "))
        if fence and (depth < quoted or (rest.strip() and indent < margin)):
            fence = ""
        if fence:
            if _closes(rest.strip(), fence) and indent - margin <= 3:
                fence = ""
            continue
        if rest.strip() and indent < item:
            item = 0
        while match := _ITEM.match(rest[item:]):
            item += match.end()
        opened = _FENCE.match(rest[item:].lstrip(" "))
        if opened and len(rest[item:]) - len(rest[item:].lstrip(" ")) <= 3:
            fence, quoted, margin = opened[0], depth, item
            continue
        yield line


def _unquoted(text: str) -> tuple[int, str]:
    """How deep in quotes a line stands, and what stands there."""
    depth = 0
    while match := _QUOTES.match(text):
        text, depth = text[match.end() :], depth + 1
    return depth, text


def _closes(text: str, fence: str) -> bool:
    return len(text) >= len(fence) and set(text) == {fence[0]}
