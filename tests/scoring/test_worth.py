from __future__ import annotations

from fractions import Fraction

from roadmap.model.customers import Segment
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import scores
from roadmap.scoring.worth import worth_shares
from tests.building import initiative, need, outcome, portfolio, segment


def shares(*segments: Segment) -> dict[str, Fraction]:
    return dict(worth_shares({each.id: each for each in segments}))


def test_worth_is_customers_and_prospects_times_lifetime_value_times_weight() -> None:
    families = segment("families", customers=90, prospects=30, lifetime_value=800)
    firms = segment("firms", customers=8, lifetime_value=4000, weight=2)

    # 96,000 and 64,000
    assert shares(families, firms) == {"families": Fraction(3, 5), "firms": Fraction(2, 5)}


def test_segments_of_which_nothing_is_said_count_alike() -> None:
    assert set(shares(segment("a"), segment("b"), segment("c")).values()) == {
        Fraction(1, 3)
    }


def test_a_segment_whose_customers_nobody_counted_counts_as_one() -> None:
    assert shares(segment("a"), segment("b", customers=3))["a"] == Fraction(1, 4)


def test_a_segment_of_weight_0_is_one_that_we_choose_not_to_serve() -> None:
    assert shares(segment("a"), segment("b", weight=0)) == {"a": 1, "b": 0}


def test_a_lifetime_value_that_some_lack_is_the_mean_of_the_others() -> None:
    known = (segment("a", lifetime_value=100), segment("b", lifetime_value=300))

    # 100, 300 and their mean 200
    assert shares(*known, segment("c"))["c"] == Fraction(1, 3)


def test_an_assumed_lifetime_value_is_said() -> None:
    known = segment("a", lifetime_value=100)
    one = initiative("a", outcomes=[outcome(segments=["b"])])
    facts = portfolio(one, needs=[need()], segments=[known, segment("b")])

    assumed = scores(facts, "customer-value")["a"].assumed

    assert Assumption(Fact.LIFETIME_VALUE, ("b",), Fraction(100)) in assumed


def test_a_number_of_customers_that_only_others_have_is_said_to_be_one() -> None:
    known = segment("a", customers=100)
    one = initiative("a", outcomes=[outcome(segments=["b"])])
    facts = portfolio(one, needs=[need()], segments=[known, segment("b")])

    assumed = scores(facts, "customer-value")["a"].assumed
    assert Assumption(Fact.CUSTOMERS, ("b",), Fraction(1)) in assumed


def test_without_any_worth_all_segments_count_alike() -> None:
    assert shares(segment("a", weight=0), segment("b", customers=0)) == {
        "a": Fraction(1, 2),
        "b": Fraction(1, 2),
    }


def test_no_segments_have_no_shares() -> None:
    assert shares() == {}


def test_nothing_is_assumed_of_segments_of_which_nothing_is_said() -> None:
    one = initiative("a", outcomes=[outcome(segments=["b"])])
    facts = portfolio(one, needs=[need()], segments=[segment("a"), segment("b")])

    assumed = scores(facts, "customer-value")["a"].assumed

    assert not {assumption.fact for assumption in assumed} & {
        Fact.CUSTOMERS,
        Fact.LIFETIME_VALUE,
    }
