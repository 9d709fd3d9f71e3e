"""Why deadlines are missed: nobody could meet them, or pinned work goes first."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from roadmap.checks.check import Subject
from roadmap.checks.forecast import Forecast, days_late
from roadmap.model.calendar import LAST_YEAR, Period
from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Portfolio


def impossible(initiative: Initiative, deadline: Period, portfolio: Portfolio) -> str:
    """Why a date cannot be met even if nothing else is done; empty where it can."""
    start = initiative.not_before
    if deadline.last < portfolio.as_of:
        return f"it passed before {portfolio.as_of}"
    if start and start.first > deadline.last and initiative.status != Status.IN_PROGRESS:
        return f"the work may not start before `{start.text}`"
    calendar = portfolio.calendar
    first = portfolio.today
    if start and initiative.status is not Status.IN_PROGRESS:
        first = max(first, calendar.day_on_or_after(start.first))
    ends = [_end(part, first, portfolio) for part in initiative.parts if part.work.middle]
    if not ends or max(ends) - 1 <= calendar.day_on_or_before(deadline.last):
        return ""
    if max(ends) - 1 > calendar.last_day:
        return f"the work alone takes until after {LAST_YEAR}"
    return f"the work alone takes until {calendar.date_of(max(ends) - 1)}"


def _end(part: Part, first: int, portfolio: Portfolio) -> int:
    """The day after a part that starts on day `first` ends."""
    from roadmap.sequencing.schedule.presence import presence

    team = portfolio.teams[part.team]
    people = team.share if part.people is None else min(part.people, team.people)
    there = presence(team, portfolio.calendar)
    need = part.work.middle * team.people * there.scale / (people * team.focus)
    return there.end(there.open(first), ceil(need))


def by_pin(subject: Subject) -> Mapping[str, int]:
    """Working days by which pins make mandatory initiatives late, by id."""
    musts = [
        initiative
        for initiative in subject.judged
        if initiative.must and initiative.deadline
    ]
    if not musts or not any(initiative.pin for initiative in subject.judged):
        return {}
    late = _late(subject, subject.forecast, musts)
    if not any(late.values()):
        return {}
    free = _late(subject, subject.free_forecast, musts)
    more = {id: days - free.get(id, days) for id, days in late.items()}
    return {id: days for id, days in more.items() if days > 0}


def _late(
    subject: Subject, forecast: Forecast, musts: list[Initiative]
) -> Mapping[str, int]:
    """Working days by which each of them misses its deadline."""
    return {
        must.id: days_late(subject.portfolio, forecast.ends[must.id], must.deadline)
        for must in musts
        if must.deadline and must.id in forecast.ends
    }
