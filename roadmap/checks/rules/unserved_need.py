"""A need that matters and is poorly met is served by nothing that is planned.

Its gap, importance × what is missing to satisfaction, is 0.4 or more of 1. Ideas and paused
work do not serve anybody yet.

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
    """Each need with a large gap that nobody serves."""
    for need in unserved(subject):
        yield Diagnostic(
            RULE,
            f"`{need.id}` has a gap of {brief(gap(subject, need), 2)}, "
            "and nothing that is planned serves it",
            need.place.key,
            cure="plan something for it, or say in the vision whom you do not serve",
        )


CHECK = Check(RULE, find, limits=(GAP,))
