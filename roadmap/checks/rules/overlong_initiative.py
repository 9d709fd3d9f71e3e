"""An initiative takes longer than half a year, even if its teams do nothing else.

Nobody learns anything from it for too long, and no estimate of that length holds. What
customers can have first makes an initiative of its own.

Bad:   effort: {web: 60w}   where two people of the team work on it
Good:  two initiatives, the second of which depends on the first
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.estimates import own_people
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM207", "overlong-initiative", Severity.NOTE, __doc__)
WEEKS = Limit(
    RULE.name,
    "weeks",
    Fraction(26),
    "the weeks above which an initiative is too long",
    unit="weeks",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each initiative with a part that takes too long."""
    portfolio, weeks = subject.portfolio, subject.limit(WEEKS)
    known: dict[tuple[str, Fraction | None, str], Fraction] = {}
    for initiative in subject.judged:
        for part in initiative.parts:
            said = (part.team, part.people, part.work.text)
            if said not in known:
                known[said] = _weeks(portfolio, part)
            if known[said] > weeks:
                yield _overlong(initiative, part, known[said])
                break


def _weeks(portfolio: Portfolio, part: Part) -> Fraction:
    """The weeks that a part takes its people, days off not counted."""
    people = own_people(portfolio, part) * portfolio.teams[part.team].focus
    return part.work.middle / (people * portfolio.calendar.days_a_week)


def _overlong(initiative: Initiative, part: Part, weeks: Fraction) -> Diagnostic:
    key = "effort" if initiative.parts is initiative.effort else "remaining"
    return Diagnostic(
        RULE,
        f"`{initiative.id}` takes `{part.team}` at least {float(weeks):.0f} weeks",
        initiative.place / key / part.team / "work",
        cure="split off what customers can have first",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find, limits=(WEEKS,))
