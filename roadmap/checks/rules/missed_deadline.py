"""The plan misses a deadline that could be kept if other work waited.

After a deadline a week of delay costs twice; an obligation (`must`) is binding, and its
deadline comes before all value. Where even that does not help, the people are not there.

Bad:   a forecast of 12 August for what the law wants on 30 June
Good:  less before the deadline, more people, or a later date that somebody agreed to
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import by_pin, impossible
from roadmap.checks.forecast import days_late
from roadmap.checks.phrases import working_days
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM404", "missed-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each deadline that the forecast misses, unless a nearer cause is reported."""
    portfolio = subject.portfolio
    dated = [each for each in subject.judged if each.deadline]
    pinned = by_pin(subject)
    for each in dated:
        end = subject.forecast.ends.get(each.id)
        if end is None or each.deadline is None or each.id in pinned:
            continue
        late = days_late(portfolio, end, each.deadline)
        if late and not impossible(each, each.deadline, portfolio):
            why = f"obligation ({each.must.why})" if each.must else "deadline"
            yield Diagnostic(
                RULE,
                f"the {why} `{each.deadline.text}` is missed by {working_days(late)}: "
                f"the forecast is {portfolio.calendar.date_of(end - 1)}",
                each.place / "deadline",
                cure="do less before it, let other work wait, or agree on a later date",
                initiative=each.id,
            )


CHECK = Check(RULE, find, needs="plan")
