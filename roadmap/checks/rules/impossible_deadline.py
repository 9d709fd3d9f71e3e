"""A deadline cannot be met even if the teams do nothing else.

It has passed, it is earlier than the initiative's own `not_before`, or the work alone takes
longer. Lateness still counts from the stated date.

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
    """Each deadline that nobody can meet."""
    for initiative in subject.judged:
        deadline = initiative.deadline
        if deadline is None or initiative.status is Status.PAUSED:
            continue
        why = impossible(initiative, deadline, subject.portfolio)
        if why:
            yield Diagnostic(
                RULE,
                f"deadline `{deadline.text}` cannot be met: {why}",
                initiative.place / "deadline",
                cure="agree on a later date, or reduce the scope",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
