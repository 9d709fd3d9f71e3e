"""A deadline cannot be kept even if nothing else is done.

It has passed, it lies before the initiative's own `not_before`, or the work takes longer
with all its teams free. Lateness still counts from the stated day.

Bad:   {effort: {web: 12w}, not_before: 2027-06, deadline: 2027-06-30}
Good:  {effort: {web: 2w}, not_before: 2027-06, deadline: 2027-06-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import impossible
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Status

RULE = Rule("RM401", "impossible-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each deadline that nobody can keep."""
    for initiative in subject.judged:
        deadline = initiative.deadline
        if deadline is None or initiative.status is Status.PAUSED:
            continue
        why = impossible(initiative, deadline, subject.portfolio)
        if why:
            yield Diagnostic(
                RULE,
                f"the deadline `{deadline.text}` cannot be kept: {why}",
                initiative.place / "deadline",
                cure="agree on a later date, or do less",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
