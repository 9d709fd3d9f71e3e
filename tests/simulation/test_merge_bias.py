"""Where two branches join the later one decides: worked by hand, against the forecast."""

from __future__ import annotations

from fractions import Fraction
from math import asin, ceil, log, pi
from statistics import NormalDist, fmean

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.replay import replay
from roadmap.simulation.spreads import Spread
from tests.building import initiative, portfolio, team
from tests.simulation.forecasting import draws_of, forecast_of

NORMAL = NormalDist()
Z90 = NORMAL.inv_cdf(0.9)
DAYS = 50
DRAWS, GRID = 20_000, 200


def share_done_by(day: float) -> float:
    """The share of draws in which a branch of ten weeks takes no more than `day` days."""
    if day <= 0:
        return 0
    slope = log(1.25 if day < DAYS else 1.6) / Z90
    return NORMAL.cdf(log(day / DAYS) / slope)


def two_branches(*, one_team: bool = False) -> Portfolio:
    """Two branches of ten weeks by one person each, and a milestone that needs both."""
    teams = [team("web", 2, 2), team("data", 1, 1)]
    left = initiative("left", effort={"web": ("10w", 1)})
    right = initiative("right", effort={"web" if one_team else "data": ("10w", 1)})
    launch = initiative("launch", effort="0d", depends_on=["left", "right"])
    return portfolio(left, right, launch, teams=teams)


def test_the_mean_of_the_later_of_two_is_that_of_the_integral_to_three_digits() -> None:
    drawn = draws_of(two_branches(), draws=1)
    whole = drawn.course.problem
    evenly = [NORMAL.inv_cdf((place + 0.5) / GRID) for place in range(GRID)]
    spread = Spread(log(1.25) / Z90, log(1.6) / Z90)
    work = spread.factors(evenly)
    pairs = {"left": [one for one in work for _ in work], "right": work * GRID}
    needs = [
        [[-(-hold.need * factor // 1000) for factor in pairs[id]] for hold in holds]
        for id, holds in zip(whole.ids, whole.holds, strict=True)
    ]
    found = replay(drawn.course, needs, [None] * whole.count, GRID * GRID)
    ends = found.end[whole.ids.index("launch")]
    # E[max] = Σ P(max > day) over whole days, since work ends with a whole day.
    mean = sum(1 - share_done_by(day) ** 2 for day in range(1000))

    assert f"{fmean(ends):.3g}" == f"{mean:.3g}" == "65.8"


def test_the_chance_that_both_are_on_time_is_one_in_four() -> None:
    found = forecast_of(
        two_branches(), team=Fraction(0), portfolio=Fraction(0), draws=DRAWS
    )

    assert found.ranges["left"].chance == pytest.approx(1 / 2, abs=0.011)
    assert found.ranges["launch"].chance == pytest.approx(1 / 4, abs=0.011)


@pytest.mark.parametrize(("one_team", "shared"), [(False, 0.10), (True, 0.25)])
def test_shared_luck_makes_being_on_time_together_likelier(
    one_team: bool, shared: float
) -> None:
    found = forecast_of(two_branches(one_team=one_team), draws=DRAWS)
    # Sheppard, 1899: two normal variables of this correlation are both below their median.
    both = 1 / 4 + asin(shared) / (2 * pi)

    assert found.ranges["launch"].chance == pytest.approx(both, abs=0.011)


def test_the_safe_day_is_that_of_the_distribution() -> None:
    found = forecast_of(
        two_branches(), team=Fraction(0), portfolio=Fraction(0), draws=DRAWS
    )
    for id, branches in (("left", 1), ("launch", 2)):
        z = NORMAL.inv_cdf(0.85 ** (1 / branches))
        day = ceil(DAYS * 1.6 ** (z / Z90)) - 1
        assert found.ranges[id].p85 == pytest.approx(day, abs=1)
