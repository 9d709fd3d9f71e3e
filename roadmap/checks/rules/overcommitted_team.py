"""Work in progress needs more people than its team has.

Some of it is stalled, whatever its status says: people go to the initiative with the
earliest `started` first, then by id.

Bad:   five initiatives in progress for a team of four people that works on two at a time
Good:  two in progress, the others `paused` or `committed`
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative, Status
from roadmap.model.teams import Team

RULE = Rule("RM203", "overcommitted-team", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each team whose work in progress needs more people than it has."""
    held: dict[str, list[tuple[Initiative, Fraction]]] = {}
    for initiative in subject.judged:
        if initiative.status is Status.IN_PROGRESS:
            for id, people in _people(subject, initiative):
                held.setdefault(id, []).append((initiative, people))
    for id, running in held.items():
        team = subject.portfolio.teams[id]
        total = sum((people for _, people in running), Fraction(0))
        if total > team.people:
            yield _overcommitted(team, running, total)


def _people(subject: Subject, initiative: Initiative) -> Iterator[tuple[str, Fraction]]:
    for part in initiative.parts:
        team = subject.portfolio.teams[part.team]
        if part.work.middle:
            asked = team.share if part.people is None else min(part.people, team.people)
            yield team.id, asked


def _overcommitted(
    team: Team, running: list[tuple[Initiative, Fraction]], total: Fraction
) -> Diagnostic:
    places: list[tuple[Place, str]] = [
        (initiative.place, f"needs {float(people):g}") for initiative, people in running
    ]
    return Diagnostic(
        RULE,
        f"work in progress needs {float(total):g} people from `{team.id}`, "
        f"which has {float(team.people):g}",
        team.place.key if team.place else running[0][0].place,
        related=tuple(places),
        cure="pause some of it, or set `people` to those who really work on it",
    )


CHECK = Check(RULE, find)
