"""The confidence that evidence allows, looked up once for each piece of it."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.amounts import Level
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.evidence import weight


class Caps:
    """What a portfolio's evidence allows claims: shares of 1.

    Scores say the same with all the words around it; this tells which are worth scoring.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._settled = constants(portfolio)
        self._known: dict[tuple[str, bool], Fraction] = {}

    def overstated(self, initiative: Initiative, claim: Claim) -> bool:
        """Whether a claim states more than its evidence allows, were it no harm."""
        stated = self._stated(claim.confidence)
        return stated is not None and stated > self._allowed(initiative, claim)

    def _stated(self, level: Level | None) -> Fraction | None:
        if level is None:
            return None
        if level.share is not None:
            return level.share.middle
        return self._settled.confidence.get(level.word or "")

    def _allowed(self, initiative: Initiative, claim: Claim) -> Fraction:
        outcome = claim in initiative.outcomes
        need = self._portfolio.needs.get(claim.target) if outcome else None
        obliges = not outcome or claim.protects
        for named in (claim.evidence, initiative.evidence):
            if own := [self._cap(id, obliges) for id in named if self._knows(id)]:
                return max(own)
        inherited = [
            min(self._cap(id, obliges), self._settled.inherited_cap)
            for id in (need.evidence if need else ())
            if self._knows(id)
        ]
        return max(inherited, default=self._settled.caps[CLASSES[0]])

    def _knows(self, id: str) -> bool:
        return id in self._portfolio.evidence

    def _cap(self, id: str, obliges: bool) -> Fraction:
        if (id, obliges) not in self._known:
            evidence, as_of = self._portfolio.evidence[id], self._portfolio.as_of
            found = weight(evidence, as_of, self._settled, obliges=obliges)
            self._known[id, obliges] = self._settled.caps[found.kind]
        return self._known[id, obliges]
