"""Initiatives together claim more than all of the missing satisfaction with a need.

They cannot all be right. Each claim may look modest; only the sum shows that the same
dissatisfaction is removed more than once. The sum is reach × impact by segment, before
confidence.

Bad:   three initiatives that each reach everybody with an impact of 60 %
Good:  claims that leave room for what nobody has thought of yet
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Place, Rule, Severity
from roadmap.model.customers import Need
from roadmap.model.initiative import Claim
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.constants import constants
from roadmap.scoring.figures import percent
from roadmap.scoring.impact import impact
from roadmap.scoring.need_leaf import reach
from roadmap.scoring.surveys import served

RULE = Rule("RM310", "overclaimed-need", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(1),
    "the share of the missing satisfaction above which claims are too much",
    share=True,
)
MOST = 5
"""Claims that a finding points at, the largest first: looking up thousands is slow."""
EVERYBODY = ""
"""Stands for all customers where there are no segments."""
Shares = list[tuple[Fraction, Place]]


@dataclass(slots=True)
class _Claims:
    """The claims on a need: those for all customers, and those for named segments."""

    general: Shares = field(default_factory=list)
    by_segment: dict[str, Shares] = field(default_factory=dict)

    def totals(self) -> dict[str, Fraction]:
        """The shares of the segments that are named; of everybody where none is."""
        general = _total(self.general)
        own = {segment: _total(shares) for segment, shares in self.by_segment.items()}
        return {it: general + share for it, share in own.items()} or {EVERYBODY: general}


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need whose gap is claimed more than once over, for some segment."""
    portfolio = subject.portfolio
    everyone = frozenset(served(portfolio, None)) if portfolio.segments else frozenset()
    for id, claims in _claims(subject).items():
        totals = claims.totals()
        most = max(totals, key=lambda segment: totals[segment])
        if totals[most] > subject.limit(SHARE):
            everywhere = everyone <= claims.by_segment.keys() and _alike(totals)
            where = "" if everywhere else most
            shares = [*claims.general, *claims.by_segment.get(most, ())]
            yield _overclaimed(portfolio.needs[id], totals[most], where, shares)


def _claims(subject: Subject) -> dict[str, _Claims]:
    portfolio = subject.portfolio
    found: dict[str, _Claims] = defaultdict(_Claims)
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            share = _share(portfolio, claim)
            if share > 0 and claim.target in portfolio.needs:
                said, on = (share, claim.place), found[claim.target]
                if claim.segments is None or not portfolio.segments:
                    on.general.append(said)
                else:
                    for segment in served(portfolio, claim.segments):
                        on.by_segment.setdefault(segment, []).append(said)
    return found


def _overclaimed(need: Need, total: Fraction, segment: str, shares: Shares) -> Diagnostic:
    whose = f" for `{segment}`" if segment else ""
    ordered = sorted(shares, key=lambda each: each[0], reverse=True)
    return Diagnostic(
        RULE,
        f"initiatives together claim {percent(total)} of the missing satisfaction with "
        f"`{need.statement}`{whose}",
        need.place.key,
        related=tuple((place, percent(share)) for share, place in ordered[:MOST]),
        cure="lower the claims, or count what they share only once",
    )


def _share(portfolio: Portfolio, claim: Claim) -> Fraction:
    """The share of the gap that a claim closes for its customers; 0 if it closes none."""
    much = impact(claim.impact, constants(portfolio)).share
    return Fraction(0) if claim.protects else reach(claim).amount * much


def _total(shares: Shares) -> Fraction:
    return sum((share for share, _ in shares), Fraction(0))


def _alike(totals: dict[str, Fraction]) -> bool:
    return len(set(totals.values())) == 1


CHECK = Check(RULE, find, limits=(SHARE,))
