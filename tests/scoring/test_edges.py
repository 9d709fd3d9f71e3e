from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from roadmap.outcomes.needs import need_forecasts
from roadmap.reading.read import read
from roadmap.reading.sources import Texts
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import scores, words
from roadmap.scoring.constants import BALANCE, SETTLED
from roadmap.scoring.figures import brief
from roadmap.scoring.framework import Leaf, Score
from roadmap.views.phrases.terms import term_text
from tests.building import evidence, initiative, need, outcome, portfolio

LOST = ("harm", "progress lost")


def score(shared: str, own: str) -> Score:
    """The score of an initiative beside what is shared."""
    files = {"portfolio.yaml": shared.encode(), "a.yaml": own.encode()}
    found = read(Texts(files), words(), date(2027, 1, 4))
    return scores(found.portfolio, "customer-value")["a"]


def leaf(shared: str, own: str) -> Leaf:
    (only,) = score(shared, own).leaves
    return only


def test_the_settled_numbers_are_those_of_the_manual() -> None:
    def percents(numbers: dict[str, int]) -> dict[str, Fraction]:
        return {name: Fraction(number, 100) for name, number in numbers.items()}

    assert BALANCE == {"needs": 50, "customer": 10, "commercial": 25, "operational": 15}
    assert SETTLED.impact == percents(
        {"minimal": 5, "low": 10, "medium": 20, "high": 40, "massive": 60}
    )
    assert SETTLED.confidence == percents({"low": 20, "medium": 50, "high": 80})
    assert SETTLED.caps == percents(
        {"hunch": 10, "request": 35, "interview": 50, "survey": 70}
        | {"data": 80, "experiment": 95, "obligation": 100}
    )
    assert SETTLED.samples == {"interview": 5, "survey": 30}
    assert SETTLED.months == {"interview": 18, "survey": 12, "data": 6, "experiment": 24}
    assert SETTLED.unsurveyed == {"importance": 5, "satisfaction": 5}
    assert SETTLED.inherited_cap == Fraction(35, 100)
    assert (SETTLED.points, SETTLED.tie) == (Fraction(1000), Fraction(85, 100))


def test_no_effect_is_no_harm_so_its_confidence_is_capped() -> None:
    shared = "objectives: {growth: {kind: commercial}}"
    for claim in ("outcomes: {sleep: %s}", "contributes_to: {growth: %s}"):
        only = leaf(shared, claim % "{impact: 0%, confidence: 80%}")

        assert (only.points, only.confidence) == (Fraction(0), Fraction(1, 10))
        assert not [term.name for term in only.terms if term.name in LOST]
        assert "satisfaction" not in [term.name for term in only.terms]


@pytest.mark.parametrize("impact", ["-minimal", "-100%"])
def test_harm_is_called_by_its_name(impact: str) -> None:
    shared = "objectives: {growth: {kind: commercial}}"
    need, goal = (
        leaf(shared, claim % impact)
        for claim in ("outcomes: {sleep: %s}", "contributes_to: {growth: %s}")
    )

    assert "harm" in [term.name for term in need.terms]
    assert "progress lost" in [term.name for term in goal.terms]


@pytest.mark.parametrize("impact", ["-high", "high"])
def test_a_word_for_impact_is_repeated_as_it_was_written(impact: str) -> None:
    only = leaf("vision: V", f"outcomes: {{sleep: {impact}}}")

    assert f"{impact}: {impact.replace('high', '40 %')}" in list(map(term_text, only.terms))


@pytest.mark.parametrize(("gain", "points"), [("10", 25), ('"-10"', -250)])
def test_nothing_gains_or_loses_more_than_the_whole_way(gain: str, points: int) -> None:
    goal = "{metric: m, baseline: 3, target: 8}"
    shared = f"objectives: {{growth: {{kind: commercial, key_results: [{goal}]}}}}"

    assert leaf(shared, f"contributes_to: {{growth: {{gain: {gain}}}}}").points == points


@pytest.mark.parametrize("ends", ["baseline: 4, target: 0", "baseline: 0, target: 4"])
def test_a_way_may_begin_or_end_at_nothing(ends: str) -> None:
    goal = f"{{metric: m, {ends}}}"
    shared = f"objectives: {{growth: {{kind: commercial, key_results: [{goal}]}}}}"

    assert leaf(shared, "contributes_to: {growth: {gain: 2}}").points == Fraction(25, 2)


