"""How well each need is met today, who serves it, and how well it would then be met."""

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
from roadmap.scoring.surveys import Group, groups, unsurveyed

PLANNED = (Status.PROPOSED, Status.COMMITTED, Status.IN_PROGRESS)
OVER = (Status.DELIVERED, Status.DROPPED)
LARGE = Fraction(2, 5)
"""The gap from which on a need is poorly met."""


@dataclass(frozen=True, slots=True)
class Service:
    """What one initiative does for a need, or against it.

    `points` is its claims' worth. Of all customers' gap it is expected to close the share
    `closed`; of what they have it would cost them the share `lost`, and keeps `kept` from
    being lost; 0 to 1. `planned` is false of ideas and of paused work.
    """

    id: str
    points: Fraction
    closed: Fraction
    lost: Fraction
    kept: Fraction
    planned: bool


@dataclass(frozen=True, slots=True)
class Met:
    """How a need is met today and after all that is planned.

    `worth` is the share of customers' worth that meets the need in a year. Importance,
    satisfaction (0 to 10) and gap (0 to 1) are means over the segments, by worth; the gap
    of a segment is importance/10 × (10 − satisfaction)/10. `served` has the most points
    first. `unsurveyed`: nobody was asked.
    """

    id: str
    worth: Fraction
    importance: Fraction
    satisfaction: Fraction
    gap: Fraction
    served: tuple[Service, ...] = ()
    unsurveyed: bool = False

    @property
    def predicted(self) -> Fraction:
        """Satisfaction, 0 to 10, after all that is planned.

        Each initiative closes its share of the gap that the others leave open, and harm
        takes its share of what is there: in no order, and never beyond 0 or 10.
        """
        planned = [each for each in self.served if each.planned]
        stays = prod((1 - each.lost for each in planned), start=Fraction(1))
        remains = prod((1 - each.closed for each in planned), start=Fraction(1))
        return self.satisfaction * stays + (10 - self.satisfaction) * (1 - remains)

    @property
    def unserved(self) -> bool:
        """Whether nothing that is planned does anything for it."""
        return not any(each.planned and each.closed + each.kept for each in self.served)

    @property
    def large(self) -> bool:
        """Whether the gap is large."""
        return self.gap >= LARGE


def needs_met(portfolio: Portfolio) -> tuple[Met, ...]:
    """Every need, in the order of the portfolio, with all that is not over yet."""
    claims: dict[str, list[tuple[Initiative, Claim]]] = {id: [] for id in portfolio.needs}
    for initiative in portfolio.initiatives.values():
        if initiative.status not in OVER:
            for claim in initiative.outcomes:
                claims.setdefault(claim.target, []).append((initiative, claim))
    return tuple(_met(portfolio, need, claims[id]) for id, need in portfolio.needs.items())


def _met(
    portfolio: Portfolio, need: Need, claims: Iterable[tuple[Initiative, Claim]]
) -> Met:
    everybody = groups(portfolio, need)
    served: dict[str, Service] = {}
    for initiative, claim in claims:
        service = _service(portfolio, initiative, claim, need)
        before = served.get(initiative.id)
        served[initiative.id] = _together(before, service) if before else service
    return Met(
        id=need.id,
        worth=Fraction(1) if need.affects is None else need.affects,
        importance=sum((each.share * each.importance for each in everybody), Fraction(0)),
        satisfaction=sum(
            (each.share * each.satisfaction for each in everybody), Fraction(0)
        ),
        gap=_distance(everybody),
        served=tuple(sorted(served.values(), key=lambda each: (-each.points, each.id))),
        unsurveyed=unsurveyed(need),
    )


def _service(
    portfolio: Portfolio, initiative: Initiative, claim: Claim, need: Need
) -> Service:
    much = impact(claim.impact, constants(portfolio)).share
    sure = confidence(portfolio, initiative, claim, need, harms=much < 0).counted
    away = much < 0 or claim.protects
    share = _part_of_all(portfolio, claim, need, away) * _reached(claim) * abs(much) * sure
    nothing = Fraction(0)
    return Service(
        id=initiative.id,
        points=need_leaf(portfolio, initiative, claim, need).leaf.points,
        closed=nothing if away else share,
        lost=share if much < 0 else nothing,
        kept=share if claim.protects and much > 0 else nothing,
        planned=initiative.status in PLANNED,
    )


def _part_of_all(portfolio: Portfolio, claim: Claim, need: Need, kept: bool) -> Fraction:
    """How much of everybody's distance lies with those whom a claim means."""
    everybody = _distance(groups(portfolio, need), kept)
    meant = _distance(groups(portfolio, need, claim.segments), kept)
    return meant / everybody if everybody else Fraction(0)


def _distance(found: Iterable[Group], kept: bool = False) -> Fraction:
    return sum((group.share * group.distance(kept=kept) for group in found), Fraction(0))


def _reached(claim: Claim) -> Fraction:
    return reach(claim).amount or Fraction(0)


def _together(one: Service, other: Service) -> Service:
    """Two claims of one initiative: their shares add up, to the whole at most."""
    return replace(
        one,
        points=one.points + other.points,
        closed=min(Fraction(1), one.closed + other.closed),
        lost=min(Fraction(1), one.lost + other.lost),
        kept=min(Fraction(1), one.kept + other.kept),
    )
