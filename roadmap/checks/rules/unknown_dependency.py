"""An initiative depends on something that does not exist.

The dependency is ignored, so the initiative may be scheduled before the work that it really
needs.

Bad:   depends_on: [chekout-v2]
Good:  depends_on: [checkout-v2]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unknown import unknown
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM101", "unknown-dependency", Severity.ERROR, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each unknown name in `depends_on`, once for each initiative."""
    for initiative in subject.portfolio.initiatives.values():
        for wanted in dict.fromkeys(initiative.depends_on or ()):
            lacking = subject.lacks("initiatives", wanted)
            if lacking and not subject.left_out(wanted, initiative.place.file):
                place = initiative.place / "depends_on" / wanted
                yield unknown(
                    subject, RULE, "initiative", "initiatives", wanted, place, initiative.id
                )


CHECK = Check(RULE, find)
