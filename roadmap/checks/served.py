"""Which needs planned work serves, and which it leaves with a large gap."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from roadmap.checks.check import Subject
from roadmap.checks.limit import Limit
from roadmap.model.customers import Need
from roadmap.scoring.surveys import groups

GAP = Limit(
    "unserved-need",
    "gap",
    Fraction(2, 5),
    "a need with a gap of so much or more, of 1, should be served",
)


def unserved(subject: Subject) -> Iterator[Need]:
    """The needs with a large gap that nothing planned serves."""
    if "initiatives" in subject.read.unread or not subject.serving:
        return
    known = served(subject)
    for need in subject.portfolio.needs.values():
        if need.id not in known and gap(subject, need) >= subject.limit(GAP):
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


def gap(subject: Subject, need: Need) -> Fraction:
    """The mean over the segments by worth, 0 to 1."""
    asked = groups(subject.portfolio, need)
    return sum((each.share * each.distance() for each in asked), Fraction(0))
