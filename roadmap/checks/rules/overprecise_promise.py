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
    for each in subject.judged:
        if each.promised is None or each.promised.period.first != each.promised.period.last:
            continue
        ends = subject.chances and subject.chances.ranges.get(each.id)
        if not ends:
            continue
        calendar = subject.portfolio.calendar
        if ends.p90 - ends.p10 >= WEEKS * calendar.days_a_week:
            first, last = calendar.date_of(ends.p10), calendar.date_of(ends.p90)
            yield Diagnostic(
                RULE,
                f"`{each.promised.period.text}` is a day, but 8 in 10 draws end anywhere "
                f"from {first} to {last}",
                each.place / "promised",
                cure="promise a month or a quarter, or narrow the estimates first",
                initiative=each.id,
            )


CHECK = Check(RULE, find, needs="plan")
