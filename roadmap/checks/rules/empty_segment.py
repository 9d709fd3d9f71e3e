"""Nobody is in a segment: it has neither customers nor prospects.

What is done for it is worth nothing. A segment that is described on purpose and not
served says so with `weight: 0`.

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
    """Each segment with nobody in it."""
    segments = subject.portfolio.segments.values()
    if worthless(segments):  # which is a finding of its own
        return
    for segment in segments:
        if segment.customers == 0 and not segment.prospects and segment.weight != 0:
            yield Diagnostic(
                RULE,
                f"nobody is in the segment `{segment.id}`",
                segment.place.key,
                cure="say how many `customers` or `prospects` there are",
            )


CHECK = Check(RULE, find)
