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
    """What stretches a part: `2 of them without web`, `part of web away`; no holidays."""
    days = range(part.start_day, part.end_day)
    gone = deserted(portfolio, team, days)
    free = len(days) - portfolio.calendar.worked_days(days.start - 1, days.stop - 1)
    if len(gone) > free:
        yield f"{len(gone) - free} of them without {team}"
    there = presence(portfolio.teams[team], portfolio.calendar)
    at_most = there.full * (len(days) - len(gone))
    if there.before(days.stop) - there.before(days.start) < at_most:
        yield f"part of {team} away"
