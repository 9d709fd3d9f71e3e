"""A team's people cannot all be at work: what `at_once` leaves over is always idle.

An initiative gets the team's people divided by `at_once`, to the half person below. What
then remains is too few for a further initiative of the usual size, so nobody plans it.

Bad:   web: {people: 5, at_once: 3}      one and a half each, half a person idle
Good:  web: {people: 5, at_once: 2}      two and a half each
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM208", "idle-remainder", Severity.NOTE, __doc__)
PEOPLE = Limit(
    RULE.name,
    "people",
    Fraction(1, 2),
    "a team that leaves so many people or more idle is divided badly",
    unit="people",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each team that its own `at_once` keeps from working with all its people."""
    for team in subject.portfolio.teams.values():
        if team.place is None or subject.doubted(team.place, "people", "at_once"):
            continue
        idle = team.people % team.share
        if idle >= max(subject.limit(PEOPLE), Fraction(1, 100)):
            yield Diagnostic(
                RULE,
                f"`{team.id}` gives {float(team.share):g} of its {float(team.people):g} "
                f"people to an initiative, so {float(idle):g} stay idle",
                team.place / ("people" if team.at_once == 2 else "at_once"),
                cure="choose `at_once` so that nobody is left over, "
                "or state `people` on the parts",
            )


CHECK = Check(RULE, find, limits=(PEOPLE,))
