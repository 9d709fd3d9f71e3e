"""A team has work that would end after 2199, the last year of the calendar.

That work is not scheduled. An effort, a focus or a number of people is wrong by orders of
magnitude, or a list of wishes was read as a plan.

Bad:   {effort: {web: 1040w}}   where web is a tenth of a person at a focus of 10 %
Good:  {effort: {web: 20w}}   and the rest as ideas, which are not scheduled
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.estimates import own_people
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.calendar import LAST_YEAR
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM411", "work-beyond-calendar", Severity.WARNING, __doc__)
MOST = 5
"""Initiatives that a finding points at, at most."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each team whose work would end too late, and each date that is too late itself."""
    beyond: dict[str, list[Initiative]] = {}
    for id, why in sorted(subject.forecast.unplaced.items()):
        if why.kind == "beyond":
            each = subject.portfolio.initiatives[id]
            beyond.setdefault(_slowest(subject.portfolio, each), []).append(each)
    for team, those in beyond.items():
        if team:
            yield _late_team(subject.portfolio, team, those)
        else:
            yield from map(_late_date, those)


def _slowest(portfolio: Portfolio, initiative: Initiative) -> str:
    """The team whose part takes longest; empty for a milestone."""

    def days(number: int) -> float:
        part = initiative.parts[number]
        focus = portfolio.teams[part.team].focus
        return float(part.work.middle / (own_people(portfolio, part) * focus))

    working = [n for n, part in enumerate(initiative.parts) if part.work.middle]
    return initiative.parts[max(working, key=days)].team if working else ""


def _late_team(portfolio: Portfolio, id: str, those: list[Initiative]) -> Diagnostic:
    team, places = portfolio.teams[id], [initiative.place for initiative in those]
    what = f"{len(those)} initiatives are" if len(those) > 1 else f"`{those[0].id}` is"
    return Diagnostic(
        RULE,
        f"`{id}` would work beyond {LAST_YEAR}, so {what} not scheduled",
        team.place.key if team.place else places[0],
        related=tuple((place, "") for place in places[:MOST]),
        cure="check its `people`, its `focus` and the effort of that work",
    )


def _late_date(milestone: Initiative) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"`{milestone.id}` would be after {LAST_YEAR}, so it is not scheduled",
        milestone.place,
        cure="check its `not_before`, and that of what it depends on",
        initiative=milestone.id,
    )


CHECK = Check(RULE, find, needs="plan")
