from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import scores
from roadmap.scoring.framework import Lack, Leaf, Score, ScoreGap
from roadmap.views.phrases.terms import term_text
from tests.building import evidence, initiative, need, outcome, portfolio, segment

NEED = ("know-my-bill",)
PROOF = (evidence("law", "obligation"), evidence("trial", "experiment"))


def score(claim: Claim, *needs: Need, **rest: Any) -> Score:
    one = initiative("a", outcomes=[claim])
    facts = portfolio(one, needs=needs or [need()], evidence=PROOF, **rest)
    return scores(facts, "customer-value")["a"]


def leaf(claim: Claim, *needs: Need, **rest: Any) -> Leaf:
    (only,) = score(claim, *needs, **rest).leaves
    return only


def points(claim: Claim, *needs: Need, **rest: Any) -> float:
    return float(leaf(claim, *needs, **rest).points)


def test_bringing_the_greatest_need_from_0_to_10_for_everybody_is_500_points() -> None:
    all_of_it = outcome(impact="100%", protects=True, evidence=["law"])

    assert points(all_of_it, need(importance=10, satisfaction=10)) == 500


@pytest.mark.parametrize(
    ("impact", "expected"),
    [
        ("minimal", 2.5),
        ("low", 5),
        ("medium", 10),
        ("high", 20),
        ("massive", 30),
        ("50%", 25),
    ],
)
def test_a_word_for_impact_is_a_share_of_the_gap(impact: str, expected: float) -> None:
    # 500 points, a gap of 10 of 10, confidence 10 % without evidence
    assert points(outcome(impact=impact)) == expected


@pytest.mark.parametrize(
    ("named", "known", "who"),
    [
        (None, ["families", "firms"], "all customers"),
        (["families"], [], "all customers"),
        (
            ["families", "firms"],
            ["families", "firms"],
            "families and firms, 100 % of customer value",
        ),
        (["firms"], ["families", "firms"], "firms, 50 % of customer value"),
    ],
)
def test_those_whom_an_outcome_is_for_are_named_unless_it_is_for_all(
    named: list[str] | None, known: list[str], who: str
) -> None:
    found = leaf(outcome(segments=named), segments=[segment(each) for each in known])

    assert term_text(found.terms[1]) == who


@pytest.mark.parametrize(
    ("named", "whose"),
    [(None, "all customers"), (["families", "firms"], "families and firms")],
)
def test_those_who_answered_differently_are_summed_up(
    named: list[str] | None, whose: str
) -> None:
    apart = need(by_segment={"firms": (10, 8)})
    both = [segment("families"), segment("firms")]
    found = leaf(outcome(segments=named), apart, segments=both)

    assert term_text(found.terms[1]) == f"{whose}, by segment"


@pytest.mark.parametrize(("reach", "assumed"), [(None, True), ("100%", False)])
def test_a_reach_that_nobody_states_is_marked_in_its_term(
    reach: str | None, assumed: bool
) -> None:
    found = leaf(outcome(reach=reach))

    assert [t.assumed for t in found.terms if t.name == "reach"] == [assumed]


@pytest.mark.parametrize(("affects", "assumed"), [(None, True), ("100%", False)])
def test_how_many_meet_a_need_is_marked_in_its_term_where_nobody_says(
    affects: str | None, assumed: bool
) -> None:
    found = leaf(outcome(), need(affects=affects))

    assert [t.assumed for t in found.terms if t.name == "affected"] == [assumed]


def test_nothing_is_missing_where_one_outcome_is_claimed() -> None:
    assert score(outcome()).missing == ()


def test_an_impact_that_nobody_states_is_medium_and_said_to_be_assumed() -> None:
    found = score(outcome(impact=None))

    assert found.value == 10
    assert Assumption(Fact.IMPACT, NEED, Fraction(20, 100), "medium") in found.assumed


