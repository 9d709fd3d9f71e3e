"""Files that cannot be used at all."""

from __future__ import annotations

from roadmap.diagnostics import Diagnostic, Place, Rule, Span
from roadmap.reading.faults import UNREADABLE
from roadmap.reading.lines import Lines

DEEPEST = 100
MOST_IN_FILE = 100_000
"""Values in one file, keys included: each takes about a kB of memory."""


class Refused(Exception):
    """A file that cannot be used at all: why, where, and what to do."""

    def __init__(
        self, rule: Rule, message: str, cure: str, span: Span | None = None
    ) -> None:
        super().__init__(message)
        self.rule, self.message, self.cure, self.span = rule, message, cure, span

    def diagnostic(self, file: str) -> Diagnostic:
        """The refusal as a finding about `file`."""
        place = Place(file, span=self.span)
        return Diagnostic(self.rule, self.message, place, cure=self.cure)


def too_deep(data: bytes, offset: int) -> Refused:
    """The refusal of nesting that is too deep, at an offset in characters."""
    span = Lines(data).span(offset, offset + 1)
    message = f"nested more than {DEEPEST} levels deep"
    return Refused(UNREADABLE, message, "flatten it", span)


def too_many_values() -> Refused:
    """The refusal of a file with too many values."""
    message = f"holds more than {MOST_IN_FILE:,} values"
    return Refused(UNREADABLE, message, "split it into several files")
