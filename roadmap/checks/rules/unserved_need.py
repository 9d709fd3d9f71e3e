"""A need that matters and is poorly met is served by nothing that is planned.

Its gap, importance × what is missing to satisfaction, is 0.4 or more of 1. Ideas and paused
work do not serve anybody yet.

Bad:   hard-months: {importance: 9.3, satisfaction: 3.1}   and no outcome names it
Good:  an initiative with `outcomes: {hard-months: medium}`
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.customers import Need
from roadmap.scoring.figures import figure
from roadmap.scoring.surveys import groups

RULE = Rule("RM507", "unserved-need", Severity.NOTE, __doc__)
GAP = Limit(
    RULE.name,
    "gap",
    Fraction(2, 5),
    "a need with a gap of so much or more, of 1, should be served",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each need with a large gap that nobody serves."""
    for need in unserved(subject):
        yield Diagnostic(
            RULE,
            f"`{need.id}` has a gap of {figure(_gap(subject, need))}, "
            "and nothing that is planned serves it",
            need.place.key,
            cure="plan something for it, or say in the vision whom you do not serve",
        )


def unserved(subject: Subject) -> Iterator[Need]:
    """The needs with a large gap that nothing planned serves."""
    if "initiatives" in subject.read.unread or not subject.serving:
        return
    known = served(subject)
    for need in subject.portfolio.needs.values():
        if need.id not in known and _gap(subject, need) >= subject.limit(GAP):
            yield need


def served(subject: Subject) -> Collection[str]:
    """The needs that planned work does something for, or probably means to."""
    named = {
        claim.target
        for initiative in subject.serving
        for claim in initiative.outcomes
        if not (claim.impact and claim.impact.negative)
    }
    wrong = (target for target in named if subject.lacks("needs", target))
    near = (subject.names["needs"].near(target) for target in sorted(wrong))
    return named | {each.name for each in near if each}


def _gap(subject: Subject, need: Need) -> Fraction:
    """The mean over the segments by worth, 0 to 1."""
    asked = groups(subject.portfolio, need)
    return sum((each.share * each.distance() for each in asked), Fraction(0))


CHECK = Check(RULE, find, limits=(GAP,))
