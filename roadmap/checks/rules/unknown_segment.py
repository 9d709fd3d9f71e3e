"""An outcome or a need names a segment that the section `segments` does not have.

Customers who are not in a segment are nobody, so what is done for them counts nothing.

Bad:   know-my-bill: {segments: [familes], impact: high}
Good:  know-my-bill: {segments: [families], impact: high}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM103", "unknown-segment", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each segment named by an outcome, or by a need's `by_segment`, that is not there."""
    for initiative in subject.portfolio.initiatives.values():
        for claim in initiative.outcomes:
            for name in dict.fromkeys(claim.segments or ()):
                if subject.lacks("segments", name):
                    place = claim.place / "segments" / name
                    yield _unknown(subject, name, place, initiative.id)
    for need in subject.portfolio.needs.values():
        for name, _ in need.by_segment:
            if subject.lacks("segments", name):
                yield _unknown(subject, name, (need.place / "by_segment" / name).key)


def _unknown(
    subject: Subject, name: str, place: Place, initiative: str | None = None
) -> Diagnostic:
    return unknown(subject, RULE, "segment", "segments", name, place, initiative)


CHECK = Check(RULE, find)
