"""The terms of RICE, from an outcome: customers a year, and impact on RICE's scale."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, Fact, assumed_affects, assumed_reach
from roadmap.scoring.constants import Constants
from roadmap.scoring.impact import Impact
from roadmap.scoring.need_leaf import affects, reach
from roadmap.scoring.surveys import meant
from roadmap.scoring.term import Headcount, ScaledImpact, Term
from roadmap.scoring.worth import customers

SCALE = {
    "minimal": Fraction(1, 4),
    "low": Fraction(1, 2),
    "medium": Fraction(1),
    "high": Fraction(2),
    "massive": Fraction(3),
}
"""RICE's scale of impact, by level."""

PERCENT = 100
"""The number of customers without segments: reach is then a percentage."""


def people(portfolio: Portfolio, claim: Claim, need: Need) -> tuple[Term, ...]:
    """The customers that an outcome reaches in a year: customers × affected × reach.

    Without segments there are 100 customers, so that reach is a percentage.
    """
    if portfolio.segments:
        ids = meant(portfolio, claim.segments)
        named = [portfolio.segments[id] for id in ids]
        number = sum(map(customers, named), Fraction(0))
        guessed = any(segment.customers is None for segment in named)
        who = Term("customers", number, Headcount(ids), guessed)
    else:
        who = Term("customers", Fraction(PERCENT), Headcount(), assumed=True)
    return (who, affects(need), reach(claim))


def effect(much: Impact, settled: Constants) -> Term:
    """An impact on RICE's scale."""
    return Term("impact", scaled(much, settled), ScaledImpact(much), much.assumed)


def scaled(much: Impact, settled: Constants) -> Fraction:
    """An impact on RICE's scale: that of the nearest level, the lower at a tie.

    >>> from roadmap.scoring.constants import SETTLED
    >>> scaled(Impact(Fraction(30, 100)), SETTLED)
    Fraction(1, 1)
    """
    far = {word: abs(abs(much.share) - share) for word, share in settled.impact.items()}
    word = min(far, key=lambda word: (far[word], SCALE[word]))
    return SCALE[word] * (-1 if much.share < 0 else 1)


def assumed_people(
    portfolio: Portfolio, claim: Claim, need: Need
) -> tuple[Assumption, ...]:
    """What is assumed about the customers that an outcome reaches."""
    return (
        *_assumed_audience(portfolio, claim),
        *assumed_affects(need),
        *assumed_reach(claim),
    )


def _assumed_audience(portfolio: Portfolio, claim: Claim) -> tuple[Assumption, ...]:
    if not portfolio.segments:
        return (Assumption(Fact.AUDIENCE, amount=Fraction(PERCENT)),)
    ids = meant(portfolio, claim.segments)
    named = [portfolio.segments[id] for id in ids]
    if all(segment.customers is not None for segment in named):
        return ()
    return (Assumption(Fact.AUDIENCE, ids, sum(map(customers, named), Fraction(0))),)
