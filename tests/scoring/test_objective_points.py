from __future__ import annotations

from fractions import Fraction

import pytest

from roadmap.model.customers import Objective
from roadmap.model.initiative import Claim
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import scores
from roadmap.scoring.framework import NO_OUTCOME, Lack, Score, ScoreGap
from tests.building import contribution, evidence, initiative, objective, outcome, portfolio


def score(claim: Claim, *objectives: Objective) -> Score:
    one = initiative("a", contributions=[claim])
    proof = [evidence("law", "obligation")]
    facts = portfolio(one, objectives=objectives or [objective()], evidence=proof)
    return scores(facts, "customer-value")["a"]


@pytest.mark.parametrize(
    ("kind", "expected"), [("commercial", 250), ("operational", 150), ("customer", 100)]
)
def test_reaching_every_objective_of_a_kind_is_worth_its_balance(
    kind: str, expected: int
) -> None:
    all_of_it = contribution(impact="100%", evidence=["law"])

    assert score(all_of_it, objective(kind=kind)).value == expected


def test_an_objective_counts_for_its_weight_within_its_kind() -> None:
    both = (objective("retention", weight=3), objective("growth", weight=2))
    other = objective("cheaper", "operational", weight=95)

    # 250 × 3/5 × 20 % × 10 %
    assert score(contribution("retention"), *both, other).value == 3
    assert score(contribution("growth"), *both, other).value == 2


def test_an_objective_without_weight_counts_nothing() -> None:
    assert score(contribution(), objective(weight=0)).value == 0


def test_kinds_without_an_objective_keep_their_share_unused() -> None:
    alone = score(contribution(), objective())
    beside = score(contribution(), objective(), objective("cheaper", "operational"))

    assert alone.value == beside.value == 5


def test_a_gain_is_a_share_of_the_way_to_the_target() -> None:
    # 250 × 3.5/7 × 10 %
    assert score(contribution(gain=3.5), objective(baseline=81, target=88)).value == 12.5


def test_a_gain_may_be_a_range() -> None:
    assert score(contribution(gain="3..4"), objective(baseline=81, target=88)).value == 12.5


@pytest.mark.parametrize("gain", [4, -4])
def test_a_gain_on_a_figure_that_falls_may_be_written_either_way(gain: int) -> None:
    # half of the way from 41 to 33
    assert score(contribution(gain=gain), objective(baseline=41, target=33)).value == 12.5


def test_a_gain_counts_for_the_whole_way_at_most() -> None:
    assert score(contribution(gain=90), objective(baseline=81, target=88)).value == 25


def test_a_loss_on_a_figure_that_is_to_rise_is_harm_and_not_capped() -> None:
    assert score(contribution(gain=-0.7), objective(baseline=81, target=88)).value == -25


def test_a_gain_where_no_key_result_has_a_way_to_go_counts_nothing_and_is_missing() -> None:
    found = score(contribution(gain=4), objective())

    assert found.value is None
    assert found.missing == (ScoreGap(Lack.KEY_RESULT, "retention"),)


def test_a_negative_impact_on_an_objective_subtracts() -> None:
    assert score(contribution(impact="-low")).value == -25


def test_an_objective_that_does_not_exist_counts_nothing_and_is_missing() -> None:
    assert score(contribution("fame")).missing == (ScoreGap(Lack.OBJECTIVE, "fame"),)


def test_needs_and_objectives_add_up() -> None:
    one = initiative("a", outcomes=[outcome()], contributions=[contribution()])
    found = scores(portfolio(one, objectives=[objective()]), "customer-value")["a"]

    assert [leaf.kind for leaf in found.leaves] == ["need", "objective"]
    assert found.value == Fraction("2.5") + 5


def test_the_terms_of_a_contribution_multiply_to_its_points() -> None:
    both = (objective("retention", weight=3), objective("growth", weight=2))
    (leaf,) = score(contribution(impact="high", evidence=["law"]), *both).leaves
    amounts = [term.amount for term in leaf.terms]

    assert amounts == [250, Fraction(3, 5), Fraction(2, 5), 1]
    assert leaf.points == 60


def test_an_initiative_that_claims_nothing_has_no_value_and_says_so() -> None:
    found = scores(portfolio(initiative("a")), "customer-value")["a"]

    assert found.value is None
    assert found.score is None
    assert found.weight == 0
    assert found.missing == (NO_OUTCOME,)


def test_a_stated_value_takes_the_place_of_all_claims() -> None:
    stated = {"customer-value": {"value": Fraction("12.345")}}
    one = initiative("a", outcomes=[outcome()], overrides=stated)
    found = scores(portfolio(one), "customer-value")["a"]

    assert found.value == Fraction("12.35")
    assert [leaf.kind for leaf in found.leaves] == ["term"]
    assert found.assumed == ()


def test_effort_that_nobody_stated_is_said_to_be_assumed() -> None:
    found = scores(portfolio(initiative("a", effort=None)), "customer-value")["a"]

    assert found.size == 4
    assert Assumption(Fact.EFFORT, amount=Fraction(4)) in found.assumed


def test_running_work_is_scored_on_what_remains() -> None:
    running = initiative(
        "a", outcomes=[outcome()], effort="6w", remaining="2w", status="in_progress"
    )
    unsaid = initiative("b", outcomes=[outcome()], effort="6w", status="in_progress")
    found = scores(portfolio(running, unsaid), "customer-value")

    assert found["a"].size == 2
    assert found["b"].size == 6
    assert Assumption(Fact.REMAINING) in found["b"].assumed


def test_a_milestone_has_no_score_of_its_own_but_may_have_value() -> None:
    gate = initiative("a", outcomes=[outcome()], effort="0d")
    found = scores(portfolio(gate), "customer-value")["a"]

    assert found.value == Fraction("2.5")
    assert found.score is None


def test_initiatives_of_every_status_are_scored() -> None:
    every = ("idea", "committed", "in_progress", "paused", "delivered", "dropped")
    many = [initiative(status, status=status, outcomes=[outcome()]) for status in every]

    found = scores(portfolio(*many), "customer-value")

    assert {each.value for each in found.values()} == {Fraction("2.5")}
