"""Absences: the days when nobody of a team is there, and how they stretch its work."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import PartSlot
from roadmap.sequencing.schedule.presence import presence


def deserted(portfolio: Portfolio, team: str, days: range) -> frozenset[int]:
    """Those of some working days on which nobody of a team is there."""
    there = presence(portfolio.teams[team], portfolio.calendar)
    return frozenset(day for day in days if there.open(day) > day)


def away(portfolio: Portfolio, team: str, part: PartSlot) -> Iterator[str]:
    """What stretches a part: `2 of them holidays`, `part of web away`."""
    days = range(part.start_day, part.end_day)
    gone = deserted(portfolio, team, days)
    if gone:
        yield f"{len(gone)} of them {_without(portfolio, team, gone)}"
    there = presence(portfolio.teams[team], portfolio.calendar)
    at_most = there.full * (len(days) - len(gone))
    if there.before(days.stop) - there.before(days.start) < at_most:
        yield f"part of {team} away"


def _without(portfolio: Portfolio, team: str, gone: frozenset[int]) -> str:
    calendar = portfolio.calendar
    holidays = [calendar.days_of(holiday) for holiday in calendar.holidays]
    free = {day for day in gone if any(day in holiday for holiday in holidays)}
    if free == gone:
        return "holidays" if len(gone) > 1 else "a holiday"
    return f"without {team}" + (": away or holiday" if free else "")
