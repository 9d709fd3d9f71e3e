"""No segment is worth anything.

Every one has nobody in it, a lifetime value of 0 or weight 0. Then all segments count
alike, as if none had been described.

Bad:   segments: {families: {customers: 0}}
Good:  segments: {families: {customers: 120000}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import Segment

RULE = Rule("RM304", "worthless-segments", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The segments, where their total worth is nothing."""
    segments = list(subject.portfolio.segments.values())
    if not segments or any(_worth(each) for each in segments):
        return
    first = segments[0].place
    if any(subject.doubted(first, key) for key in ("customers", "lifetime_value")):
        return
    section = Place(first.file, first.route[:-1], first.document)
    yield Diagnostic(
        RULE,
        "no segment is worth anything; all count alike",
        section.key if section.route else section,
        cure="give at least one segment customers, a lifetime value and a weight",
    )


def _worth(segment: Segment) -> bool:
    customers = 1 if segment.customers is None else segment.customers
    people = customers + (segment.prospects or 0)
    return bool(people) and segment.weight != 0 and segment.lifetime_value != 0


CHECK = Check(RULE, find)
