"""The share of a need's gap that an outcome claims, before confidence."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import constants
from roadmap.scoring.impact import impact
from roadmap.scoring.need_leaf import reach
from roadmap.scoring.remembered import remembered
from roadmap.scoring.surveys import AnswerGroup, groups

SegmentIds = tuple[str, ...] | None


def share(
    portfolio: Portfolio, claim: Claim, need: Need, segments: SegmentIds, *, kept: bool
) -> Fraction:
    """The share of everybody's missing satisfaction that a claim covers, 0 to 1.

    It counts `segments`, which are the claim's own or some of them. With `kept` it is the
    share of the satisfaction that customers have.
    """
    much = abs(impact(claim.impact, constants(portfolio)).share)
    return _part_of_all(portfolio, need.id, segments, kept) * reach(claim).amount * much


@remembered
def _part_of_all(
    portfolio: Portfolio, id: str, segments: SegmentIds, kept: bool
) -> Fraction:
    """The share of everybody's distance that lies with some segments."""
    need = portfolio.needs[id]
    everybody = distance(groups(portfolio, need), kept=kept)
    meant = distance(groups(portfolio, need, segments), kept=kept)
    return meant / everybody if everybody else Fraction(0)


def distance(groups: Iterable[AnswerGroup], *, kept: bool = False) -> Fraction:
    """The mean distance of groups of customers, weighted by their value."""
    return mean((group.share, group.distance(kept=kept)) for group in groups)


def mean(weighted: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The sum of amounts, each times its share."""
    return sum((share * amount for share, amount in weighted), Fraction(0))
