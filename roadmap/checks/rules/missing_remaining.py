"""Work in progress does not say how much effort remains.

Its full effort counts as if it started today, so everything behind it looks later than it
is.

Bad:   {status: in_progress, effort: {web: 5w}}
Good:  {status: in_progress, effort: {web: 5w}, remaining: {web: 1w}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Status

RULE = Rule("RM206", "missing-remaining", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative in progress that does not state its remaining effort."""
    for initiative in subject.judged:
        running = initiative.status is Status.IN_PROGRESS and not initiative.is_milestone
        if not running or initiative.remaining is not None:
            continue
        if initiative.effort_assumed:  # a finding of its own
            continue
        if not subject.doubted(initiative.place, "remaining"):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` is in progress without `remaining`: "
                "its full effort counts",
                initiative.place / "status",
                cure="add what is left to do: `remaining: 2w`",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
