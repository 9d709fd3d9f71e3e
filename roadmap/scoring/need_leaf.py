"""The value of an outcome, from the customers it is for to its confidence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import assumed_reach
from roadmap.scoring.claims import Counted, leaf
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import constants, scale
from roadmap.scoring.figures import joined
from roadmap.scoring.impact import Impact, impact
from roadmap.scoring.remembered import remembered
from roadmap.scoring.surveys import AnswerGroup, assumed, groups, meant, served
from roadmap.scoring.term import (
    AmountUnit,
    PointsScale,
    Quantity,
    SegmentAudience,
    SegmentProduct,
    Term,
)


def need_leaf(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Counted:
    """The value of an outcome, summed over its segments before it is rounded."""
    much = impact(claim.impact, constants(portfolio))
    kept = claim.protects or much.share < 0
    sure = confidence(portfolio, initiative, claim, need, harms=much.share < 0)
    terms = (
        *_affected(portfolio, need.id, claim.segments, kept),
        reach(claim),
        Term(_impact_name(claim, much), much.share, much, much.assumed),
    )
    assumptions = (
        *assumed(portfolio, need, claim.segments),
        *assumed_reach(claim),
        *much.assumptions(claim),
        *sure.assumptions(claim),
    )
    return Counted(leaf(claim, "need", terms, sure), assumptions)


@remembered
def _affected(
    portfolio: Portfolio, id: str, segments: tuple[str, ...] | None, kept: bool
) -> tuple[Term, ...]:
    """The terms that outcomes on a need share if they name the same segments."""
    need = portfolio.needs[id]
    answers = groups(portfolio, need, segments)
    customers = _customers(portfolio, answers, segments, kept)
    return (_scale(portfolio), *customers, affects(need))


def affects(need: Need) -> Term:
    """The share of customers who have a need in a year; all unless stated."""
    share = Fraction(1) if need.affects is None else need.affects
    return Term(
        "affected", share, Quantity(AmountUnit.SHARE_OF_CUSTOMERS), need.affects is None
    )


def reach(claim: Claim) -> Term:
    """The share of affected customers that an outcome reaches; all unless stated."""
    share = Fraction(1) if claim.reach is None else claim.reach.middle
    return Term("reach", share, Quantity(AmountUnit.SHARE_OF_AFFECTED), claim.reach is None)


def _scale(portfolio: Portfolio) -> Term:
    return Term("scale", scale(portfolio, "needs"), PointsScale("needs"))


def _impact_name(claim: Claim, much: Impact) -> str:
    if much.share < 0:
        return "harm"
    return "protected" if claim.protects else "impact"


def _customers(
    portfolio: Portfolio,
    answers: Sequence[AnswerGroup],
    segments: tuple[str, ...] | None,
    kept: bool,
) -> tuple[Term, ...]:
    """The customers and their distance; a sum where segments answered differently."""
    everybody = segments is None or not portfolio.segments
    if not answers:
        return (Term("customers", Fraction(0), SegmentAudience(())),)
    audience = SegmentAudience(
        segments=_segments(answers),
        share=sum((group.share for group in answers), Fraction(0)),
        everybody=everybody,
        by_segment=len(answers) > 1,
        unserved=_unserved(portfolio, segments),
    )
    if audience.by_segment:
        parts = tuple(_part(group, kept) for group in answers)
        amount = sum((part.amount for part in parts), Fraction(0))
        return (Term("customers", amount, audience, parts=parts),)
    (group,) = answers
    return (Term("customers", group.share, audience), *_distance(group, kept))


def _segments(answers: Sequence[AnswerGroup]) -> tuple[str, ...]:
    if len(answers) == 1:  # thousands of needs share it
        return answers[0].segments
    return tuple(id for group in answers for id in group.segments)


def _unserved(portfolio: Portfolio, segments: tuple[str, ...] | None) -> tuple[str, ...]:
    """Which of the segments that an outcome names we choose not to serve."""
    if segments is None:
        return ()
    counted = served(portfolio, segments)
    return tuple(id for id in meant(portfolio, segments) if id not in counted)


def _part(group: AnswerGroup, kept: bool) -> Term:
    """The summand of segments that answered alike; its detail holds the factors."""
    product = SegmentProduct(group.share, _distance(group, kept))
    return Term(joined(group.segments), group.share * group.distance(kept=kept), product)


def _distance(group: AnswerGroup, kept: bool) -> tuple[Term, Term]:
    """The importance, and the satisfaction that is missing or could be lost."""
    tenths = Quantity(AmountUnit.TENTHS)
    importance = Term("importance", group.importance / 10, tenths)
    if kept:
        return importance, Term("satisfaction", group.satisfaction / 10, tenths)
    lack = (10 - group.satisfaction) / 10
    return importance, Term("missing satisfaction", lack, tenths)
