"""A mandatory date is kept by the plan, but not safely.

The plan counts every estimate once. Where work varies as much as its ranges say, the date
is missed more often than the portfolio calls safe (`forecast: {safe: 85%}`).

Bad:   a regulation that takes effect on 30 June, and a chance of 60 %
Good:  narrower estimates, less scope before the date, or more people
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.unlikely import unlikely
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM414", "unlikely-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each mandatory deadline below its safe chance."""
    for initiative in subject.judged:
        if initiative.must and initiative.deadline:
            yield from unlikely(subject, RULE, initiative, initiative.deadline, "deadline")


CHECK = Check(RULE, find, needs="plan")
