"""The reference class: what delivered work took, as a forecast for work to come.

Daniel Kahneman and Amos Tversky, "Intuitive prediction", 1979. The range is the predictive
one of Student's t, since few deliveries say little about how far the next may be off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, sqrt
from statistics import fmean, median, stdev

from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.beta import quantile
from roadmap.outcomes.estimates import ENOUGH, log_ratios


@dataclass(frozen=True, slots=True)
class ReferenceClass:
    """What work took as multiples of its estimate: median, P10 and P90 of the next.

    `n` is how many pieces of delivered work say so.
    """

    n: int
    median: float
    low: float
    high: float


def reference_classes(portfolio: Portfolio) -> Mapping[str | None, ReferenceClass]:
    """By team, as far as a team has delivered enough; None is all teams together."""
    every = {
        team: logs for team, logs in log_ratios(portfolio).items() if len(logs) >= ENOUGH
    }
    return {team: _class(logs) for team, logs in every.items()}


def _class(logs: list[float]) -> ReferenceClass:
    n, middle = len(logs), median(logs)
    reach = t_quantile_90(n - 1) * stdev(logs) * sqrt(1 + 1 / n)
    low, high = fmean(logs) - reach, fmean(logs) + reach
    return ReferenceClass(n, exp(middle), exp(min(low, middle)), exp(max(high, middle)))


def t_quantile_90(freedom: int) -> float:
    """What 90 % of Student's t with so many degrees of freedom does not exceed.

    >>> round(t_quantile_90(7), 3), round(t_quantile_90(10), 3)
    (1.415, 1.372)
    """
    share = quantile(0.2, freedom / 2, 0.5)
    return sqrt(freedom * (1 - share) / share)
