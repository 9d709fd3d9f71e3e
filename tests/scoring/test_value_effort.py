from __future__ import annotations

from fractions import Fraction

from roadmap.model.initiative import Initiative
from roadmap.scoring.catalogue import scores
from roadmap.scoring.framework import NO_OUTCOME, Score
from tests.building import initiative, outcome, portfolio


def score(one: Initiative) -> Score:
    return scores(portfolio(one), "value-effort")[one.id]


def test_a_stated_value_is_divided_by_the_effort() -> None:
    found = score(initiative(value=40, effort="2w..6w"))

    assert found.value == 40
    assert found.size == 4
    assert found.score == 10


def test_a_stated_value_is_taken_as_it_is() -> None:
    assert score(initiative(value=Fraction("0.12345"))).value == Fraction("0.12345")


def test_a_value_of_0_is_known_and_is_nothing() -> None:
    found = score(initiative(value=0))

    assert found.value == found.score == 0
    assert found.missing == ()


def test_without_a_stated_value_the_points_of_customer_value_count() -> None:
    one = initiative("a", outcomes=[outcome()])

    assert score(one) == scores(portfolio(one), "customer-value")["a"]


def test_a_stated_effort_takes_the_place_of_the_initiatives() -> None:
    stated = {"value-effort": {"effort": Fraction(10)}}  # working days
    found = score(initiative(outcomes=[outcome()], effort=None, overrides=stated))

    assert found.size == 2
    assert not any(assumption.fact.of_work for assumption in found.assumed)


def test_nothing_claimed_and_nothing_stated_is_unknown() -> None:
    found = score(initiative())

    assert (found.value, found.missing) == (None, (NO_OUTCOME,))
