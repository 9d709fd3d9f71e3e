"""Delivered work depends on something that is not delivered.

Either it is not finished, or it never had that dependency, or the dependency is finished
and its status is out of date.

Bad:   {status: delivered, depends_on: [ledger]}   where ledger is in progress
Good:  the status of `ledger` brought up to date
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Status

RULE = Rule("RM409", "premature-delivery", Severity.WARNING, __doc__)
_SETTLED = (Status.DELIVERED, Status.DROPPED)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each undelivered dependency of delivered work, except for dropped ones."""
    every = subject.portfolio.initiatives
    for initiative in every.values():
        if initiative.status is Status.DELIVERED:
            for id in dict.fromkeys(initiative.depends_on or ()):
                if id in every and every[id].status not in _SETTLED:
                    yield _premature(initiative, every[id])


def _premature(initiative: Initiative, wanted: Initiative) -> Diagnostic:
    said = wanted.status.value.replace("_", " ")
    return Diagnostic(
        RULE,
        f"`{initiative.id}` is delivered but depends on `{wanted.id}`, which is {said}",
        initiative.place / "depends_on" / wanted.id,
        related=((wanted.place, said),),
        cure=f"update the status of `{wanted.id}`, or remove the dependency",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find, needs="plan")
