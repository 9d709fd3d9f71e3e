"""An outcome names a need that the section `needs` does not have.

Where needs are described, only they count: an outcome on any other is worth nothing.
Without a section `needs`, naming a need makes it.

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
    """Each outcome on a need that is not there."""
    for initiative in subject.portfolio.initiatives.values():
        for claim in initiative.outcomes:
            if subject.lacks("needs", claim.target):
                place = target_place(claim, initiative, "need")
                yield unknown(
                    subject, RULE, "need", "needs", claim.target, place, initiative.id
                )


CHECK = Check(RULE, find)
