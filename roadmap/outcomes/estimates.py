"""Estimates: what work took, as a multiple of what it was estimated at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, floor, log

from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.deliveries import delivered
from roadmap.scoring.figures import rounded

ENOUGH = 8
"""Pieces of work from which on a team's own record counts."""
_SHARES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Estimates:
    """How long work took, as a multiple of its estimate: the median, and 80 % of it.

    `team` is None for all teams together. `n` counts parts of delivered work with both
    an `effort` and what was `spent`.
    """

    team: str | None
    n: int
    ratio: Fraction
    low: Fraction
    high: Fraction


def estimates(portfolio: Portfolio) -> tuple[Estimates, ...]:
    """The record of all teams, then of each with enough of its own; none without any."""
    by_team = log_ratios(portfolio)
    pooled = by_team.get(None)
    if not pooled:
        return ()
    own = ((team, by_team[team]) for team in portfolio.teams if team in by_team)
    enough = (_record(team, logs) for team, logs in own if len(logs) >= ENOUGH)
    return (_record(None, pooled), *enough)


def log_ratios(portfolio: Portfolio) -> dict[str | None, list[float]]:
    """The logarithms of what work took ÷ its estimate, by team; None is all of them."""
    found: dict[str | None, list[float]] = defaultdict(list)
    for initiative in delivered(portfolio):
        for team, ratio in _ratios(initiative):
            found[team].append(log(ratio))
    pooled = [each for logs in found.values() for each in logs]
    return {None: pooled, **found} if pooled else {}


def _ratios(initiative: Initiative) -> Iterator[tuple[str, Fraction]]:
    """What each team spent ÷ what it had estimated, above 0."""
    if initiative.effort_assumed or initiative.spent is None:
        return
    planned, spent = _by_team(initiative.effort), _by_team(initiative.spent)
    for team, work in planned.items():
        if work and spent.get(team):
            yield team, spent[team] / work


def _by_team(parts: Sequence[Part]) -> dict[str, Fraction]:
    return {part.team: part.work.middle for part in parts}


def _record(team: str | None, logs: list[float]) -> Estimates:
    ordered = sorted(logs)
    low, ratio, high = (
        rounded(Fraction(exp(quantile(ordered, share))), 1000) for share in _SHARES
    )
    return Estimates(team, len(logs), ratio, low, high)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that a share lies below, at place (n + 1) × share (Weibull, 1939).

    Beyond the first and last, it is these.

    >>> quantile([1.0, 2.0, 4.0], 0.5), quantile([1.0, 2.0, 4.0], 0.1)
    (2.0, 1.0)
    """
    place = (len(ordered) + 1) * share
    before = floor(place)
    if before < 1:
        return ordered[0]
    if before >= len(ordered):
        return ordered[-1]
    one, other = ordered[before - 1], ordered[before]
    return one + (other - one) * (place - before)
