"""An initiative depends on work that is not planned: dropped, paused, or still an idea.

It cannot be scheduled until that work is.

Bad:   depends_on: [old-ledger]   where old-ledger is dropped
Good:  depends_on: [new-ledger]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Status

RULE = Rule("RM112", "shelved-dependency", Severity.WARNING, __doc__)


_SAID = {Status.DROPPED: "dropped", Status.PAUSED: "paused", Status.IDEA: "only an idea"}


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each dependency of planned work on work that is not planned."""
    every = subject.portfolio.initiatives
    for initiative in subject.judged:
        if initiative.status is Status.PAUSED:
            continue
        for wanted in dict.fromkeys(initiative.depends_on or ()):
            if wanted in every and every[wanted].status in _SAID:
                yield _shelved(initiative, every[wanted])


def _shelved(initiative: Initiative, wanted: Initiative) -> Diagnostic:
    said = _SAID[wanted.status]
    return Diagnostic(
        RULE,
        f"`{initiative.id}` depends on `{wanted.id}`, which is {said}",
        initiative.place / "depends_on" / wanted.id,
        related=((wanted.place / "status", f"{said} here"),),
        cure=f"plan `{wanted.id}`, or remove the dependency",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find, bars=True)
