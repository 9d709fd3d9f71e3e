from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from roadmap.model.customers import Evidence
from roadmap.model.initiative import Claim
from roadmap.scoring.assumption import Assumption, Fact
from roadmap.scoring.catalogue import scores
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import SETTLED
from roadmap.scoring.evidence import weight
from roadmap.scoring.framework import Leaf
from roadmap.views.phrases.terms import term_text
from tests.building import (
    contribution,
    evidence,
    initiative,
    need,
    objective,
    outcome,
    portfolio,
)

AS_OF = "2027-01-04"


def leaf(claim: Claim, *known: Evidence, need_rests_on: str = "", own: str = "") -> Leaf:
    """The leaf of a claim on the need `know-my-bill`, or else on an objective."""
    on_need = claim.target == "know-my-bill"
    one = initiative(
        "a",
        outcomes=[claim] if on_need else [],
        contributions=[] if on_need else [claim],
        evidence=[own] if own else [],
    )
    facts = portfolio(
        one,
        needs=[need(evidence=[need_rests_on] if need_rests_on else [])],
        objectives=[objective()],
        evidence=known,
        as_of=AS_OF,
    )
    (only,) = scores(facts, "customer-value")["a"].leaves
    return only


def counted(claim: Claim, *known: Evidence, **rest: str) -> float:
    return float(leaf(claim, *known, **rest).confidence or 0)


def resting_on(*known: Evidence) -> float:
    return counted(outcome(evidence=[each.id for each in known]), *known)


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        ("hunch", 0.10),
        ("request", 0.35),
        ("interview", 0.50),
        ("survey", 0.70),
        ("data", 0.80),
        ("experiment", 0.95),
    ],
)
def test_each_kind_of_evidence_allows_its_confidence(kind: str, allowed: float) -> None:
    proof = evidence(kind=kind)

    assert resting_on(proof) == allowed
    assert counted(outcome(confidence="100%", evidence=["study"]), proof) == allowed


def test_no_evidence_allows_no_more_than_a_hunch() -> None:
    assert counted(outcome(confidence="high")) == 0.10


def test_the_best_evidence_counts() -> None:
    hunch, trial = evidence("h", "hunch"), evidence("t", "experiment")

    assert resting_on(hunch, trial) == 0.95
    assert leaf(outcome(evidence=["h", "t"]), hunch, trial).best == "t"
    assert leaf(outcome(evidence=["h"]), hunch).best == "h"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("low", 0.20), ("medium", 0.50), ("high", 0.80), ("15%", 0.15), ("20%..40%", 0.30)],
)
def test_confidence_below_the_cap_counts_as_stated(stated: str, expected: float) -> None:
    trial = evidence(kind="experiment")

    assert counted(outcome(confidence=stated, evidence=["study"]), trial) == expected


def test_confidence_above_the_cap_is_cut_and_both_are_shown() -> None:
    found = leaf(outcome(confidence="80%", evidence=["study"]), evidence(kind="interview"))

    assert (found.stated, found.allowed) == (Fraction(4, 5), Fraction(1, 2))
    assert found.confidence == Fraction(1, 2)
    assert (
        term_text(found.terms[-1])
        == "80 % as stated, capped at 50 % by the evidence (study, interview)"
    )


def test_confidence_that_is_just_what_the_evidence_allows_counts_as_stated() -> None:
    found = leaf(outcome(confidence="50%", evidence=["study"]), evidence(kind="interview"))

    assert term_text(found.terms[-1]) == (
        "50 % as stated, within the cap of 50 % set by the evidence (study, interview)"
    )


def test_confidence_that_nobody_states_is_the_cap_and_said_to_be_assumed() -> None:
    survey = evidence(kind="survey")
    one = initiative("a", outcomes=[outcome(evidence=["study"])])
    facts = portfolio(one, needs=[need()], evidence=[survey])

    found = scores(facts, "customer-value")["a"]
    survey_allows = Fraction(70, 100)
    assert Assumption(Fact.CONFIDENCE, ("know-my-bill",), survey_allows, "survey") in (
        found.assumed
    )
    assert found.leaves[0].terms[-1].assumed


def test_confidence_that_somebody_states_is_not_marked_as_assumed() -> None:
    assert not leaf(outcome(confidence="10%")).terms[-1].assumed


@pytest.mark.parametrize(
    ("kind", "sample", "allowed"),
    [
        ("interview", 5, 0.50),
        ("interview", 4, 0.35),
        ("survey", 30, 0.70),
        ("survey", 29, 0.50),
        ("data", 1, 0.80),
        ("experiment", 1, 0.95),
    ],
)
def test_few_answers_count_one_class_lower(kind: str, sample: int, allowed: float) -> None:
    assert resting_on(evidence(kind=kind, sample=sample)) == allowed


@pytest.mark.parametrize(
    ("kind", "on", "allowed"),
    [
        ("interview", "2025-07-04", 0.50),  # 18 months to the day
        ("interview", "2025-07-03", 0.35),
        ("survey", "2026-01-04", 0.70),
        ("survey", "2026-01-03", 0.50),
        ("data", "2026-07-04", 0.80),
        ("data", "2026-07-03", 0.70),
        ("experiment", "2025-01-04", 0.95),
        ("experiment", "2025-01-03", 0.80),
        ("request", "1990-01-01", 0.35),
        ("survey", "2027-08-01", 0.70),  # of tomorrow
    ],
)
def test_old_evidence_counts_one_class_lower(kind: str, on: str, allowed: float) -> None:
    assert resting_on(evidence(kind=kind, on=on)) == allowed


