"""Satisfaction with each need, today and projected, and what addresses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import prod

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.deliveries import delivered_on, is_delivered
from roadmap.outcomes.measurements import Measurement, measurements
from roadmap.outcomes.shares import SegmentIds, distance, mean, share
from roadmap.scoring.confidence import confidence
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from roadmap.scoring.need_leaf import need_leaf
from roadmap.scoring.remembered import remembered
from roadmap.scoring.survey_history import answers
from roadmap.scoring.surveys import groups, served, unsurveyed

PLANNED = (Status.PROPOSED, Status.COMMITTED, Status.IN_PROGRESS)
LARGE = Fraction(2, 5)
"""The opportunity from which on it is large."""
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one initiative does for a need, or against it.

    `points` is the value of its claims. `closed` is the share of missing satisfaction that
    it is expected to add, `lost` the share of satisfaction that it costs, and `kept` the
    share that it protects; all of 1 and over all customers. `planned` is false for ideas,
    paused and delivered work. `delivered` work counts what customers were not asked about
    yet: what was `measured`, otherwise what was expected on the day of delivery.
    """

    id: str
    points: Fraction
    closed: Fraction
    lost: Fraction
    kept: Fraction
    planned: bool
    delivered: bool = False
    measured: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is part of what is projected."""
        return self.planned or self.delivered


@dataclass(frozen=True, slots=True)
class NeedForecast:
    """Satisfaction with a need, today and once everything planned is delivered.

    `affected` is the share of customers who have the need in a year. Importance,
    satisfaction (0 to 10) and opportunity (0 to 1) are means over the segments, weighted
    by customer value; the opportunity of a segment is importance/10 ×
    (10 − satisfaction)/10. `effects` has the most points first. `undated` are delivered
    initiatives without a date, which count as known to customers when they were asked.
    `survey_undated`: delivered work counts because nobody knows when they were.
    """

    id: str
    affected: Fraction
    importance: Fraction
    satisfaction: Fraction
    opportunity: Fraction
    effects: tuple[Effect, ...] = ()
    unsurveyed: bool = False
    undated: tuple[str, ...] = ()
    survey_undated: bool = False

    @property
    def projected(self) -> Fraction:
        """Satisfaction, 0 to 10, once everything planned is delivered.

        Each initiative adds its share of the satisfaction that the others leave missing,
        and harm takes its share of what is there: in any order, and never beyond 0 or 10.
        What was delivered since customers were asked counts alike.
        """
        counted = [effect for effect in self.effects if effect.counts]
        kept = prod((1 - effect.lost for effect in counted), start=Fraction(1))
        missing = prod((1 - effect.closed for effect in counted), start=Fraction(1))
        return self.satisfaction * kept + (10 - self.satisfaction) * (1 - missing)

    @property
    def addressed(self) -> bool:
        """Whether something that counts adds satisfaction, or protects it."""
        return any(effect.counts and effect.closed + effect.kept for effect in self.effects)

    @property
    def large(self) -> bool:
        """Whether the opportunity is large."""
        return self.opportunity >= LARGE


def need_forecasts(portfolio: Portfolio) -> tuple[NeedForecast, ...]:
    """Every need in the order of the portfolio, with what initiatives do for it."""
    claims: dict[str, list[tuple[Initiative, Claim]]] = {id: [] for id in portfolio.needs}
    for initiative in portfolio.initiatives.values():
        if initiative.status is not Status.DROPPED:
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
    undated: dict[str, None] = {}
    for initiative, claim in claims:
        if is_delivered(portfolio, initiative) and initiative.delivered is None:
            undated[initiative.id] = None
            continue
        effect = _effect(portfolio, initiative, claim, need)
        if effect is not None:
            other = effects.get(initiative.id)
            effects[initiative.id] = _together(other, effect) if other else effect
    since = any(each.delivered for each in effects.values())
    return NeedForecast(
        id=need.id,
        affected=Fraction(1) if need.affects is None else need.affects,
        importance=mean((group.share, group.importance) for group in everybody),
        satisfaction=mean((group.share, group.satisfaction) for group in everybody),
        opportunity=distance(everybody),
        effects=tuple(sorted(effects.values(), key=lambda it: (-it.points, it.id))),
        unsurveyed=unsurveyed(portfolio, need),
        undated=tuple(undated),
        survey_undated=since and answers(portfolio, need).asked is None,
    )


def _effect(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Effect | None:
    """The effect of a claim; None if customers were asked after its delivery."""
    if is_delivered(portfolio, initiative):
        return _since_asked(portfolio, initiative, claim, need)
    much = impact(claim.impact, constants(portfolio)).share
    sure = confidence(portfolio, initiative, claim, need, harms=much < 0).counted
    planned = initiative.status in (*PLANNED, Status.DELIVERED)  # delivered after as_of
    effect = Effect(initiative.id, NOTHING, NOTHING, NOTHING, NOTHING, planned)
    return _counted(portfolio, (initiative, claim, need), claim.segments, effect, sure)


def _since_asked(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Effect | None:
    """The effect of delivered work on customers who were not asked since."""
    day = delivered_on(portfolio, initiative) or portfolio.as_of
    segments = _not_asked_since(portfolio, need.id, claim.segments, day)
    if segments == ():
        return None
    effect = Effect(
        initiative.id, NOTHING, NOTHING, NOTHING, NOTHING, planned=False, delivered=True
    )
    whole = (initiative, claim, need)
    measured = measurements(portfolio).get((initiative.id, claim.place))
    if measured is not None:
        return _measured(portfolio, whole, segments, effect, measured)
    harms = impact(claim.impact, constants(portfolio)).share < 0
    sure = confidence(portfolio, *whole, harms=harms, when=day).counted
    return _counted(portfolio, whole, segments, effect, sure)


@remembered
def _not_asked_since(
    portfolio: Portfolio, id: str, segments: SegmentIds, day: date
) -> SegmentIds:
    """Those of a claim's segments that last answered by `day`; None is all customers."""
    need = portfolio.needs[id]
    ids = served(portfolio, segments) if portfolio.segments else (None,)
    asked = {each: answers(portfolio, need, each).asked for each in ids}
    since = [each for each, when in asked.items() if when is None or when <= day]
    if since and len(since) == len(ids):
        return segments if portfolio.segments else None
    return tuple(each for each in since if each is not None)


