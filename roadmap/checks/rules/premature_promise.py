"""The forecast misses a committed date.

A commitment (`promised`) does not change the schedule. Talk to the people who were given
the date now, not on the day. The high end is the forecast if all work takes as long as its
range allows.

Bad:   promised: {date: 2027-Q2, to: customer advisory board}   forecast: 12 August
Good:  a new date agreed, or the work ahead of it moved
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.forecast import days_late, overdue, working_days
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.initiative import Initiative, Promise

RULE = Rule("RM405", "premature-promise", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each commitment that the forecast misses."""
    for initiative in subject.judged:
        end = subject.forecast.ends.get(initiative.id) if initiative.promised else None
        if initiative.promised is None or end is None:
            continue
        late = days_late(subject.portfolio, end, initiative.promised.period)
        if late:
            yield _premature(subject, initiative, initiative.promised, end, late)


def _premature(
    subject: Subject, initiative: Initiative, promise: Promise, end: int, late: int
) -> Diagnostic:
    portfolio = subject.portfolio
    whom = f" to `{promise.to}`" if promise.to else ""
    high = subject.high_forecast.ends.get(initiative.id, end)
    most = days_late(portfolio, high, promise.period)
    further = f" ({most} at the high end of ranges)" if most > late else ""
    day = portfolio.calendar.date_of(end - 1)
    return Diagnostic(
        RULE,
        f"commitment `{promise.period.text}`{whom} {overdue(portfolio, promise.period)}: "
        f"forecast {day}, {working_days(late)} late{further}",
        initiative.place / "promised" / "date",
        cure="agree on a new date, or move the work ahead of it",
        initiative=initiative.id,
    )


CHECK = Check(RULE, find, needs="plan")
