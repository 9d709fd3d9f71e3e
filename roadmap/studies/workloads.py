"""How much work each team has, and how long it is busy."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.studies.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Workload:
    """A team's share of a plan.

    `work` is in person-weeks; `until` is the first day on which all of it is done, None
    where the team has no work. Both are None for a team that does not exist.
    """

    team: str
    work: Fraction | None
    until: int | None = None


def workloads(outlook: Outlook, teams: tuple[str, ...]) -> tuple[Workload, ...]:
    """The workload of each of these teams."""
    portfolio = outlook.portfolio
    work = dict.fromkeys(portfolio.teams, Fraction(0))
    until: dict[str, int] = {}
    for id, slot in outlook.plan.slots.items():
        for part in portfolio.initiatives[id].parts:
            work[part.team] += portfolio.weeks(part.work.middle)
        for team, held in slot.parts.items():
            until[team] = max(until.get(team, 0), held.end_day)
    return tuple(Workload(team, work.get(team), until.get(team)) for team in teams)
