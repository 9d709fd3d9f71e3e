from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.initiative import Claim
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import frameworks, scores
from roadmap.scoring.framework import NO_OUTCOME, Score
from roadmap.views.phrases.terms import term_text
from tests.building import (
    contribution,
    evidence,
    initiative,
    need,
    objective,
    outcome,
    portfolio,
    segment,
)

SEGMENTS = (
    segment("families", customers=1000, prospects=500, lifetime_value=9),
    segment("firms", customers=200, weight=0),
)


def score(
    *claims: Claim,
    segments: tuple[Any, ...] = SEGMENTS,
    affects: str = "50%",
    **stated: Any,
) -> Score:
    one = initiative("a", outcomes=claims, overrides={"rice": stated})
    facts = portfolio(
        one,
        needs=[need(affects=affects)],
        segments=segments,
        evidence=[evidence("talks", "interview")],
    )
    return scores(facts, "rice")["a"]


def test_rice_is_reach_times_impact_times_confidence_over_effort() -> None:
    # 1000 × 50 % × 40 % = 200 customers a year, × 2 × 50 %, ÷ 4 weeks
    claim = outcome(segments=["families"], reach="40%", impact="high", evidence=["talks"])
    found = score(claim)

    assert found.value == 200
    assert found.size == 4
    assert found.score == 50


def test_a_rice_score_deserves_three_digits() -> None:
    assert frameworks()["rice"].digits == 3


def test_reach_is_heads_whatever_they_are_worth() -> None:
    # 1200 × 50 % × 100 % × 1 × 10 %
    assert score(outcome()).value == 60


def test_without_segments_reach_is_a_percentage_of_customers() -> None:
    found = score(outcome(reach="40%"), segments=(), affects="100%")

    # 40 × 1 × 10 %
    assert found.value == 4
    assert Assumption(Fact.AUDIENCE, amount=Fraction(100)) in found.assumed


def test_customers_are_assumed_only_where_a_segment_that_counts_states_none() -> None:
    unknown = segment("firms", customers=None)
    for names, assumed in ((["families"], False), (["families", "firms"], True)):
        found = score(outcome(segments=names), segments=(SEGMENTS[0], unknown))
        assert any(it.fact is Fact.AUDIENCE for it in found.assumed) is assumed


def test_what_is_left_of_the_work_is_assumed_about_work_and_all_else_about_value() -> None:
    assert {fact for fact in Fact if fact.of_work} == {Fact.EFFORT, Fact.REMAINING}


@pytest.mark.parametrize(
    ("impact", "scale"),
    [
        ("minimal", "0.25"),
        ("low", "0.5"),
        ("medium", "1"),
        ("high", "2"),
        ("massive", "3"),
        ("7%", "0.25"),
        ("7.5%", "0.25"),  # between minimal and low
        ("8%", "0.5"),
        ("30%", "1"),  # between medium and high
        ("31%", "2"),
        ("50%", "2"),  # between high and massive
        ("100%", "3"),
        ("20%..60%", "2"),
    ],
)
def test_impact_is_on_rices_own_scale(impact: str, scale: str) -> None:
    found = score(outcome(impact=impact), segments=(), affects="100%")

    assert found.value == Fraction(scale) * 10  # 100 customers, 10 % sure


def test_harm_counts_against_it_in_full() -> None:
    assert score(outcome(impact="-high"), segments=(), affects="100%").value == -200


def test_outcomes_add_up_and_contributions_do_not_count() -> None:
    one = initiative(
        "a", outcomes=[outcome(), outcome(reach="50%")], contributions=[contribution()]
    )
    found = scores(portfolio(one, objectives=[objective()]), "rice")["a"]

    assert [leaf.points for leaf in found.leaves] == [10, 5]
    assert found.value == 15


def test_contributions_alone_have_no_value_in_rice() -> None:
    one = initiative("a", contributions=[contribution()])
    found = scores(portfolio(one, objectives=[objective()]), "rice")["a"]

    assert (found.value, found.missing) == (None, (NO_OUTCOME,))


def test_a_stated_term_takes_the_place_of_the_read_one() -> None:
    claim = outcome(
        segments=["families"], impact="high", evidence=["talks"]
    )  # 500 × 2 × 1/2

    assert score(claim, reach=Fraction(300)).value == 300
    assert score(claim, impact=Fraction(3)).value == 750
    assert score(claim, confidence=Fraction(1)).value == 1000
    assert score(claim, effort=Fraction(10)).score == 250


def test_stated_reach_and_impact_need_no_outcome() -> None:
    found = score(reach=Fraction(300), impact=Fraction(2), confidence=Fraction(4, 5))

    assert found.value == 480
    assert found.missing == ()


def test_stated_reach_and_impact_count_once_and_as_sure_as_the_surest_outcome() -> None:
    claims = (outcome(), outcome(evidence=["talks"]))

    assert score(*claims, reach=Fraction(300), impact=Fraction(2)).value == 300


def test_the_terms_multiply_to_the_leafs_points_exactly() -> None:
    found = score(outcome(reach="33.3%", impact="high"))
    product = Fraction(1)
    for term in found.leaves[0].terms:
        product *= term.amount or 0

    assert product == found.value == Fraction("39.96")


def test_a_claim_says_what_one_class_higher_would_add() -> None:
    (leaf,) = score(outcome(), segments=(), affects="100%").leaves

    assert leaf.next_class == "request"
    assert leaf.gain == 25


def test_the_customers_are_named_and_counted() -> None:
    (leaf,) = score(outcome()).leaves

    assert term_text(leaf.terms[0]) == "1200 customers (families and firms)"


def test_customers_whom_nobody_counted_are_said_to_be_assumed() -> None:
    (counted,) = score(outcome()).leaves
    (guessed,) = score(outcome(), segments=(*SEGMENTS, segment("others"))).leaves

    assert [counted.terms[0].assumed, guessed.terms[0].assumed] == [False, True]


def test_no_impact_is_nearest_to_minimal_and_no_surer_than_its_evidence() -> None:
    (leaf,) = score(outcome(impact="0%", confidence="80%")).leaves
    impact = next(term for term in leaf.terms if term.name == "impact")

    assert impact.amount == Fraction(1, 4)
    assert leaf.confidence == Fraction(1, 10)


def test_a_segment_without_a_number_of_customers_counts_as_one_of_them() -> None:
    unsaid = (segment("families", customers=1000), segment("firms"))
    found = score(outcome(), segments=unsaid)

    ids = ("families", "firms")
    assert Assumption(Fact.AUDIENCE, ids, Fraction(1001)) in found.assumed
