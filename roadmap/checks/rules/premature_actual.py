"""An actual is from before the delivery, so it does not measure it.

What a metric was beforehand is its `baseline`. Only what it becomes afterwards says whether
the work did what it promised.

Bad:   {delivered: 2026-11-20, …, actual: {date: 2026-10-31, value: 3900}}
Good:  {delivered: 2026-11-20, …, actual: {date: 2026-12-31, value: 3900}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.claims import claims
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.outcomes.deliveries import delivered, delivered_on

RULE = Rule("RM412", "premature-actual", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each actual of delivered work that is older than its delivery."""
    for initiative in delivered(subject.portfolio):
        day = delivered_on(subject.portfolio, initiative)
        for claim in claims(initiative):
            for actual in claim.measure.actual if claim.measure else ():
                if day is not None and actual.date.last < day:
                    yield Diagnostic(
                        RULE,
                        f"measured on {actual.date.last}, before the delivery on {day}",
                        actual.place / "date",
                        related=((initiative.place / "delivered", "delivered here"),),
                        cure="correct one of the dates, or measure again",
                        initiative=initiative.id,
                    )


CHECK = Check(RULE, find)
