"""A segment has neither customers nor prospects.

Nothing that is done for it has any value. If you describe a segment but choose not to
serve it, set `weight: 0`.

Bad:   co-operatives: {customers: 0}
Good:  co-operatives: {customers: 0, prospects: 400}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.worth import worthless
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM503", "empty-segment", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each segment without customers and prospects."""
    segments = subject.portfolio.segments.values()
    if worthless(segments):  # a finding of its own
        return
    for segment in segments:
        if segment.customers == 0 and not segment.prospects and segment.weight != 0:
            yield Diagnostic(
                RULE,
                f"segment `{segment.id}` has no customers and no prospects",
                segment.place.key,
                cure="set `customers` or `prospects`, or `weight: 0` if you choose not to "
                "serve it",
            )


CHECK = Check(RULE, find)
