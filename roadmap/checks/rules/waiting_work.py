"""Work in progress depends on something that has not started, or has a start date to come.

The schedule believes the status and lets it continue. Either the dependency is not one, or
the work is stalled.

Bad:   {status: in_progress, depends_on: [ledger]}   where ledger is only proposed
Good:  the dependency started first, or removed if it is not one
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Status

RULE = Rule("RM408", "waiting-work", Severity.WARNING, __doc__)
_UNSTARTED = (Status.PROPOSED, Status.COMMITTED)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unstarted dependency of work in progress, and each `not_before` to come."""
    every = subject.portfolio.initiatives
    for initiative in subject.judged:
        if initiative.status is not Status.IN_PROGRESS:
            continue
        for id in dict.fromkeys(initiative.depends_on or ()):
            if id in every and id != initiative.id and every[id].status in _UNSTARTED:
                yield _waiting(initiative, every[id])
        if initiative.not_before and initiative.not_before.first > subject.portfolio.as_of:
            yield Diagnostic(
                RULE,
                f"`{initiative.id}` is in progress but may not start before "
                f"`{initiative.not_before.text}`",
                initiative.place / "not_before",
                cure="remove `not_before`, or correct the status",
                initiative=initiative.id,
            )


def _waiting(initiative: Initiative, wanted: Initiative) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"`{initiative.id}` is in progress but depends on `{wanted.id}`, "
        "which has not started",
        initiative.place / "depends_on" / wanted.id,
        related=((wanted.place, "has not started"),),
        cure=f"start `{wanted.id}`, or remove the dependency",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find)