def test_small_and_old_evidence_counts_two_classes_lower() -> None:
    assert resting_on(evidence(kind="survey", on="2020-01", sample=3)) == 0.35


def test_evidence_never_counts_for_less_than_a_hunch() -> None:
    assert resting_on(evidence(kind="interview", on="2020-01-01", sample=1)) == 0.10


def test_a_hunch_stays_one_however_few_and_old_its_answers() -> None:
    few, old = {"hunch": Fraction(5)}, {"hunch": Fraction(6)}
    settled = replace(SETTLED, samples=few, months=old)
    asked = evidence(kind="hunch", on="2020-01-01", sample=1)

    assert weight(asked, date(2027, 1, 4), settled).kind == "hunch"


def test_evidence_may_stay_fresh_for_longer_than_there_are_years() -> None:
    settled = replace(SETTLED, months={"survey": Fraction(12 * 8000)})
    survey = evidence(kind="survey", on="2026-12-31", sample=100)

    assert weight(survey, date(2027, 1, 4), settled).kind == "survey"


def test_age_counts_from_where_we_stand() -> None:
    survey = evidence(kind="survey", on="2026-09-30")
    one = initiative("a", outcomes=[outcome(evidence=["study"])])
    facts = portfolio(one, needs=[need()], evidence=[survey], as_of="2027-10-01")

    (found,) = scores(facts, "customer-value")["a"].leaves

    assert found.allowed == Fraction(1, 2)
    assert found.evidence_class == "interview"
    assert "older than 12 months" in term_text(found.terms[-1])


def test_an_obligation_is_certain_where_it_binds() -> None:
    law = evidence("law", "obligation")

    assert counted(contribution(evidence=["law"]), law) == 1
    assert counted(outcome(protects=True, evidence=["law"]), law) == 1


def test_an_obligation_to_meet_any_other_need_is_a_request() -> None:
    found = leaf(outcome(evidence=["law"]), evidence("law", "obligation"))

    assert found.allowed == Fraction(35, 100)
    assert found.evidence_class == "request"


def test_harm_is_never_capped() -> None:
    assert counted(outcome(impact="-low")) == 1
    assert counted(outcome(impact="-low", confidence="90%")) == 0.9
    assert counted(contribution(impact="-low")) == 1


def test_an_initiatives_evidence_stands_behind_claims_that_name_none() -> None:
    trial, talk = evidence("trial", "experiment"), evidence("talk", "hunch")

    assert counted(outcome(), trial, own="trial") == 0.95
    assert counted(outcome(evidence=["talk"]), trial, talk, own="trial") == 0.10
    assert counted(contribution(), trial, own="trial") == 0.95


def test_a_needs_own_evidence_proves_the_problem_and_not_the_cure() -> None:
    survey = evidence(kind="survey")
    found = leaf(outcome(), survey, need_rests_on="study")

    assert found.confidence == Fraction(35, 100)
    assert "supports the need, not the solution" in term_text(found.terms[-1])


def test_a_needs_weak_evidence_allows_no_more_than_it_is() -> None:
    assert counted(outcome(), evidence(kind="hunch"), need_rests_on="study") == 0.10


def test_evidence_of_ones_own_goes_before_the_needs() -> None:
    survey, talk = evidence("survey", "survey"), evidence("talk", "interview")

    assert counted(outcome(evidence=["talk"]), survey, talk, need_rests_on="survey") == 0.50


def test_evidence_that_does_not_exist_proves_nothing() -> None:
    assert counted(outcome(evidence=["misspelt"])) == 0.10


@pytest.mark.parametrize(
    ("kind", "following", "gain"),
    [
        ("hunch", "request", 25),  # 500 × 20 % × (35 % − 10 %)
        ("request", "interview", 15),
        ("interview", "survey", 20),
        ("survey", "data", 10),
        ("data", "experiment", 15),
        ("experiment", None, None),
    ],
)
def test_a_claim_says_what_one_class_higher_would_add(
    kind: str, following: str | None, gain: float | None
) -> None:
    found = leaf(outcome(evidence=["study"]), evidence(kind=kind))

    assert (found.next_class, found.gain) == (following, gain)


def test_better_evidence_adds_nothing_beyond_what_is_claimed() -> None:
    interviews = evidence(kind="interview")

    assert leaf(outcome(confidence="50%", evidence=["study"]), interviews).gain == 0
    assert leaf(outcome(confidence="60%", evidence=["study"]), interviews).gain == 10


def test_a_borrowed_survey_gains_by_interviews_about_the_cure() -> None:
    found = leaf(outcome(), evidence(kind="survey"), need_rests_on="study")

    assert found.next_class == "interview"
    assert found.gain == 15


@pytest.mark.parametrize(
    ("on", "when", "counts"),
    [
        ("2026-09-30", date(2026, 9, 30), "talks"),
        ("2026-09-30", date(2026, 9, 29), None),
        ("2026-09-30", None, "talks"),
        (None, date(2020, 1, 1), "talks"),
    ],
)
def test_evidence_counts_from_its_own_day_on(
    on: str | None, when: date | None, counts: str | None
) -> None:
    claim = outcome(evidence=["talks"])
    one = initiative("a", outcomes=[claim])
    facts = portfolio(one, evidence=[evidence("talks", "interview", on=on)])

    best = confidence(facts, one, claim, need(), when=when).best
    assert best is not None
    assert best.id == counts
