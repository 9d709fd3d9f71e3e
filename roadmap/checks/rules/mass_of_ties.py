"""More than half of all scored initiatives tie: the scores cannot tell them apart.

Their order then comes from dependencies and from the alphabet. Most often nobody has
looked at them yet, or a coarse scale was used for everything. In a portfolio of more than
250 every second, third, … one is looked at.

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
    "a tie is too large when it holds more than this share of all scored initiatives",
    share=True,
)
LEAST = Limit(
    RULE.name, "least", Fraction(10), "of fewer scored initiatives nothing is said"
)


MOST = 250
"""Initiatives that are looked at; to score many takes longer than to read them."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """The largest group that ties, where it is most of all."""
    every = subject.judged
    sample = every[:: -(-len(every) // MOST) or 1]
    scores = [score for each in sample if (score := subject.score(each))]
    scored = [each for each in scores if each.score is not None]
    if len(scored) < subject.limit(LEAST):
        return
    tied = max(groups(scored, constants(subject.portfolio).tie), key=len)
    if len(tied) > len(scored) * subject.limit(SHARE):
        first = subject.portfolio.initiatives[tied[0].id]
        yield Diagnostic(
            RULE,
            f"`{first.id}` and {len(tied) - 1} more tie, of {len(scored)} that are scored",
            subject.home / "framework" if subject.home else first.place,
            cure="state what sets them apart: for whom, how much, how sure, how much work",
        )


CHECK = Check(RULE, find, needs="scores", limits=(SHARE, LEAST))
