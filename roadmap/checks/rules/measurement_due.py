"""Delivered work should have been measured by now.

The date of its measure has passed, or a quarter since its delivery, and nobody has noted
what the metric is now. Until then nobody knows whether it worked.

Bad:   {delivered: 2026-09-12, …, measure: {metric: contacts, by: 2026-12}}   in January
Good:  measure: {metric: contacts, by: 2026-12, actual: {date: 2026-12-15, value: 3100}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.outcomes.results import Result, due
from roadmap.scoring.figures import joined

RULE = Rule("RM514", "measurement-due", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each measure of delivered work that is overdue."""
    for result in due(subject.portfolio):
        if not subject.unusable(result.place / "measure"):
            yield _overdue(subject, result)


def _overdue(subject: Subject, result: Result) -> Diagnostic:
    metric = result.measure.metric if result.measure else ""
    owners = subject.portfolio.initiatives[result.initiative].owners
    ask = f"ask {joined(owners)}, then add" if owners else "add"
    return Diagnostic(
        RULE,
        f"`{metric}` has been due for measuring since {result.due}",
        (result.place / "measure").key,
        cure=f"{ask} `actual: {{date: …, value: …}}`",
        initiative=result.initiative,
    )


CHECK = Check(RULE, find)
