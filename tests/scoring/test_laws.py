from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import frameworks, scores
from roadmap.scoring.constants import CLASSES
from roadmap.scoring.figures import rounded
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

few = settings(max_examples=25)
NAMES = tuple(frameworks())
SEGMENTS, NEEDS = ("families", "renters", "firms"), ("know-my-bill", "move-house")
SHARES = st.integers(0, 100).map("{}%".format)
IMPACTS = st.sampled_from(
    ("minimal", "low", "medium", "high", "massive", "-low", "33%", None)
)
CONFIDENCES = st.sampled_from(("low", "high", "45%", None))
STUDIES = st.lists(st.sampled_from(CLASSES), max_size=2, unique=True)
TENS = st.integers(0, 100).map(lambda tenths: tenths / 10)
BOOLEANS, WANTED = st.booleans(), st.sampled_from(NEEDS)
ASKED = st.none() | st.lists(st.sampled_from(SEGMENTS), max_size=3)
REACH, EFFORTS = st.none() | SHARES, st.sampled_from(("0d", "3d", "2w..5w", "1m"))
CUSTOMERS, WEIGHTS, IMPORTANCE = st.integers(0, 9), st.integers(0, 2), st.integers(0, 3)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kept, sure, study = draw(BOOLEANS), draw(CONFIDENCES), draw(STUDIES)
    if draw(BOOLEANS):
        return contribution(
            "retention", impact=draw(IMPACTS), confidence=sure, evidence=study
        )
    return outcome(
        draw(WANTED),
        segments=draw(ASKED),
        reach=draw(REACH),
        impact=draw(IMPACTS),
        confidence=sure,
        evidence=study,
        protects=kept,
    )


CLAIMS = st.lists(claims(), max_size=4)


@st.composite
def initiatives(draw: st.DrawFn, id: str = "a") -> Initiative:
    found = draw(CLAIMS)
    return initiative(
        id,
        outcomes=[claim for claim in found if claim.target in NEEDS],
        contributions=[claim for claim in found if claim.target not in NEEDS],
        effort=draw(EFFORTS),
    )


ONE = initiatives()


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    groups = [
        segment(id, customers=draw(CUSTOMERS), weight=draw(WEIGHTS)) for id in SEGMENTS
    ]
    firms = {"firms": (draw(TENS), draw(TENS))}
    return portfolio(
        draw(ONE),
        segments=groups if draw(BOOLEANS) else (),
        needs=[need(id, draw(TENS), draw(TENS), by_segment=firms) for id in NEEDS],
        objectives=[objective(weight=draw(IMPORTANCE))],
        evidence=[evidence(kind, kind) for kind in CLASSES],
    )


@pytest.mark.parametrize("framework", NAMES)
@few
@given(facts=portfolios())
def test_leaves_add_up_to_the_value_exactly(framework: str, facts: Portfolio) -> None:
    found = scores(facts, framework)["a"]

    if found.leaves:
        assert sum(leaf.points for leaf in found.leaves) == found.value
    else:
        assert found.value is None
        assert found.missing


@pytest.mark.parametrize("framework", NAMES)
@few
@given(facts=portfolios())
def test_terms_multiply_to_their_leaf(framework: str, facts: Portfolio) -> None:
    for leaf in scores(facts, framework)["a"].leaves:
        exact = prod((term.amount or Fraction(0) for term in leaf.terms), start=Fraction(1))

        assert leaf.points == (exact if framework == "rice" else rounded(exact))
        for term in leaf.terms:
            if term.parts:
                assert sum(part.amount or 0 for part in term.parts) == term.amount


@pytest.mark.parametrize("framework", NAMES)
@few
@given(facts=portfolios(), other=initiatives("b"))
def test_an_own_score_does_not_change_when_another_initiative_is_added(
    framework: str, facts: Portfolio, other: Initiative
) -> None:
    more = replace(facts, initiatives={**facts.initiatives, "b": other})

    assert scores(more, framework)["a"] == scores(facts, framework)["a"]


@pytest.mark.parametrize("framework", NAMES)
@few
@given(facts=portfolios())
def test_twice_the_effort_is_half_the_score(framework: str, facts: Portfolio) -> None:
    one = facts.initiatives["a"]
    twice = replace(one, effort=(*one.effort, *one.effort))
    before = scores(facts, framework)["a"].score
    after = scores(replace(facts, initiatives={"a": twice}), framework)["a"].score

    assert after == (None if before is None else before / 2)


@few
@given(facts=portfolios())
def test_no_claim_is_worth_more_than_what_there_is_to_gain(facts: Portfolio) -> None:
    for leaf in scores(facts, "customer-value")["a"].leaves:
        assert abs(leaf.points) <= (500 if leaf.kind == "need" else 250)


@few
@given(facts=portfolios(), claim=claims(), kind=st.sampled_from(CLASSES))
def test_more_evidence_of_its_own_never_lowers_a_claim(
    facts: Portfolio, claim: Claim, kind: str
) -> None:
    known = replace(claim, evidence=("hunch", *claim.evidence))
    more = replace(known, evidence=(*known.evidence, kind))

    assert _value(facts, known) <= _value(facts, more) or _harms(claim)


@few
@given(facts=portfolios(), claim=claims())
def test_a_claims_gain_is_never_negative(facts: Portfolio, claim: Claim) -> None:
    (leaf,) = scores(_with(facts, claim), "customer-value")["a"].leaves

    assert leaf.gain is None or leaf.gain >= 0


def _value(facts: Portfolio, claim: Claim) -> Fraction:
    return scores(_with(facts, claim), "customer-value")["a"].value or Fraction(0)


def _with(facts: Portfolio, claim: Claim) -> Portfolio:
    on_need = claim.target in NEEDS
    one = initiative(
        "a",
        outcomes=[claim] if on_need else [],
        contributions=[] if on_need else [claim],
    )
    return replace(facts, initiatives={"a": one})


def _harms(claim: Claim) -> bool:
    return claim.impact is not None and claim.impact.negative
