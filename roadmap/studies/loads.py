"""How much work each team has, and until when it is held."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.studies.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Load:
    """A team's share of a plan.

    `work` is in person-weeks; `until` is the day on which it is done (exclusive), None
    where it has nothing to do. Both None: the team does not exist.
    """

    team: str
    work: Fraction | None
    until: int | None = None


def loads(found: Outlook, teams: tuple[str, ...]) -> tuple[Load, ...]:
    """The load of each team that is named."""
    portfolio = found.portfolio
    work = dict.fromkeys(portfolio.teams, Fraction(0))
    until: dict[str, int] = {}
    for id, slot in found.plan.slots.items():
        for part in portfolio.initiatives[id].parts:
            work[part.team] += portfolio.weeks(part.work.middle)
        for team, stay in slot.parts.items():
            until[team] = max(until.get(team, 0), stay.end_day)
    return tuple(Load(team, work.get(team), until.get(team)) for team in teams)
