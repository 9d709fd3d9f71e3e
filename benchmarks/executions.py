"""Execute a plan day by day, as docs/forecast.md says, without the code of the forecast.

It knows a portfolio and when its plan starts each initiative. Everything else, from the
luck of a part to the day on which it ends, is worked out here once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from random import Random

from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team

PartKey = tuple[str, str]
Work = Mapping[PartKey, Fraction]
"""Person-days by initiative and team."""
Dates = Mapping[str, int]
"""Working days by initiative."""
LAST = 20_000
"""A day by which everything has ended."""


@dataclass(frozen=True)
class Luck:
    """What one execution brings: standard normal numbers, some of them in common."""

    random: Random
    team_share: float = 0.15
    portfolio_share: float = 0.10

    def drawn(self, portfolio: Portfolio, planned: Dates) -> tuple[Work, Dates]:
        """The work of every part, and the days of outside deliveries."""
        everybody = self.random.gauss(0, 1)
        team = {id: self.random.gauss(0, 1) for id in portfolio.teams}
        work, dates = {}, {}
        for id in sorted(planned):
            initiative = portfolio.initiatives[id]
            for part in initiative.parts:
                own = sqrt(1 - self.team_share - self.portfolio_share)
                z = own * self.random.gauss(0, 1)
                z += sqrt(self.team_share) * team[part.team]
                z += sqrt(self.portfolio_share) * everybody
                work[id, part.team] = part.work.middle * factor(part, z)
            if initiative.not_before_range is not None:
                dates[id] = delivery(portfolio, initiative, self.random.gauss(0, 1))
        return work, dates


def factor(part: Part, z: float) -> Fraction:
    """How much longer than its median a part takes, in thousandths."""
    middle = float(part.work.middle)
    low, high = float(part.work.low), float(part.work.high)
    if low == high:
        low, high = 0.8 * middle, 1.6 * middle
    low = max(low, middle / 20)
    ratio = middle / low if z < 0 else high / middle
    return Fraction(max(1, round(1000 * ratio ** (z / 1.2815515655))), 1000)


def delivery(portfolio: Portfolio, initiative: Initiative, z: float) -> int:
    """The day on which somebody else delivers."""
    stated, middle = initiative.not_before_range, initiative.not_before
    assert stated is not None
    assert middle is not None
    first, half, last = (
        portfolio.calendar.day_on_or_after(when)
        for when in (stated.first, middle.first, stated.last)
    )
    reach = half - first if z < 0 else last - half
    return max(portfolio.today, half + round(z / 1.2815515655 * reach))


class Execution:
    """A plan under way; `kept` are starts that the plan puts off on purpose."""

    def __init__(
        self, portfolio: Portfolio, planned: Dates, ranking: Mapping[str, int]
    ) -> None:
        """Prepare to execute a plan that starts initiatives on these days."""
        self.portfolio, self.ranking = portfolio, ranking
        self.today = portfolio.today
        self.order = sorted(planned, key=lambda id: self._turn(id, planned))
        self.kept: dict[str, int] = {}
        self._presence: dict[tuple[str, int], Fraction] = {}
        own = {
            (id, part.team): part.work.middle
            for id in planned
            for part in portfolio.initiatives[id].parts
        }
        self.ranged = {
            id for id in planned if portfolio.initiatives[id].not_before_range is not None
        }
        middle = {id: self._stated(id) for id in self.ranged}
        starts, _ = self.run(own, middle)
        self.kept = {id: day for id, day in planned.items() if starts[id] < day}

    def _turn(self, id: str, planned: Dates) -> tuple[int, bool, int]:
        running = self.portfolio.initiatives[id].status is Status.IN_PROGRESS
        return planned[id], not running, self.ranking[id]

    def run(self, work: Work, dates: Dates) -> tuple[dict[str, int], dict[str, int]]:
        """The first day of each initiative, and the day after its last."""
        left: dict[PartKey, Fraction] = {}
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        waiting = list(self.order)
        day = self.today
        while waiting or left:
            assert day < LAST
            waiting = self._start(day, waiting, left, starts, ends, work, dates)
            for id, team in list(left):
                left[id, team] -= self._done(id, team, day)
                if left[id, team] <= 0:
                    del left[id, team]
                    if all(other != id for other, _ in left):
                        ends[id] = day + 1
            day += 1
        return starts, ends

    def _start(
        self,
        day: int,
        waiting: list[str],
        left: dict[PartKey, Fraction],
        starts: dict[str, int],
        ends: dict[str, int],
        work: Work,
        dates: Dates,
    ) -> list[str]:
        """Start what can start on a day; what cannot waits on, and its teams' queues."""
        still, queued = [], set[str]()
        for id in self.order:
            if id not in waiting:
                continue
            teams = {team for other, team in work if other == id and work[id, team] > 0}
            if queued & teams or not self._may(id, day, teams, left, ends, dates):
                still.append(id)
                queued |= teams
                continue
            starts[id] = day
            if not teams:
                ends[id] = day
            left.update({(id, team): work[id, team] for team in teams})
        return still

    def _may(
        self,
        id: str,
        day: int,
        teams: set[str],
        left: dict[PartKey, Fraction],
        ends: dict[str, int],
        dates: Dates,
    ) -> bool:
        initiative = self.portfolio.initiatives[id]
        if initiative.status is Status.IN_PROGRESS:
            return True
        floor = dates[id] if id in dates else self._stated(id)
        if day < max(floor, self.kept.get(id, 0)):
            return False
        if any(ends.get(one, LAST) > day for one in initiative.depends_on or ()):
            return False
        return all(
            self._people(id, team) + self._held(team, left) <= self._team(team).people
            and self._present(team, day)
            for team in teams
        )

    def _stated(self, id: str) -> int:
        stated = self.portfolio.initiatives[id].not_before
        if stated is None:
            return self.today
        return max(self.today, self.portfolio.calendar.day_on_or_after(stated.first))

    def _team(self, team: str) -> Team:
        return self.portfolio.teams[team]

    def _people(self, id: str, team: str) -> Fraction:
        parts = self.portfolio.initiatives[id].parts
        stated = next(part.people for part in parts if part.team == team)
        return self._team(team).share if stated is None else stated

    def _held(self, team: str, left: dict[PartKey, Fraction]) -> Fraction:
        busy = (id for id, other in left if other == team)
        return sum((self._people(id, team) for id in busy), Fraction(0))

    def _present(self, team: str, day: int) -> Fraction:
        """The share of a team that is there on a day."""
        if (team, day) not in self._presence:
            self._presence[team, day] = self._presence_of(team, day)
        return self._presence[team, day]

    def _presence_of(self, team: str, day: int) -> Fraction:
        calendar, of = self.portfolio.calendar, self._team(team)
        if any(day in calendar.days_of(each) for each in calendar.holidays):
            return Fraction(0)
        gone = sum(
            (
                of.people if each.people is None else each.people
                for each in of.away
                if day in calendar.days_of(each.period)
            ),
            Fraction(0),
        )
        return max(Fraction(0), of.people - gone) / of.people

    def _done(self, id: str, team: str, day: int) -> Fraction:
        of = self._team(team)
        return self._people(id, team) * of.focus * self._present(team, day)