def test_ranges_count_as_their_middle() -> None:
    # 500 × 1/2 reach × 3/10 impact × 1/10
    assert points(outcome(reach="40%..60%", impact="20%..30%..40%")) == 7.5


def test_reach_that_nobody_states_is_everybody_and_said_to_be_assumed() -> None:
    everybody = Assumption(Fact.REACH, NEED, Fraction(1))
    assert everybody in score(outcome()).assumed
    assert everybody not in score(outcome(reach="100%")).assumed
    assert points(outcome(reach="60%")) == 6


def test_a_need_that_few_meet_in_a_year_counts_for_few() -> None:
    assert points(outcome(), need(affects="16%")) == 1.6
    everybody = Assumption(Fact.AFFECTS, NEED, Fraction(1))
    assert everybody in score(outcome(), need(affects=None)).assumed


def test_value_is_importance_times_what_is_lacking() -> None:
    # 500 × 8.7/10 × 6.6/10 × 40 % × 10 % = 11.484
    assert points(outcome(impact="high"), need(importance=8.7, satisfaction=3.4)) == 11.48


def test_it_does_not_pay_not_to_ask() -> None:
    unasked = score(outcome(impact="high"), need(importance=None, satisfaction=None))

    assert unasked.value == Fraction("5")  # a quarter of 20
    assert Assumption(Fact.SURVEY, NEED) in unasked.assumed


def test_a_need_of_which_only_importance_was_asked_is_taken_as_half_met() -> None:
    found = score(outcome(impact="high"), need(importance=8, satisfaction=None))

    assert found.value == 8
    assert Assumption(Fact.SATISFACTION, NEED, Fraction(5)) in found.assumed


def test_what_is_protected_is_what_customers_have() -> None:
    # 500 × 9/10 × 7/10 × 20 % × 95 %
    kept = outcome(protects=True, evidence=["trial"])

    assert points(kept, need(importance=9, satisfaction=7)) == 59.85


def test_harm_takes_from_what_customers_have_and_is_never_discounted() -> None:
    # 500 × 9/10 × 7/10 × −10 %
    found = leaf(outcome(impact="-low"), need(importance=9, satisfaction=7))

    assert found.points == Fraction("-31.5")
    assert found.confidence == 1
    assert found.allowed is None
    assert found.gain is None


def test_harm_counts_as_sure_as_it_is_said_to_be() -> None:
    found = score(outcome(impact="-low", confidence="50%"), need(satisfaction=10))

    assert found.value == -25


def test_a_harmful_initiative_shows_its_harm_and_weighs_nothing_in_the_order() -> None:
    found = score(outcome(impact="-high"), need(satisfaction=10))

    assert found.value == -200
    assert found.score == -50
    assert found.weight == 0


def test_points_are_rounded_half_away_from_zero() -> None:
    # 500 × 0.01 % × 10 % = 0.005, and −0.005 of what is there
    tiny = outcome(impact="0.01%")
    loss = outcome(impact="-0.001%")

    assert leaf(tiny).points == Fraction("0.01")
    assert leaf(loss, need(satisfaction=10)).points == Fraction("-0.01")


def test_segments_are_summed_before_anything_is_rounded() -> None:
    # three thirds of 0.01: each alone would round to nothing
    thirds = [segment(name) for name in ("a", "b", "c")]
    claim = outcome(segments=["a", "b", "c"], impact="0.02%")
    each = need(by_segment={"a": (10, 0), "b": (9, 0), "c": (8, 0)})

    assert leaf(claim, each, segments=thirds).points == Fraction("0.01")


def test_an_outcome_counts_for_the_worth_of_its_segments() -> None:
    two = [segment("families", customers=3), segment("firms", customers=1)]

    assert points(outcome(segments=["families"]), segments=two) == 7.5
    assert points(outcome(segments=["firms"]), segments=two) == 2.5
    assert points(outcome(), segments=two) == 10


def test_a_segment_named_twice_counts_once() -> None:
    two = [segment("families"), segment("firms")]

    assert points(outcome(segments=["firms", "firms"]), segments=two) == 5


