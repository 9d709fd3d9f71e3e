"""More than half of all scored initiatives tie.

Scores that cannot tell initiatives apart leave the ranking to dependencies and the
alphabet. Usually nobody has estimated them yet, or everything got the same coarse rating.
Portfolios with more than 250 initiatives are sampled.

Bad:   twelve of twenty initiatives with the same impact, reach and effort
Good:  estimates that differ as much as the initiatives do
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.constants import constants
from roadmap.scoring.ranking import groups

RULE = Rule("RM306", "mass-of-ties", Severity.NOTE, __doc__)
SHARE = Limit(
    RULE.name,
    "share",
    Fraction(1, 2),
    "the share of scored initiatives above which a tie is too large",
    share=True,
)
LEAST = Limit(
    RULE.name,
    "least",
    Fraction(10),
    "the fewest scored initiatives that the rule judges",
)


MOST = 250
"""Initiatives that are scored at most: scoring takes longer than reading."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The largest tie, where it holds most initiatives."""
    every = subject.judged
    sample = every[:: -(-len(every) // MOST) or 1]
    scores = [score for initiative in sample if (score := subject.score(initiative))]
    scored = [each for each in scores if each.score is not None]
    if not scored or len(scored) < subject.limit(LEAST):
        return
    tied = max(groups(scored, constants(subject.portfolio).tie), key=len)
    if len(tied) > len(scored) * subject.limit(SHARE):
        first = subject.portfolio.initiatives[tied[0].id]
        yield Diagnostic(
            RULE,
            f"{len(tied)} of {len(scored)} scored initiatives tie, `{first.id}` first",
            subject.home / "framework" if subject.home else first.place,
            cure="add what sets them apart: segments, impact, confidence, effort",
        )


CHECK = Check(RULE, find, needs="scores", limits=(SHARE, LEAST))
