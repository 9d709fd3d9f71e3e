"""Initiatives together claim more than an objective lacks.

They cannot all be right. Each claim may look modest; only the sum shows that the same gain
is counted several times.

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
from roadmap.model.customers import Objective
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import percent
from roadmap.scoring.impact import impact_on, measured
from roadmap.scoring.progress import left

RULE = Rule("RM308", "overclaimed-objective", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(1),
    "the share of an objective above which claims are too much",
    share=True,
)


MOST = 5
"""Claims that a finding points at, the largest first: looking up thousands is slow."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each objective that is claimed more than once over."""
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
        rest = _left(portfolio, objective)
        shares = [(share / rest, place) for share, place in shares]
        total = sum((share for share, _ in shares), Fraction(0))
        if total > subject.limit(SHARE):
            yield Diagnostic(
                RULE,
                f"initiatives together claim {percent(total)} of `{objective.title}`",
                objective.place.key,
                related=_largest(shares),
                cure="lower the claims, or count a shared gain once",
            )


def _largest(shares: list[tuple[Fraction, Place]]) -> tuple[tuple[Place, str], ...]:
    ordered = sorted(shares, key=lambda each: each[0], reverse=True)
    return tuple((place, percent(share)) for share, place in ordered[:MOST])


def _left(portfolio: Portfolio, objective: Objective) -> Fraction:
    """The share of its distance that an objective lacks, above 0 where it is claimed."""
    result = measured(objective)
    rest = None if result is None else left(portfolio, result)
    return Fraction(1) if rest is None else rest


def _share(portfolio: Portfolio, claim: Claim) -> Fraction:
    """The share of its objective that a claim is for; 0 where unknown."""
    objective = portfolio.objectives.get(claim.target)
    much = objective and impact_on(portfolio, objective, claim.impact)
    return much.share if much else Fraction(0)


CHECK = Check(RULE, find, limits=(SHARE,))
