"""Satisfaction with each need, today and projected, and what addresses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from roadmap.scoring.need_leaf import need_leaf, reach
from roadmap.scoring.surveys import AnswerGroup, groups, unsurveyed

PLANNED = (Status.PROPOSED, Status.COMMITTED, Status.IN_PROGRESS)
OVER = (Status.DELIVERED, Status.DROPPED)
LARGE = Fraction(2, 5)
"""The opportunity from which on it is large."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one initiative does for a need, or against it.

    `points` is the value of its claims. `closed` is the share of missing satisfaction that
    it is expected to add, `lost` the share of satisfaction that it costs, and `kept` the
    share that it protects; all of 1 and over all customers. `planned` is false for ideas
    and paused work.
    """

    id: str
    points: Fraction
    closed: Fraction
    lost: Fraction
    kept: Fraction
    planned: bool


@dataclass(frozen=True, slots=True)
class NeedForecast:
    """Satisfaction with a need, today and once everything planned is delivered.

    `affected` is the share of customers who have the need in a year. Importance,
    satisfaction (0 to 10) and opportunity (0 to 1) are means over the segments, weighted
    by customer value; the opportunity of a segment is importance/10 ×
    (10 − satisfaction)/10. `effects` has the most points first.
    """

    id: str
    affected: Fraction
    importance: Fraction
    satisfaction: Fraction
    opportunity: Fraction
    effects: tuple[Effect, ...] = ()
    unsurveyed: bool = False

    @property
    def projected(self) -> Fraction:
        """Satisfaction, 0 to 10, once everything planned is delivered.

        Each initiative adds its share of the satisfaction that the others leave missing,
        and harm takes its share of what is there: in any order, and never beyond 0 or 10.
        """
        planned = [effect for effect in self.effects if effect.planned]
        kept = prod((1 - effect.lost for effect in planned), start=Fraction(1))
        missing = prod((1 - effect.closed for effect in planned), start=Fraction(1))
        return self.satisfaction * kept + (10 - self.satisfaction) * (1 - missing)

    @property
    def addressed(self) -> bool:
        """Whether something planned adds satisfaction, or protects it."""
        return any(
            effect.planned and effect.closed + effect.kept for effect in self.effects
        )

    @property
    def large(self) -> bool:
        """Whether the opportunity is large."""
        return self.opportunity >= LARGE


def need_forecasts(portfolio: Portfolio) -> tuple[NeedForecast, ...]:
    """Every need in the order of the portfolio, with what open initiatives do for it."""
    claims: dict[str, list[tuple[Initiative, Claim]]] = {id: [] for id in portfolio.needs}
    for initiative in portfolio.initiatives.values():
        if initiative.status not in OVER:
            for claim in initiative.outcomes:
                claims.setdefault(claim.target, []).append((initiative, claim))
    return tuple(
        _forecast(portfolio, need, claims[id]) for id, need in portfolio.needs.items()
    )


def _forecast(
    portfolio: Portfolio, need: Need, claims: Iterable[tuple[Initiative, Claim]]
) -> NeedForecast:
    everybody = groups(portfolio, need)
    effects: dict[str, Effect] = {}
    for initiative, claim in claims:
        effect = _effect(portfolio, initiative, claim, need)
        other = effects.get(initiative.id)
        effects[initiative.id] = _together(other, effect) if other else effect
    return NeedForecast(
        id=need.id,
        affected=Fraction(1) if need.affects is None else need.affects,
        importance=_mean((group.share, group.importance) for group in everybody),
        satisfaction=_mean((group.share, group.satisfaction) for group in everybody),
        opportunity=_distance(everybody),
        effects=tuple(sorted(effects.values(), key=lambda it: (-it.points, it.id))),
        unsurveyed=unsurveyed(portfolio, need),
    )


def _effect(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Effect:
    much = impact(claim.impact, constants(portfolio)).share
    sure = confidence(portfolio, initiative, claim, need, harms=much < 0).counted
    away = much < 0 or claim.protects
    share = _part_of_all(portfolio, claim, need, away) * reach(claim).amount
    share *= abs(much) * sure
    nothing = Fraction(0)
    return Effect(
        id=initiative.id,
        points=need_leaf(portfolio, initiative, claim, need).leaf.points,
        closed=nothing if away else share,
        lost=share if much < 0 else nothing,
        kept=share if claim.protects and much > 0 else nothing,
        planned=initiative.status in PLANNED,
    )


def _part_of_all(portfolio: Portfolio, claim: Claim, need: Need, kept: bool) -> Fraction:
    """The share of everybody's distance that lies with the segments of a claim."""
    everybody = _distance(groups(portfolio, need), kept)
    meant = _distance(groups(portfolio, need, claim.segments), kept)
    return meant / everybody if everybody else Fraction(0)


def _distance(groups: Iterable[AnswerGroup], kept: bool = False) -> Fraction:
    return _mean((group.share, group.distance(kept=kept)) for group in groups)


def _mean(weighted: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    return sum((share * amount for share, amount in weighted), Fraction(0))


def _together(one: Effect, other: Effect) -> Effect:
    """Two claims of one initiative: their shares add up, to 1 at most."""
    return replace(
        one,
        points=one.points + other.points,
        closed=min(Fraction(1), one.closed + other.closed),
        lost=min(Fraction(1), one.lost + other.lost),
        kept=min(Fraction(1), one.kept + other.kept),
    )
