"""A need or evidence belongs to a stage that `journey` does not list.

Bad:   journey: [discover, join, use]  with  stage: usee
Good:  stage: use
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM107", "unknown-stage", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need, and each piece of evidence, in an unknown stage."""
    for need in subject.portfolio.needs.values():
        if need.stage is not None and subject.lacks("journey", need.stage):
            place = need.place / "stage"
            yield unknown(subject, RULE, "stage", "journey", need.stage, place)
    for evidence in subject.portfolio.evidence.values():
        if evidence.stage is not None and subject.lacks("journey", evidence.stage):
            place = evidence.place / "stage"
            yield unknown(subject, RULE, "stage", "journey", evidence.stage, place)


CHECK = Check(RULE, find)
