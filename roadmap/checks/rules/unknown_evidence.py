"""A claim or a need refers to evidence that `evidence` does not list.

Unknown evidence supports nothing: the claim counts as a hunch.

Bad:   know-my-bill: {impact: high, evidence: [survey-2062q3]}
Good:  know-my-bill: {impact: high, evidence: [survey-2026q3]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule("RM105", "unknown-evidence", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unknown piece of evidence that an initiative, a claim or a need names."""
    for named, place, initiative in _named(subject):
        for name in dict.fromkeys(named):
            if subject.lacks("evidence", name):
                where = place / "evidence" / name
                yield unknown(
                    subject, RULE, "evidence", "evidence", name, where, initiative
                )


def _named(subject: Subject) -> Iterator[tuple[tuple[str, ...], Place, str | None]]:
    for initiative in subject.portfolio.initiatives.values():
        yield initiative.evidence, initiative.place, initiative.id
        for claim in claims(initiative):
            yield claim.evidence, claim.place, initiative.id
    for need in subject.portfolio.needs.values():
        yield need.evidence, need.place, None


CHECK = Check(RULE, find)
