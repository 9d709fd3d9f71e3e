"""No segment has customer value, so all segments count alike.

Each of them has no customers or prospects, a lifetime value of 0, or weight 0.

Bad:   segments: {families: {customers: 0}}
Good:  segments: {families: {customers: 120000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.worth import worthless
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM304", "worthless-segments", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The segments, where none has customer value."""
    segments = list(subject.portfolio.segments.values())
    if not worthless(segments):
        return
    keys = ("customers", "prospects", "lifetime_value", "weight")
    if any(subject.doubted(segment.place, *keys) for segment in segments):
        return
    first = segments[0].place
    section = Place(first.file, first.route[:-1], first.document)
    yield Diagnostic(
        RULE,
        "no segment has customer value, so all count alike",
        section.key if section.route else section,
        cure="give at least one segment customers, a lifetime value and a weight",
    )


CHECK = Check(RULE, find)
