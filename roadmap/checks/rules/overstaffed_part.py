"""An effort asks for more people than its team has. It gets the whole team.

Bad:   effort: {data: {work: 6w, people: 5}}   where data has 2 people
Good:  effort: {data: {work: 6w, people: 2}}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Part

RULE = Rule("RM202", "overstaffed-part", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each part of an effort with more people than its team has."""
    for initiative in subject.judged:
        stated = {"effort": initiative.effort, "remaining": initiative.remaining or ()}
        for key, part in ((key, part) for key, parts in stated.items() for part in parts):
            team = subject.portfolio.teams[part.team]
            if part.people is not None and part.people > team.people:
                yield _overstaffed(initiative, key, part, float(team.people))


def _overstaffed(initiative: Initiative, key: str, part: Part, people: float) -> Diagnostic:
    asked = float(part.people or 0)
    return Diagnostic(
        RULE,
        f"`{initiative.id}` asks for {asked:g} people from `{part.team}`, "
        f"which has {people:g}",
        initiative.place / key / part.team / "people",
        cure=f"write at most {people:g}",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find)
