"""Which range alone decides whether a commitment is kept."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.deciding import TRIES, DecidingRange, deciding_ranges
from tests.building import initiative, portfolio, team
from tests.simulation.forecasting import draws_of, forecast_of

WIDE = "4w..40w"


def deciding(whole: Portfolio) -> list[DecidingRange]:
    return list(deciding_ranges(draws_of(whole), forecast_of(whole).dates))


def alone(effort: str, promised: str) -> Portfolio:
    told = initiative("told", effort=effort, promised=promised)
    return portfolio(told, teams=[team("team", 1, 1)])


def test_a_wide_range_decides_a_date_that_its_median_keeps() -> None:
    (found,) = deciding(alone(WIDE, "2027-07-30"))

    assert (found.id, found.team, found.date.id) == ("told", "team", "told")
    assert found.date.chance < Fraction(85, 100) < found.certain == 1


def test_a_date_that_the_median_misses_is_not_decided_by_the_range() -> None:
    assert not deciding(alone(WIDE, "2027-04-30"))


def test_a_safe_date_needs_no_decision() -> None:
    assert not deciding(alone(WIDE, "2028-06-30"))


def test_a_range_no_wider_than_a_single_number_is_not_to_blame() -> None:
    assert not deciding(alone("9w..17w", "2027-04-02"))
    assert not deciding(alone("13w", "2027-04-02"))
    assert deciding(alone("7w..19w", "2027-04-02"))


def test_of_two_ranges_ahead_the_one_that_moves_the_end_most_is_named() -> None:
    teams = [team(name, 1, 1) for name in ("web", "data")]
    first = initiative("first", effort={"web": WIDE})
    then = initiative(
        "then", effort={"data": "2w..6w"}, depends_on=["first"], promised="2027-09-03"
    )
    (found,) = deciding(portfolio(first, then, teams=teams))

    assert (found.id, found.team, found.date.id) == ("first", "web", "then")


def joined(promised: str) -> Portfolio:
    teams = [team(name, 1, 1) for name in ("web", "data")]
    both = initiative("a", effort={"web": WIDE, "data": WIDE}, promised=promised)
    return portfolio(both, teams=teams)


def test_where_two_equal_ranges_join_neither_makes_the_date_safe() -> None:
    assert not deciding(joined("2027-07-30"))


def test_a_date_more_likely_missed_than_kept_may_become_more_likely_kept() -> None:
    (found,) = deciding(joined("2027-06-30"))

    assert found.date.chance < Fraction(1, 2) < found.certain < Fraction(85, 100)


def test_of_many_commitments_the_least_likely_are_looked_at() -> None:
    names = [f"t{number}" for number in range(TRIES + 2)]
    told = [
        initiative(name, effort={name: WIDE}, promised=f"2027-{7 + at % 2:02}-28")
        for at, name in enumerate(names)
    ]
    whole = portfolio(*told, teams=[team(name, 1, 1) for name in names])
    dates = sorted(forecast_of(whole).dates, key=lambda it: (it.chance, it.id))

    assert all(date.chance < Fraction(85, 100) for date in dates)
    assert [deciding_range.date.id for deciding_range in deciding(whole)] == [
        d.id for d in dates[:TRIES]
    ]
