"""What work and outside dates turn out to be, drawn as docs/forecast.md says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from random import Random
from typing import Any

from benchmarks.delivered_record import DeliveredRecord, delivered_record
from benchmarks.workdays import Workdays
from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio

Z_OF_90 = 1.2816
"""The normal value that 90 % of draws do not exceed."""
LEAST_LOW = 1 / 20
"""A low end counts as at least this share of the median."""
THOUSANDTHS = 1000
SPREAD = Range(Fraction(80, 100), Fraction(160, 100))
TEAM_SHARE, PORTFOLIO_SHARE = Fraction(15, 100), Fraction(10, 100)

PartKey = tuple[str, str]
"""The ids of an initiative and of a team that works on it."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """The work of each part, in person-days, and the day from which each may start.

    A part without work is no part, and an initiative without `not_before` has no day.
    """

    work: Mapping[PartKey, Fraction]
    not_before: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Luck:
    """Standard normal draws of one execution."""

    random: Random
    team_share: float
    portfolio_share: float
    teams: Mapping[str, float]
    everybody: float

    def of_part(self, team: str) -> float:
        alone = max(0.0, 1 - self.team_share - self.portfolio_share)
        own = sqrt(alone) * self.of_its_own()
        shared = sqrt(self.portfolio_share) * self.everybody
        return own + sqrt(self.team_share) * self.teams[team] + shared

    def of_its_own(self) -> float:
        return self.random.gauss(0, 1)


def planned_lengths(portfolio: Portfolio, workdays: Workdays) -> Lengths:
    """The numbers that the plan counts."""
    return Lengths(
        {
            (initiative.id, part.team): part.work.middle
            for initiative in portfolio.initiatives.values()
            for part in parts_with_work(initiative)
        },
        {
            initiative.id: workdays.on_or_after(initiative.not_before.first)
            for initiative in portfolio.initiatives.values()
            if initiative.not_before is not None
        },
    )


def drawn_lengths(portfolio: Portfolio, workdays: Workdays, random: Random) -> Lengths:
    """What one execution takes."""
    planned = planned_lengths(portfolio, workdays)
    luck = _luck(portfolio, random)
    record = delivered_record(portfolio)
    spread = _setting(portfolio, "spread", SPREAD)
    work, dates = dict(planned.work), dict(planned.not_before)
    for initiative in portfolio.initiatives.values():
        started = initiative.status is Status.IN_PROGRESS
        for part in parts_with_work(initiative):
            factor = _factor(part, luck.of_part(part.team), spread, record, started)
            work[initiative.id, part.team] *= factor
        if initiative.not_before_range is not None:
            z = luck.of_its_own()
            dates[initiative.id] = _drawn_day(initiative, workdays, z)
    return Lengths(work, dates)


def parts_with_work(initiative: Initiative) -> tuple[Part, ...]:
    """The parts that somebody has to work on."""
    return tuple(part for part in initiative.parts if part.work.middle)


def _luck(portfolio: Portfolio, random: Random) -> _Luck:
    team = _setting(portfolio, "team", TEAM_SHARE)
    everybody = _setting(portfolio, "portfolio", PORTFOLIO_SHARE)
    whole = max(1, team + everybody)
    return _Luck(
        random,
        float(team / whole),
        float(everybody / whole),
        {team: random.gauss(0, 1) for team in portfolio.teams},
        random.gauss(0, 1),
    )


def _factor(
    part: Part, z: float, spread: Range, record: DeliveredRecord, started: bool
) -> Fraction:
    """By what the work of a part is multiplied, in whole thousandths."""
    middle, reference = part.work.middle, record.of(part.team)
    if part.work.low != part.work.high:
        low, high = float(part.work.low / middle), float(part.work.high / middle)
    elif reference is not None:
        low, high = reference.low, reference.high
    else:
        low, high = float(spread.low), float(spread.high)
    low = max(low, LEAST_LOW)
    factor = (1 / low if z < 0 else high) ** (z / Z_OF_90)
    if reference is not None and not started:
        factor *= reference.shift
    return Fraction(max(1, round(factor * THOUSANDTHS)), THOUSANDTHS)


def _drawn_day(initiative: Initiative, workdays: Workdays, z: float) -> int:
    assert initiative.not_before is not None
    assert initiative.not_before_range is not None
    middle = workdays.on_or_after(initiative.not_before.first)
    first = workdays.on_or_after(initiative.not_before_range.first)
    last = workdays.on_or_after(initiative.not_before_range.last)
    distance = middle - first if z < 0 else last - middle
    return middle + round(z / Z_OF_90 * distance)


def _setting(portfolio: Portfolio, key: str, default: Any) -> Any:
    return portfolio.settings.get("forecast", {}).get(key, default)
