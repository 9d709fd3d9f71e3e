"""A committed date is kept by the plan, but not safely.

Somebody was told a date (`promised`) that the forecast keeps less often than the portfolio
calls safe (`forecast: {safe: 85%}`).

Bad:   promised: {date: 2027-Q2, to: customer advisory board}   a chance of 60 %
Good:  narrower estimates, or the safe date agreed
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unlikely import unlikely
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM415", "unlikely-promise", Severity.NOTE, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment below its safe chance."""
    for initiative in subject.judged:
        if initiative.promised:
            yield from unlikely(
                subject, RULE, initiative, initiative.promised.period, "promised"
            )


CHECK = Check(RULE, find, needs="plan")
