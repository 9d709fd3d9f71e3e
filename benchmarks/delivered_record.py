"""What delivered work took of its estimate, as docs/forecast.md counts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, gamma, log, pi, sqrt
from statistics import mean, median, stdev

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio

FEWEST = 8


@dataclass(frozen=True, slots=True)
class Reference:
    """The median of spent ÷ effort, `shift`, and the next P10 and P90 as shares of it."""

    shift: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DeliveredRecord:
    """The references of teams with eight parts of their own, and that of all teams."""

    teams: Mapping[str, Reference]
    everybody: Reference | None

    def of(self, team: str) -> Reference | None:
        """What counts for a team; None where too little is delivered."""
        return self.teams.get(team, self.everybody)


def delivered_record(portfolio: Portfolio) -> DeliveredRecord:
    """What the delivered work of a portfolio says."""
    by_team: dict[str, list[float]] = {}
    for initiative in portfolio.initiatives.values():
        if _counts(initiative, portfolio):
            spent = {part.team: part.work.middle for part in initiative.spent or ()}
            for part in initiative.effort:
                took = spent.get(part.team)
                if took and part.work.middle:
                    ratio = float(took / part.work.middle)
                    by_team.setdefault(part.team, []).append(log(ratio))
    teams = {
        team: _reference(logs) for team, logs in by_team.items() if len(logs) >= FEWEST
    }
    logs = [number for numbers in by_team.values() for number in numbers]
    return DeliveredRecord(teams, _reference(logs) if len(logs) >= FEWEST else None)


def _counts(initiative: Initiative, portfolio: Portfolio) -> bool:
    if initiative.status is not Status.DELIVERED or initiative.effort_assumed:
        return False
    return initiative.delivered is None or portfolio.has_happened(initiative.delivered)


def _reference(logs: list[float]) -> Reference:
    count, middle = len(logs), median(logs)
    half = student_90(count - 1) * stdev(logs) * sqrt(1 + 1 / count)
    off_centre = mean(logs) - middle
    return Reference(exp(middle), exp(off_centre - half), exp(off_centre + half))


@cache
def student_90(freedom: int) -> float:
    """What 90 % of Student's t with so many degrees of freedom does not exceed.

    >>> round(student_90(7), 4), round(student_90(30), 4)
    (1.4149, 1.3104)
    """
    low, high = 0.0, 4.0
    for _ in range(50):
        tried = (low + high) / 2
        low, high = (tried, high) if _from_zero(tried, freedom) < 0.4 else (low, tried)
    return high


def _from_zero(upper: float, freedom: int, steps: int = 400) -> float:
    """The probability between 0 and a value, by Simpson's rule."""
    ratio = gamma((freedom + 1) / 2) / gamma(freedom / 2)
    width = upper / steps
    heights = [
        (1 + (step * width) ** 2 / freedom) ** (-(freedom + 1) / 2)
        for step in range(steps + 1)
    ]
    inside = 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    return ratio / sqrt(freedom * pi) * width / 3 * (heights[0] + inside + heights[-1])
