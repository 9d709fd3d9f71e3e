"""A range is too narrow to express any uncertainty.

It claims a precision that no estimate has. A single number is more honest.

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
    "the high end ÷ the low end below which a range is too narrow",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each effort whose range has nearly equal ends."""
    times = subject.limit(TIMES)
    for team_estimate in ranges(subject, lambda work: 0 < work.high < work.low * times):
        yield Diagnostic(
            RULE,
            f"range too narrow to show uncertainty: `{team_estimate.part.work.text}`",
            team_estimate.place,
            cure="give a realistic low and high end, or a single number",
            initiative=team_estimate.initiative.id,
        )


CHECK = Check(RULE, find, limits=(TIMES,))
