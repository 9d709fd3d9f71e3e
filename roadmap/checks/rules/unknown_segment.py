"""An outcome, a need or evidence refers to a segment that `segments` does not list.

An unknown segment has no customers, so what is done for it has no value.

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
    """Each unknown segment that an outcome, a survey or evidence names."""
    for initiative in subject.portfolio.initiatives.values():
        for claim in initiative.outcomes:
            for name in dict.fromkeys(claim.segments or ()):
                if subject.lacks("segments", name):
                    place = claim.place / "segments" / name
                    yield _unknown(subject, name, place, initiative.id)
    for need in subject.portfolio.needs.values():
        asked = [(need.place, need.by_segment)]
        asked += [(survey.place, survey.by_segment) for survey in need.surveys]
        for where, by_segment in asked:
            for name, _ in by_segment:
                if subject.lacks("segments", name):
                    yield _unknown(subject, name, (where / "by_segment" / name).key)
    for evidence in subject.portfolio.evidence.values():
        for name in dict.fromkeys(evidence.segments):
            if subject.lacks("segments", name):
                yield _unknown(subject, name, evidence.place / "segments" / name)


def _unknown(
    subject: Subject, name: str, place: Place, initiative: str | None = None
) -> Diagnostic:
    return unknown(subject, RULE, "segment", "segments", name, place, initiative)


CHECK = Check(RULE, find)
