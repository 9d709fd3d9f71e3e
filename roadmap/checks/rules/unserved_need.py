"""No planned initiative addresses an important need that is poorly met.

Its opportunity, importance times missing satisfaction, is 0.4 or more on a scale from 0 to
1. Ideas and paused work do not address anything yet.

Bad:   hard-months: {importance: 9.3, satisfaction: 3.1}   and no outcome names it
Good:  an initiative with `outcomes: {hard-months: medium}`
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.served import GAP, gap, unserved
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.scoring.figures import brief

RULE = Rule("RM507", "unserved-need", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unaddressed opportunity."""
    for need in unserved(subject):
        yield Diagnostic(
            RULE,
            f"`{need.id}` is an opportunity of {brief(gap(subject, need), 2)} "
            "that no planned initiative addresses",
            need.place.key,
            cure="plan an initiative for it, or say in `vision` whom you do not serve",
        )


CHECK = Check(RULE, find, limits=(GAP,))
