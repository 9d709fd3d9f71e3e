"""A range of effort is too wide to plan with.

It counts as its middle, which is a guess. A spike or a prototype narrows it.

Bad:   effort: {data: 1w..20w}
Good:  effort: {data: 4w..10w}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.checks.check import Check, Subject
from roadmap.checks.estimates import ranges
from roadmap.checks.limit import Limit
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM205", "wide-range", Severity.NOTE, __doc__)
TIMES = Limit(
    RULE.name,
    "times",
    Fraction(5),
    "the high end ÷ the low end above which a range is too wide",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each effort whose range is too wide."""
    times = subject.limit(TIMES)
    for team_estimate in ranges(subject, lambda work: work.high > work.low * times):
        work = team_estimate.part.work
        yield Diagnostic(
            RULE,
            f"range too wide to plan with: `{work.text}` counts as "
            f"{float(subject.portfolio.weeks(work.middle)):.2g}w",
            team_estimate.place,
            cure="try the riskiest part first, or split the initiative",
            initiative=team_estimate.initiative.id,
        )


CHECK = Check(RULE, find, limits=(TIMES,))
