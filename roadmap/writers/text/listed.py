"""Findings one by one, each with a path and a line, for formats that demand both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.diagnostics import Diagnostic, Located, Severity, Span
from roadmap.views.page import Findings, Page
from roadmap.writers.text.finding_places import located
from roadmap.writers.text.safe import plain

TOP = Span(1, 1, 1, 2)
"""Where a finding is shown that has no line: the beginning of its file."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as it is listed.

    `at` is its place; the file of the portfolio where it has none. `related` are its
    other places, each with a label.
    """

    diagnostic: Diagnostic
    at: Located
    fingerprint: str = ""
    related: tuple[tuple[Located, str], ...] = ()

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.diagnostic.rule.code

    @property
    def severity(self) -> Severity:
        """Its severity."""
        return self.diagnostic.severity

    @property
    def path(self) -> str:
        """The path of its file, on one line, harmless."""
        return plain(self.at.path)

    @property
    def span(self) -> Span:
        """The span that it points at."""
        return self.at.span or TOP

    @property
    def message(self) -> str:
        """What is wrong, on one line, harmless."""
        return plain(self.diagnostic.message)

    @property
    def cure(self) -> str:
        """What to do about it, on one line, harmless; may be empty."""
        return plain(self.diagnostic.cure)

    @property
    def said(self) -> str:
        """What is wrong and what cures it, in two lines."""
        return f"{self.message}\nhelp: {self.cure}" if self.cure else self.message


def listed(page: Page, least: Severity = Severity.NOTE) -> tuple[Listed, ...]:
    """All findings of a page that matter at least so much, in their order."""
    blocks = [each for each in page.blocks if isinstance(each, Findings) and not each.brief]
    return tuple(
        each for block in blocks for each in _listed(block) if each.severity >= least
    )


def _listed(block: Findings) -> Iterable[Listed]:
    missing = len(block.diagnostics) - len(block.fingerprints)
    marks = (*block.fingerprints, *[""] * missing)
    for each, mark in zip(block.diagnostics, marks, strict=True):
        at = located(each.place, block) if each.place else Located(block.home)
        others = [(place, label) for place, label in each.related if place != each.place]
        related = tuple((located(place, block), label) for place, label in others)
        yield Listed(each, at, mark, related)
