"""A range of effort is so wide that nothing can be planned with it.

It counts as its middle, which is as good as made up. A spike or a prototype narrows it.

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
    "a range whose high end is more than so many times its low end is too wide",
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each range of an effort whose ends lie too far apart."""
    times = subject.limit(TIMES)
    for each in ranges(subject, lambda work: work.high > work.low * times):
        work = each.part.work
        yield Diagnostic(
            RULE,
            f"`{work.text}` says hardly anything; counted as "
            f"{float(subject.portfolio.weeks(work.middle)):.2g}w",
            each.place,
            cure="try the riskiest part first, or cut the work in two",
            initiative=each.initiative.id,
        )


CHECK = Check(RULE, find, limits=(TIMES,))
