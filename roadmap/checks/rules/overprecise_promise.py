"""A day was promised where the forecast is a quarter wide.

A date to the day sounds certain. If 8 in 10 draws end within a range of a quarter or more,
say a month or a quarter, or narrow the estimates first.

Bad:   promised: {date: 2027-06-11}   forecast: April to August
Good:  promised: {date: 2027-Q3}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM416", "overprecise-promise", Severity.NOTE, __doc__)
WEEKS = 13


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment to the day whose range is a quarter or more."""
    for initiative in subject.judged:
        if (
            initiative.promised is None
            or initiative.promised.period.first != initiative.promised.period.last
        ):
            continue
        ends = subject.chances and subject.chances.ranges.get(initiative.id)
        if not ends:
            continue
        calendar = subject.portfolio.calendar
        if ends.p90 - ends.p10 >= WEEKS * calendar.days_a_week:
            first, last = calendar.date_of(ends.p10), calendar.date_of(ends.p90)
            yield Diagnostic(
                RULE,
                f"`{initiative.promised.period.text}` is a day, but 8 in 10 draws end "
                f"anywhere from {first} to {last}",
                initiative.place / "promised",
                cure="promise a month or a quarter, or narrow the estimates first",
                initiative=initiative.id,
            )


CHECK = Check(RULE, find, needs="plan")
