"""A range of effort is so narrow that it says nothing about what is not known.

It promises a precision that no estimate has. A number alone is more honest.

Bad:   effort: {web: 5w..5.2w}
Good:  effort: {web: 4w..7w}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.estimates import ranges
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM204", "narrow-range", Severity.NOTE, __doc__)
TIMES = Limit(
    RULE.name,
    "times",
    Fraction(11, 10),
    "a range whose high end is less than so many times its low end is too narrow",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each range of an effort whose ends hardly differ."""
    times = subject.limit(TIMES)
    for each in ranges(subject, lambda work: 0 < work.high < work.low * times):
        yield Diagnostic(
            RULE,
            f"`{each.part.work.text}` is hardly a range",
            each.place,
            cure="write how little and how much it may be, or one number",
            initiative=each.initiative.id,
        )


CHECK = Check(RULE, find, limits=(TIMES,))
