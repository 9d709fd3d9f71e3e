"""A contribution names an objective that the section `objectives` does not have.

Bad:   contributes_to: {retentoin: medium}
Good:  contributes_to: {retention: medium}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import target_place
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM104", "unknown-objective", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each contribution to an objective that is not there."""
    for initiative in subject.portfolio.initiatives.values():
        for claim in initiative.contributions:
            if subject.lacks("objectives", claim.target):
                place = target_place(claim, initiative, "objective")
                yield unknown(
                    subject,
                    RULE,
                    "objective",
                    "objectives",
                    claim.target,
                    place,
                    initiative.id,
                )


CHECK = Check(RULE, find)
