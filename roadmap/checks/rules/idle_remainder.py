"""A team's `at_once` leaves some of its people idle all the time.

Each initiative gets the team's people divided by `at_once`, rounded down to half a person.
What remains is too little to staff another initiative.

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
    "the fewest idle people to report",
    unit="people",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each team whose `at_once` leaves people idle."""
    for team in subject.portfolio.teams.values():
        if team.place is None or subject.doubted(team.place, "people", "at_once"):
            continue
        idle = team.people % team.share
        if idle >= max(subject.limit(PEOPLE), Fraction(1, 100)):
            yield Diagnostic(
                RULE,
                f"`{team.id}` leaves {float(idle):g} of its {float(team.people):g} people "
                f"idle: each initiative gets {float(team.share):g}",
                team.place / ("people" if team.at_once == 2 else "at_once"),
                cure="choose an `at_once` that leaves nobody idle, "
                "or set `people` on the efforts",
            )


CHECK = Check(RULE, find, limits=(PEOPLE,))