Whole = tuple[Initiative, Claim, Need]


def _counted(
    portfolio: Portfolio, whole: Whole, segments: SegmentIds, effect: Effect, sure: Fraction
) -> Effect:
    """An effect that comes true to some share: the confidence in it, or its progress."""
    _, claim, need = whole
    harms = impact(claim.impact, constants(portfolio)).share < 0
    away = harms or claim.protects
    much = share(portfolio, claim, need, segments, kept=away) * sure
    return replace(
        effect,
        points=need_leaf(portfolio, *whole).leaf.points,
        closed=NOTHING if away else much,
        lost=much if harms else NOTHING,
        kept=much if claim.protects and not harms else NOTHING,
    )


def _measured(
    portfolio: Portfolio,
    whole: Whole,
    segments: SegmentIds,
    effect: Effect,
    measured: Measurement,
) -> Effect:
    """An effect as far as it was measured: at most as claimed; negative progress harms."""
    _, claim, need = whole
    reached = max(Fraction(-1), min(Fraction(1), measured.progress)) * measured.credit
    found = _counted(portfolio, whole, segments, effect, max(NOTHING, reached))
    harms = impact(claim.impact, constants(portfolio)).share < 0
    if reached < 0 and not harms:
        lost = share(portfolio, claim, need, segments, kept=True) * -reached
        found = replace(found, lost=lost)
    return replace(found, measured=True)


def _together(one: Effect, other: Effect) -> Effect:
    """Two claims of one initiative: their shares add up, to 1 at most."""
    return replace(
        one,
        points=one.points + other.points,
        closed=min(Fraction(1), one.closed + other.closed),
        lost=min(Fraction(1), one.lost + other.lost),
        kept=min(Fraction(1), one.kept + other.kept),
        measured=one.measured and other.measured,
    )
