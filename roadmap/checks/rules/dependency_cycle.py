"""Initiatives depend on each other in a circle, so none of them can start.

The initiatives in the circle, and everything that depends on them, are not scheduled.

Bad:   a depends on b, b depends on c, c depends on a
Good:  a depends on b, b depends on c
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.checks.check import Check, Subject
from roadmap.checks.circles import circles
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM111", "dependency-cycle", Severity.ERROR, __doc__)
LONGEST = 8
"""Ids that a message names at most."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each circle once, at the dependency of its first member by id."""
    every = subject.portfolio.initiatives
    wanted = {id: _others(initiative, every) for id, initiative in every.items()}
    for circle in circles(wanted):
        yield _circle(circle, every)


def _others(initiative: Initiative, every: Mapping[str, Initiative]) -> list[str]:
    named = dict.fromkeys(initiative.depends_on or ())
    return [id for id in named if id in every and id != initiative.id]


def _circle(circle: list[str], every: Mapping[str, Initiative]) -> Diagnostic:
    edges = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    places = [_edge(every[waiting], wanted) for waiting, wanted in edges]
    return Diagnostic(
        RULE,
        f"dependency cycle: {_said(circle)}",
        places[0][0],
        related=tuple(places[1:]),
        cure="remove one of these dependencies",
        initiative=circle[0],
    )


def _edge(waiting: Initiative, wanted: str) -> tuple[Place, str]:
    return waiting.place / "depends_on" / wanted, f"`{waiting.id}` depends on `{wanted}`"


def _said(circle: list[str]) -> str:
    more = len(circle) - LONGEST
    ids = [*circle[:LONGEST], *([f"{more} more"] if more > 0 else []), circle[0]]
    return " → ".join(id if id.endswith(" more") else f"`{id}`" for id in ids)


CHECK = Check(RULE, find)
