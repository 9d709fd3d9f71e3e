"""RICE: reach times impact times confidence, per person-week of effort.

Sean McBride, "RICE: Simple prioritization for product managers", Intercom, 2018.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.words import DURATION, NUMBER, SHARE, Word, Words
from roadmap.scoring.claims import Counted, leaf, total
from roadmap.scoring.confidence import Confidence, confidence
from roadmap.scoring.constants import constants
from roadmap.scoring.framework import NO_OUTCOME, Framework, Lack, Score, ScoreGap
from roadmap.scoring.impact import impact
from roadmap.scoring.rice_terms import assumed_people, effect, people
from roadmap.scoring.term import Quantity, Term

NAME = "rice"
StatedTerms = Mapping[str, Any]
"""What an initiative states under `rice`, by term."""


def score(portfolio: Portfolio, initiative: Initiative) -> Score:
    """Σ reach × impact × confidence over the outcomes, unless terms are stated."""
    stated: StatedTerms = initiative.overrides.get(NAME, {})
    effort = stated.get("effort")
    size = None if effort is None else portfolio.weeks(effort)
    if {"reach", "impact"} <= stated.keys():
        return total(
            portfolio, initiative, [_whole(portfolio, initiative, stated)], (), size
        )
    outcomes = list(_outcomes(portfolio, initiative, stated))
    counted = [outcome for outcome in outcomes if isinstance(outcome, Counted)]
    missing = [outcome for outcome in outcomes if isinstance(outcome, ScoreGap)]
    nothing = () if initiative.outcomes else (NO_OUTCOME,)
    return total(portfolio, initiative, counted, missing or nothing, size)


def _outcomes(
    portfolio: Portfolio, initiative: Initiative, stated: StatedTerms
) -> Iterator[Counted | ScoreGap]:
    for claim in initiative.outcomes:
        need = portfolio.needs.get(claim.target)
        if need is None:
            yield ScoreGap(Lack.NEED, claim.target)
        else:
            yield _outcome(portfolio, initiative, claim, need, stated)


def _outcome(
    portfolio: Portfolio,
    initiative: Initiative,
    claim: Claim,
    need: Need,
    stated: StatedTerms,
) -> Counted:
    reached = [_stated(stated, "reach")] if "reach" in stated else None
    moved = _stated(stated, "impact") if "impact" in stated else None
    much = impact(claim.impact, constants(portfolio))
    terms = (
        *(reached or people(portfolio, claim, need)),
        moved or effect(much, constants(portfolio)),
    )
    sure = _stated_sure(stated) or _sure(portfolio, initiative, claim, need)
    assumptions = (
        *(() if reached else assumed_people(portfolio, claim, need)),
        *(() if moved else much.assumptions(claim)),
        *sure.assumptions(claim),
    )
    return Counted(leaf(claim, "need", terms, sure, Fraction), assumptions)


def _whole(portfolio: Portfolio, initiative: Initiative, stated: StatedTerms) -> Counted:
    """One leaf for stated reach and impact, with the highest confidence of any outcome."""
    sure = _stated_sure(stated) or _surest(portfolio, initiative)
    claim = Claim(NAME, initiative.place / NAME)
    terms = (_stated(stated, "reach"), _stated(stated, "impact"))
    return Counted(leaf(claim, "term", terms, sure, Fraction), sure.assumptions(claim))


def _surest(portfolio: Portfolio, initiative: Initiative) -> Confidence:
    stated = [
        _sure(portfolio, initiative, claim, portfolio.needs[claim.target])
        for claim in initiative.outcomes
        if claim.target in portfolio.needs
    ]
    alone = Claim(NAME, initiative.place / NAME)
    default = confidence(portfolio, initiative, alone)
    return max(stated, key=lambda sure: sure.counted, default=default)


def _sure(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Confidence:
    harms = impact(claim.impact, constants(portfolio)).share < 0
    return confidence(portfolio, initiative, claim, need, harms=harms)


def _stated_sure(stated: StatedTerms) -> Confidence | None:
    counted = stated.get("confidence")
    return None if counted is None else Confidence(counted, counted)


def _stated(stated: StatedTerms, name: str) -> Term:
    return Term(name, Fraction(stated[name]), Quantity(stated=True))


_TERMS = (
    Word(
        "reach", NUMBER, "customers it reaches in a year",
        example="12000", unit="customers a year", at_least=0, at_most=1e12,
    ),
    Word(
        "impact", NUMBER,
        "on each: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal",
        example="2", at_least=-3, at_most=3,
    ),
    Word(
        "confidence", SHARE, "confidence, in place of what the evidence allows",
        example="80%",
    ),
    Word(
        "effort", DURATION, "person-time, in place of the initiative's effort",
        example="6w",
    ),
)  # fmt: skip

FRAMEWORK = Framework(
    name=NAME,
    title="RICE",
    measures="reach × impact × confidence",
    fits="you know RICE and want to keep using it, or to compare",
    unit="impact",
    score=score,
    words=Words(
        initiative=(Word(NAME, "section", "the terms you state yourself", words=_TERMS),)
    ),
    digits=3,
    page="rice.md",
)
