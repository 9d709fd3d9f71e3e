"""Which findings are kept: one for each text in a file, and a bounded number of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from roadmap.diagnostics import Diagnostic, Place, Rule, Span
from roadmap.reading.located import Files

MOST = 10_000
"""Findings of one rule that are kept for one file; what follows is counted."""
_Text = tuple[str, str, Span, str]


@dataclass(slots=True)
class Kept:
    """Findings on their way to the reader.

    An alias repeats a text in many places: what is wrong in the text is said once. `over`
    counts the findings of each rule in each file beyond the bound. `aliased` are the files
    that may have aliases; only in them places are looked up.
    """

    files: Files
    aliased: Collection[str] = ()
    over: Counter[tuple[Rule, str]] = field(default_factory=Counter)
    _held: Counter[tuple[Rule, str]] = field(default_factory=Counter)
    _seen: dict[_Text, Place] = field(default_factory=dict)

    def of(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that are kept."""
        for diagnostic in found:
            place = diagnostic.place
            if place is None:
                yield diagnostic
                continue
            if self._said(diagnostic, place):
                continue
            kind = diagnostic.rule, place.file
            self._held[kind] += 1
            if self._held[kind] <= MOST:
                yield diagnostic
            else:
                self.over[kind] += 1

    def rest(self) -> Iterator[Diagnostic]:
        """A finding for each rule and file of which more was found than is kept."""
        for (rule, file), count in self.over.items():
            what = "finding" if count == 1 else "findings"
            message = f"{count:,} more {what} of `{rule.name}` in this file"
            cure = f"fix some of the first {MOST:,} to see them"
            yield Diagnostic(rule, message, Place(file), cure=cure)

    def _said(self, diagnostic: Diagnostic, place: Place) -> bool:
        """Whether the same is said of the same text already, by way of an alias."""
        span = self.files.span(place) if place.file in self.aliased else None
        if span is None:
            return False
        text = diagnostic.rule.code, place.file, span, diagnostic.message
        return self._seen.setdefault(text, place) != place
