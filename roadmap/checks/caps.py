"""Confidence caps, worked out once for all claims with the same evidence."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.amounts import Level
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.evidence import weight

Ids = tuple[str, ...]


class Caps:
    """The confidence, as a share of 1, at which evidence caps the claims of a portfolio.

    Scores hold the same in more detail; this is a quick way to find the ones to score.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._settled = constants(portfolio)
        self._known: dict[tuple[str, Ids, Ids, Ids, bool], bool] = {}

    def overstated(self, initiative: Initiative) -> Iterator[Claim]:
        """The claims that may state more confidence than their cap; harm has none.

        Claims on anticipated needs are among them, as only their score knows.
        """
        needs = self._portfolio.needs
        for claim in initiative.outcomes:
            need = needs.get(claim.target)
            inherited = need.evidence if need else ()
            anticipated = need is not None and need.anticipated
            usual, protects = initiative.evidence, claim.protects
            if anticipated or self._exceeds(claim, usual, inherited, protects):
                yield claim
        for claim in initiative.contributions:
            if self._exceeds(claim, initiative.evidence, (), obliges=True):
                yield claim

    def _exceeds(self, claim: Claim, usual: Ids, inherited: Ids, obliges: bool) -> bool:
        level = claim.confidence
        if level is None:
            return False
        asked = (level.text, claim.evidence, usual, inherited, obliges)
        known = self._known.get(asked)
        if known is None:
            stated = self._stated(level)
            allowed = self._allowed(claim.evidence, usual, inherited, obliges)
            known = self._known[asked] = stated is not None and stated > allowed
        return known

    def _stated(self, level: Level) -> Fraction | None:
        if level.share is not None:
            return level.share.middle
        return self._settled.confidence.get(level.word or "")

    def _allowed(self, own: Ids, usual: Ids, inherited: Ids, obliges: bool) -> Fraction:
        for named in (own, usual):
            if caps := self._caps(named, obliges):
                return max(caps)
        caps = self._caps(inherited, obliges)
        limit = self._settled.inherited_cap
        least = self._settled.caps[CLASSES[0]]
        return max((min(cap, limit) for cap in caps), default=least)

    def _caps(self, ids: Ids, obliges: bool) -> list[Fraction]:
        """The cap of each piece of evidence that is known."""
        known, as_of = self._portfolio.evidence, self._portfolio.as_of
        found = (known[id] for id in ids if id in known)
        kinds = (weight(e, as_of, self._settled, obliges=obliges).kind for e in found)
        return [self._settled.caps[kind] for kind in kinds]
