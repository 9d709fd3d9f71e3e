"""A contribution refers to an objective that `objectives` does not list.

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
    """Each contribution to an unknown objective."""
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
