"""The text of a file as lines and columns, counted in characters from 1, as editors do."""

from __future__ import annotations

import re
from bisect import bisect_right

from roadmap.diagnostics import Span

_BREAK = re.compile(r"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


class Lines:
    """The lines of a file; bytes that are not UTF-8 become replacement characters.

    libyaml takes more characters for line breaks than editors do, so only the offsets of
    its marks are used.
    """

    def __init__(self, data: bytes) -> None:
        self._text = data.removeprefix(_BOM).decode("utf-8", "replace")
        self._known: dict[int, str] = {}
        self._starts = [0, *(found.end() for found in _BREAK.finditer(self._text))]

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets in characters, at least one character wide."""
        line, column = self._point(start)
        end_line, end_column = self._point(max(end, start + 1))
        if end_line > line and end <= start + 1:
            end_line, end_column = line, column + 1
        return Span(line, column, end_line, end_column)

    def texts(self, span: Span, most: int) -> tuple[str, ...]:
        """The lines that a span touches, at most `most` of them, without line endings."""
        last = min(span.end_line, span.line + most - 1, len(self._starts))
        return tuple(self._line(number) for number in range(span.line, last + 1))

    def _line(self, number: int) -> str:
        # Cached, so that ten thousand findings in one long line share its text.
        if number not in self._known:
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else len(self._text)
            self._known[number] = self._text[start:end].rstrip("\r\n")
        return self._known[number]

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