def test_nobody_is_nobody() -> None:
    assert points(outcome(segments=[]), segments=[segment()]) == 0
    assert points(outcome(segments=["strangers"]), segments=[segment()]) == 0


def test_without_segments_everybody_counts_alike_whoever_is_named() -> None:
    assert points(outcome(segments=["families"])) == 10


def test_every_segment_has_its_own_importance_and_satisfaction() -> None:
    # 500 × 20 % × 10 % × (3/4 × 9/10 × 6/10 + 1/4 × 6/10 × 3/10) = 4.05 + 0.45
    two = [segment("families", customers=3), segment("firms", customers=1)]
    asked = need(importance=9, satisfaction=4, by_segment={"firms": (6, 7)})

    assert points(outcome(), asked, segments=two) == 4.5


def test_a_segment_that_was_asked_one_thing_takes_the_other_from_all() -> None:
    asked = need(importance=9, satisfaction=4, by_segment={"firms": (None, 7)})
    claim = outcome(segments=["firms"])

    # 500 × 9/10 × 3/10 × 20 % × 10 %
    assert points(claim, asked, segments=[segment("firms")]) == 2.7


def test_needs_count_for_their_balance() -> None:
    assert points(outcome(), balance={"needs": 80}) == 16


def test_an_unknown_need_counts_nothing_and_is_missing() -> None:
    found = score(outcome("no-such-need"), need())

    assert found.value is None
    assert found.missing == (ScoreGap(Lack.NEED, "no-such-need"),)


def test_the_terms_of_a_leaf_multiply_to_its_points_before_rounding() -> None:
    two = [segment("families", customers=3), segment("firms", customers=1)]
    asked = need(importance=8.7, satisfaction=3.4, by_segment={"firms": (6, 7)})
    found = leaf(outcome(reach="37%", impact="high"), asked, segments=two)
    product = Fraction(1)
    for term in found.terms:
        assert term.amount is not None
        product *= term.amount
        if term.parts:
            assert sum(part.amount or 0 for part in term.parts) == term.amount

    # 500 × (3/4 × 0.5742 + 1/4 × 0.18) × 37 % × 40 % × 10 %
    assert product == 500 * (Fraction(3, 4) * Fraction("0.5742") + Fraction("0.045")) * (
        Fraction("0.37") * Fraction("0.4") * Fraction("0.1")
    )
    assert found.points == Fraction("3.52")


def test_a_leaf_reads_like_a_sentence() -> None:
    two = [segment("families", customers=16), segment("firms", customers=9)]
    found = leaf(outcome(segments=["families"], reach="60%", impact="high"), segments=two)

    assert [f"{term.name}: {term_text(term)}" for term in found.terms] == [
        "scale: 500 points for all needs",
        "customers: families, 64 % of customer value",
        "importance: 10 of 10",
        "missing satisfaction: 10 of 10",
        "affected: 100 % have this need in a year",
        "reach: 60 % of them",
        "impact: high: 40 %",
        "confidence: 10 %, set for lack of evidence",
    ]


def test_a_segment_that_we_choose_not_to_serve_counts_for_nothing_and_is_named() -> None:
    segments = [segment("smb"), segment("gov", weight=0)]
    claim = outcome(impact="50%", segments=("smb", "gov"))
    text = term_text(leaf(claim, need(), segments=segments).terms[1])

    assert text == "smb, 100 % of customer value (gov: not served)"
    assert points(claim, need(), segments=segments) == points(
        outcome(impact="50%", segments=("smb",)), need(), segments=segments
    )


def test_an_outcome_for_all_customers_leaves_nobody_out() -> None:
    apart = need(by_segment={"firms": (10, 8)})
    segments = [segment("families"), segment("firms"), segment("gov", weight=0)]
    found = leaf(outcome(), apart, segments=segments)

    assert term_text(found.terms[1]) == "all customers, by segment"
