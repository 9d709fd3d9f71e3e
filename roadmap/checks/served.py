"""Which needs planned work addresses, and which opportunities it does not."""

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
    "the smallest opportunity, from 0 to 1, that has to be addressed",
)


def unserved(subject: Subject) -> Iterator[Need]:
    """The needs with a large opportunity that no planned initiative addresses."""
    if "initiatives" in subject.read.unread or not subject.serving:
        return
    known = served(subject)
    for need in subject.portfolio.needs.values():
        if need.id not in known and gap(subject, need) >= subject.limit(GAP):
            yield need


def served(subject: Subject) -> Collection[str]:
    """The needs that planned work addresses, or probably means to."""
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
    """The opportunity of a need, 0 to 1: the mean over segments by customer value."""
    asked = groups(subject.portfolio, need)
    return sum(
        (answer_group.share * answer_group.distance() for answer_group in asked),
        Fraction(0),
    )
