"""A deadline cannot be kept even if nothing else is done.

It has passed, it lies before the initiative's own `not_before`, or the work takes longer
with all its teams free. Lateness still counts from the stated day.

Bad:   {effort: {web: 12w}, not_before: 2027-06, deadline: 2027-06-30}
Good:  {effort: {web: 2w}, not_before: 2027-06, deadline: 2027-06-30}
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from roadmap.checks.check import Check, Subject
from roadmap.diagnostics import Diagnostic, Rule, Severity
from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio

RULE = Rule("RM401", "impossible-deadline", Severity.WARNING, __doc__)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Each deadline that nobody can keep."""
    for initiative in subject.judged:
        deadline = initiative.deadline
        if deadline is None or initiative.status is Status.PAUSED:
            continue
        why = impossible(initiative, deadline, subject.portfolio)
        if why:
            yield Diagnostic(
                RULE,
                f"the deadline `{deadline.text}` cannot be kept: {why}",
                initiative.place / "deadline",
                cure="agree on a later date, or do less",
                initiative=initiative.id,
            )


def impossible(initiative: Initiative, deadline: Period, portfolio: Portfolio) -> str:
    """Why a date cannot be kept even if nothing else is done; empty where it can."""
    start = initiative.not_before
    if deadline.last < portfolio.as_of:
        return f"it had passed by {portfolio.as_of}"
    if start and start.first > deadline.last and initiative.status != Status.IN_PROGRESS:
        return f"it is not to start before `{start.text}`"
    calendar = portfolio.calendar
    first = portfolio.today
    if start and initiative.status is not Status.IN_PROGRESS:
        first = max(first, calendar.day_on_or_after(start.first))
    ends = [_end(part, first, portfolio) for part in initiative.parts if part.work.middle]
    if not ends or max(ends) - 1 <= calendar.day_on_or_before(deadline.last):
        return ""
    return f"alone it takes until {calendar.date_of(max(ends) - 1)}"


def _end(part: Part, first: int, portfolio: Portfolio) -> int:
    """The day after the last one of a part that starts on day `first`."""
    from roadmap.sequencing.schedule.presence import presence

    team = portfolio.teams[part.team]
    people = team.share if part.people is None else min(part.people, team.people)
    there = presence(team, portfolio.calendar)
    need = part.work.middle * team.people * there.scale / (people * team.focus)
    return there.end(there.open(first), ceil(need))


CHECK = Check(RULE, find)