@pytest.mark.parametrize("ends", ["baseline: 2", "target: 2", "baseline: 2, target: 2"])
def test_a_gain_is_of_the_first_key_result_with_a_way_to_go(ends: str) -> None:
    goals = f"{{metric: m, {ends}}}, {{metric: n, baseline: 1, target: 5}}"
    shared = f"objectives: {{growth: {{kind: commercial, key_results: [{goals}]}}}}"

    assert leaf(shared, "contributes_to: {growth: {gain: 2}}").points == Fraction(25, 2)


def test_a_gain_on_a_figure_that_falls_by_less_than_one_is_a_share_of_the_way() -> None:
    goal = "{metric: m, baseline: 0.8, target: 0.3}"
    shared = f"objectives: {{growth: {{kind: commercial, key_results: [{goal}]}}}}"

    assert leaf(shared, "contributes_to: {growth: {gain: 0.25}}").points == Fraction(25, 2)


def test_a_loss_on_a_figure_that_rises_by_less_than_one_is_a_loss() -> None:
    goal = "{metric: m, baseline: 0.3, target: 0.8}"
    shared = f"objectives: {{growth: {{kind: commercial, key_results: [{goal}]}}}}"

    assert leaf(shared, 'contributes_to: {growth: {gain: "-0.25"}}').points < 0


def test_what_takes_away_more_than_it_brings_weighs_nothing() -> None:
    assert Score("a", Fraction(-3), Fraction(1)).weight == 0
    assert Score("a", None, Fraction(1)).weight == 0
    assert Score("a", Fraction(3), Fraction(1)).weight == 3


def test_a_score_without_tiers_is_of_the_first() -> None:
    assert Score("a", Fraction(3), Fraction(1)).tier == 0


def test_of_evidence_that_allows_the_same_the_first_named_counts() -> None:
    known = (evidence("talks", "interview"), evidence("calls", "interview"))
    one = initiative("a", outcomes=[outcome(evidence=["calls", "talks"])])
    facts = portfolio(one, needs=[need()], evidence=known)
    (only,) = scores(facts, "customer-value")["a"].leaves

    assert only.best == "calls"


def test_an_outcome_for_nobody_that_we_know_is_worth_nothing() -> None:
    shared = "segments: {families: {customers: 9}, others: {customers: 0}}"
    only = leaf(shared, "outcomes: {sleep: {segments: [others], impact: high}}")

    assert only.points == 0
    assert all(term.amount is None or term.amount >= 0 for term in only.terms)


@pytest.mark.parametrize(("effort", "weeks"), [("4w", "4"), ("8d", "1.6"), ("7d", "1.4")])
def test_effort_that_is_assumed_counts_in_weeks(effort: str, weeks: str) -> None:
    found = score(f"default_effort: {effort}", "outcomes: {sleep: high}")

    assert Assumption(Fact.EFFORT, amount=Fraction(weeks)) in found.assumed


@pytest.mark.parametrize(("said", "share"), [("", 1), (", affects: 30%", Fraction(3, 10))])
def test_a_need_concerns_everybody_unless_somebody_says_whom(
    said: str, share: Fraction
) -> None:
    shared = f"needs: {{sleep: {{importance: 8, satisfaction: 4{said}}}}}"
    files = {"portfolio.yaml": shared.encode(), "a.yaml": b"outcomes: {sleep: high}"}
    (only,) = need_forecasts(read(Texts(files), words(), date(2027, 1, 4)).portfolio)

    assert only.affected == share


@pytest.mark.parametrize(
    ("number", "said"), [(-1, "-0.01"), (0, "0"), (1, "0.01"), (-100, "-1"), (10, "0.1")]
)
def test_a_figure_has_its_sign_and_nothing_has_none(number: int, said: str) -> None:
    assert brief(Fraction(number, 100), 2) == said


def test_an_impact_that_nobody_states_is_medium_on_objectives_too() -> None:
    shared = "objectives: {growth: {kind: commercial}}"

    medium = Assumption(Fact.IMPACT, ("growth",), Fraction(20, 100), "medium")
    assert medium in score(shared, "contributes_to: {growth: {}}").assumed
