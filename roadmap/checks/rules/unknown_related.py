"""`related` names an initiative that does not exist.

It does not affect the schedule, but it sends readers nowhere.

Bad:   related: [chekout-v2]
Good:  related: [checkout-v2]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM114", "unknown-related", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unknown name in `related`."""
    for initiative in subject.portfolio.initiatives.values():
        for wanted in dict.fromkeys(initiative.related):
            lacking = subject.lacks("initiatives", wanted)
            if lacking and not subject.left_out(wanted, initiative.place.file):
                place = initiative.place / "related" / wanted
                yield unknown(
                    subject, RULE, "initiative", "initiatives", wanted, place, initiative.id
                )


CHECK = Check(RULE, find)
