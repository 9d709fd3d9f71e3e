"""The forecast misses a deadline that could be met if other work waited.

After a deadline a week of delay costs twice, which other value may outweigh. A mandatory
deadline (`must`) comes before all value; if that is missed, the team is too small.

Bad:   a forecast of 12 August for a regulation that takes effect on 30 June
Good:  less scope before the deadline, more people, or a later date that is agreed
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.check import Check, Subject
from roadmap.checks.deadlines import by_pin, impossible
from roadmap.checks.forecast import days_late, overdue, working_days
from roadmap.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("RM404", "missed-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each deadline that the forecast misses, unless another rule names the cause."""
    portfolio = subject.portfolio
    dated = [initiative for initiative in subject.judged if initiative.deadline]
    pinned = by_pin(subject)
    for each in dated:
        end = subject.forecast.ends.get(each.id)
        if end is None or each.deadline is None or each.id in pinned:
            continue
        late = days_late(portfolio, end, each.deadline)
        if late and not impossible(each, each.deadline, portfolio):
            kind = f"mandatory deadline ({each.must.nature})" if each.must else "deadline"
            day = portfolio.calendar.date_of(end - 1)
            yield Diagnostic(
                RULE,
                f"{kind} `{each.deadline.text}` {overdue(portfolio, each.deadline)}: "
                f"forecast {day}, {working_days(late)} late",
                each.place / "deadline",
                cure="reduce the scope, let other work wait, or agree on a later date",
                initiative=each.id,
            )


CHECK = Check(RULE, find, needs="plan")
