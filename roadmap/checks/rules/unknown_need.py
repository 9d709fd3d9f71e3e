"""An outcome refers to a need that `needs` does not list.

Where needs are described, only those count: an outcome on any other has no value. Without a
`needs` section, an outcome may name any need.

Bad:   outcomes: {know-my-bil: high}
Good:  outcomes: {know-my-bill: high}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import target_place
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM102", "unknown-need", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each outcome on an unknown need."""
    for initiative in subject.portfolio.initiatives.values():
        for claim in initiative.outcomes:
            if subject.lacks("needs", claim.target):
                place = target_place(claim, initiative, "need")
                yield unknown(
                    subject, RULE, "need", "needs", claim.target, place, initiative.id
                )


CHECK = Check(RULE, find)
