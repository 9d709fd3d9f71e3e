"""Initiatives together claim more than a need has left to gain.

They cannot all be right. Each claim may look modest; only the sum shows that the same gap
is closed several times. It counts reach × impact by segment, before confidence.

Bad:   three initiatives that each reach everybody with an impact of 60 %
Good:  claims that leave room for what nobody has thought of yet
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
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
    "the share of a need's gap above which claims are too much",
    share=True,
)
MOST = 5
"""Claims that a finding points at, the largest first: looking up thousands is slow."""
EVERYBODY = ""
"""Stands for all customers where there are no segments."""
Shares = list[tuple[Fraction, Place]]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need whose gap is claimed more than once over, for some segment."""
    portfolio = subject.portfolio
    found: dict[str, dict[str, Shares]] = defaultdict(lambda: defaultdict(list))
    for initiative in subject.judged:
        for claim in initiative.outcomes:
            share = _share(portfolio, claim)
            if share > 0 and claim.target in portfolio.needs:
                for segment in _segments(portfolio, claim):
                    found[claim.target][segment].append((share, claim.place))
    for id, by_segment in found.items():
        totals = {segment: _total(shares) for segment, shares in by_segment.items()}
        most = max(totals, key=lambda segment: totals[segment])
        if totals[most] > subject.limit(SHARE):
            need = portfolio.needs[id]
            everywhere = set(totals) >= {*served(portfolio, None)} and _alike(totals)
            where = "" if everywhere or most == EVERYBODY else most
            yield _overclaimed(need, totals[most], where, by_segment[most])


def _overclaimed(need: Need, total: Fraction, segment: str, shares: Shares) -> Diagnostic:
    whose = f" for `{segment}`" if segment else ""
    ordered = sorted(shares, key=lambda each: each[0], reverse=True)
    return Diagnostic(
        RULE,
        f"initiatives claim {percent(total)} of the gap of `{need.statement}`{whose} "
        "between them",
        need.place.key,
        related=tuple((place, percent(share)) for share, place in ordered[:MOST]),
        cure="lower the claims, or count a shared effect once",
    )


def _segments(portfolio: Portfolio, claim: Claim) -> tuple[str, ...]:
    return served(portfolio, claim.segments) if portfolio.segments else (EVERYBODY,)


def _share(portfolio: Portfolio, claim: Claim) -> Fraction:
    """The share of the gap that a claim closes for its customers; 0 if it closes none."""
    much = impact(claim.impact, constants(portfolio)).share
    return Fraction(0) if claim.protects else reach(claim).amount * much


def _total(shares: Shares) -> Fraction:
    return sum((share for share, _ in shares), Fraction(0))


def _alike(totals: dict[str, Fraction]) -> bool:
    return len(set(totals.values())) == 1


CHECK = Check(RULE, find, limits=(SHARE,))
