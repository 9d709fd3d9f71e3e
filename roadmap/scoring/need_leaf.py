"""The value of an outcome, from the customers that it is for to its confidence."""

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
from roadmap.scoring.figures import brief, joined, percent
from roadmap.scoring.framework import Term
from roadmap.scoring.impact import Impact, impact
from roadmap.scoring.remembered import remembered
from roadmap.scoring.surveys import Group, assumed, groups, meant, served


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
        Term(_impact_name(claim, much), much.text, much.share, much.assumed),
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
    said = f"{percent(share)} have this need in a year"
    return Term("affected", said, share, need.affects is None)


def reach(claim: Claim) -> Term:
    """The share of affected customers that an outcome reaches; all unless stated."""
    share = Fraction(1) if claim.reach is None else claim.reach.middle
    return Term("reach", f"{percent(share)} of them", share, claim.reach is None)


def _scale(portfolio: Portfolio) -> Term:
    points = scale(portfolio, "needs")
    return Term("scale", f"{brief(points, 2)} points for all needs", points)


def _impact_name(claim: Claim, much: Impact) -> str:
    if much.share < 0:
        return "harm"
    return "protected" if claim.protects else "impact"


def _customers(
    portfolio: Portfolio,
    answers: Sequence[Group],
    segments: tuple[str, ...] | None,
    kept: bool,
) -> tuple[Term, ...]:
    """The customers and their distance; a sum where segments answered differently."""
    everybody = segments is None or not portfolio.segments
    if not answers:
        return (Term("customers", "no known segment", Fraction(0)),)
    rest = _unserved(portfolio, segments)
    if len(answers) > 1:
        parts = tuple(_part(group, kept) for group in answers)
        amount = sum((part.amount or Fraction(0) for part in parts), Fraction(0))
        names = joined([id for group in answers for id in group.segments])
        whose = "all customers" if everybody else names
        return (Term("customers", f"{whose}, by segment{rest}", amount, parts=parts),)
    group = answers[0]
    named = f"{joined(group.segments)}, {_share(group)}{rest}"
    who = "all customers" if everybody else named
    importance = f"{brief(group.importance, 2)} of 10"
    return (
        Term("customers", who, group.share),
        Term("importance", importance, group.importance / 10),
        _distance(group, kept),
    )


def _unserved(portfolio: Portfolio, segments: tuple[str, ...] | None) -> str:
    """Which of the segments that an outcome names we choose not to serve, in words."""
    counted = served(portfolio, segments) if segments and portfolio.segments else ()
    others = [id for id in meant(portfolio, segments) if id not in counted]
    return f" ({joined(others)}: not served)" if counted and others else ""


def _part(group: Group, kept: bool) -> Term:
    """The summand of segments that answered alike; its text gives the factors."""
    far, importance = _distance(group, kept), f"{brief(group.importance, 2)} of 10"
    text = f"{_share(group)} × importance {importance} × {far.name} {far.text}"
    return Term(joined(group.segments), text, group.share * group.distance(kept=kept))


def _distance(group: Group, kept: bool) -> Term:
    if kept:
        have = brief(group.satisfaction, 2)
        return Term("satisfaction", f"{have} of 10", group.satisfaction / 10)
    lack = 10 - group.satisfaction
    return Term("missing satisfaction", f"{brief(lack, 2)} of 10", lack / 10)


def _share(group: Group) -> str:
    return f"{percent(group.share)} of customer value"
