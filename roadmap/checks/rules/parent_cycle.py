"""Initiatives are each other's parents in a circle, or one is its own parent.

A parent creates no order, so nothing is left out, but nobody can tell what is part of what.

Bad:   a has the parent b, b has the parent a
Good:  a has the parent b, b has none
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.checks.check import Check, Subject
from roadmap.checks.circles import circles
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Initiative

RULE = Rule("RM122", "parent-cycle", Severity.WARNING, __doc__)
LONGEST = 8
"""Ids that a message names at most."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each circle once, at the parent of its first member by id."""
    every = subject.portfolio.initiatives
    for id, initiative in every.items():
        if initiative.parent == id:
            message = f"`{id}` is its own parent"
            place = initiative.place / "parent"
            yield Diagnostic(RULE, message, place, (), "remove `parent`", id)
    parents = {id: _parent(initiative, every) for id, initiative in every.items()}
    for circle in circles(parents):
        yield _circle(circle, every)


def _parent(initiative: Initiative, every: Mapping[str, Initiative]) -> list[str]:
    known = initiative.parent in every and initiative.parent != initiative.id
    return [initiative.parent] if known else []


def _circle(circle: list[str], every: Mapping[str, Initiative]) -> Diagnostic:
    edges = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    places = [_edge(every[part], whole) for part, whole in edges]
    return Diagnostic(
        RULE,
        f"parents in a circle: {_said(circle)}",
        places[0][0],
        related=tuple(places[1:]),
        cure="remove one of these parents",
        initiative=circle[0],
    )


def _edge(part: Initiative, whole: str) -> tuple[Place, str]:
    return part.place / "parent", f"`{part.id}` has the parent `{whole}`"


def _said(circle: list[str]) -> str:
    more = len(circle) - LONGEST
    ids = [f"`{id}`" for id in circle[:LONGEST]]
    return " → ".join([*ids, *([f"{more} more"] if more > 0 else []), f"`{circle[0]}`"])


CHECK = Check(RULE, find)
