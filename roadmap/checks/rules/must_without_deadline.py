"""A mandatory initiative has no deadline, so it can be scheduled at any time.

Bad:   must: {why: law}
Good:  must: {why: law}  with  deadline: 2027-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM402", "must-without-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each mandatory initiative without a deadline."""
    for initiative in subject.judged:
        undated = initiative.must is not None and initiative.deadline is None
        if undated and not subject.doubted(initiative.place, "deadline"):
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` is mandatory but has no deadline",
                (initiative.place / "must").key,
                cure="add the `deadline` that it has to meet",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find)
