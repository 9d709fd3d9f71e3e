"""Draws: the same everywhere, by key, and as wide as was typed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from statistics import NormalDist, fmean, stdev

import pytest

from roadmap.simulation.luck import Luck, SharedDraws, normals
from roadmap.simulation.normal import normal_quantile
from roadmap.simulation.settings import ForecastSettings
from roadmap.simulation.spreads import Spread, spread
from tests.building import initiative, portfolio, team
from tests.simulation.forecasting import draws_of, forecast_of

SHARES = [1e-9, 1e-4, 0.01, 0.0749, 0.075, 0.1, 0.3, 0.5, 0.77, 0.925, 0.99, 1 - 1e-9]


@pytest.mark.parametrize("share", SHARES)
def test_the_inverse_of_the_normal_distribution_is_that_of_python(share: float) -> None:
    assert normal_quantile(share) == pytest.approx(NormalDist().inv_cdf(share), abs=1e-12)


def test_the_first_draws_are_the_same_on_every_machine() -> None:
    first = [round(z, 6) for z in normals(1, ["own", "a", "web"], 3)]

    assert first == [0.838144, -0.535067, -1.787297]


def test_parts_of_one_team_share_their_luck_and_those_of_two_share_less() -> None:
    luck = Luck(ForecastSettings(), 40_000)
    first, second, other = (
        luck.of_part("a", "web"), luck.of_part("b", "web"), luck.of_part("c", "data")
    )  # fmt: skip

    def correlation(one: list[float], two: list[float]) -> float:
        return fmean(map(float.__mul__, one, two)) / stdev(one) / stdev(two)

    assert stdev(first) == pytest.approx(1, abs=0.02)
    assert correlation(first, second) == pytest.approx(0.25, abs=0.02)
    assert correlation(first, other) == pytest.approx(0.10, abs=0.02)


def test_draws_that_are_kept_are_those_that_would_be_made() -> None:
    kept, settings = SharedDraws(), ForecastSettings()
    few, more = (Luck(settings, count, kept).of_part("a", "web") for count in (200, 300))

    assert more[:200] == few == Luck(settings, 200).of_part("a", "web")
    assert Luck(settings, 250, kept).of_date("a") == normals(1, ["date", "a"], 250)
    assert Luck(replace(settings, seed=2), 200, kept).of_part("a", "web") != few


def test_typed_ends_of_a_range_are_met_by_one_draw_in_ten_each() -> None:
    luck = Luck(ForecastSettings(), 20_000).of_part("a", "web")
    factors = spread(0.5, 3.0).factors(luck)

    assert sum(factor <= 500 for factor in factors) / 20_000 == pytest.approx(0.1, abs=0.01)
    assert sum(factor <= 1000 for factor in factors) / 20_000 == pytest.approx(
        0.5, abs=0.015
    )
    assert sum(factor <= 3000 for factor in factors) / 20_000 == pytest.approx(
        0.9, abs=0.01
    )


def test_a_factor_is_never_nothing() -> None:
    assert Spread(3.0, 3.0).factors([-9.0]) == [1]


def test_an_irrelevant_initiative_changes_nobody_s_draws() -> None:
    teams = [team("web", 2, 1), team("data", 2, 1)]
    one = initiative("one", effort={"web": "4w"}, value=9)
    two = initiative("two", effort={"web": "2w..6w"}, value=5, depends_on=["one"])
    new = initiative("new", effort={"data": "3w"}, value=30)
    before = draws_of(portfolio(one, two, teams=teams), draws=300)
    after = draws_of(portfolio(one, two, new, teams=teams), draws=300)

    for id in ("one", "two"):
        ends = [
            drawn.courses.end[drawn.course.problem.ids.index(id)]
            for drawn in (before, after)
        ]
        assert ends[0] == ends[1]


def test_another_seed_is_other_draws() -> None:
    whole = portfolio(initiative("a"), initiative("b", depends_on=["a"]))
    first, second = (forecast_of(whole, draws=200, seed=seed) for seed in (1, 2))

    assert first.ranges != second.ranges


def test_shares_of_luck_beyond_all_of_it_are_scaled_down() -> None:
    from roadmap.simulation.settings import forecast_settings

    whole = portfolio(
        settings={"forecast": {"team": Fraction(9, 10), "portfolio": Fraction(6, 10)}}
    )
    found = forecast_settings(whole)

    assert (found.team, found.portfolio) == (Fraction(6, 10), Fraction(4, 10))
