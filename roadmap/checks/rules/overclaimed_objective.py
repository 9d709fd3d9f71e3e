"""Initiatives together claim more than there is between baseline and target.

They cannot all be right. Each claim may look modest; only the sum shows that the same
gain is counted several times.

Bad:   three initiatives with `gain: 3` on an objective that is 7 from its target
Good:  claims that leave room for what nobody has thought of yet
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import constants
from roadmap.scoring.figures import percent
from roadmap.scoring.impact import impact_on

RULE = Rule("RM308", "overclaimed-objective", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(1),
    "initiatives together claim too much above this share of an objective",
    share=True,
)


MOST = 5
"""Claims that are pointed at, the largest first: to look up thousands takes its time."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each objective of which more is claimed than there is."""
    portfolio = subject.portfolio
    found: dict[str, list[tuple[Fraction, Place]]] = defaultdict(list)
    known: dict[tuple[str, str], Fraction] = {}
    for initiative in subject.judged:
        for claim in initiative.contributions:
            said = (claim.target, claim.impact.text if claim.impact else "")
            if said not in known:
                known[said] = _share(portfolio, claim)
            if known[said] > 0:
                found[claim.target].append((known[said], claim.place))
    for id, shares in found.items():
        objective = portfolio.objectives[id]
        total = sum((share for share, _ in shares), Fraction(0))
        if total > subject.limit(SHARE):
            yield Diagnostic(
                RULE,
                f"initiatives together claim {percent(total)} of `{objective.title}`",
                objective.place.key,
                related=_largest(shares),
                cure="claim less, or say which of them would gain the same",
            )


def _largest(shares: list[tuple[Fraction, Place]]) -> tuple[tuple[Place, str], ...]:
    ordered = sorted(shares, key=lambda each: each[0], reverse=True)
    return tuple((place, percent(share)) for share, place in ordered[:MOST])


def _share(portfolio: Portfolio, claim: Claim) -> Fraction:
    """How much of its objective a claim is for; 0 where that is not known."""
    objective = portfolio.objectives.get(claim.target)
    much = objective and impact_on(objective, claim.impact, constants(portfolio))
    return much.share if much else Fraction(0)


CHECK = Check(RULE, find, limits=(SHARE,))
