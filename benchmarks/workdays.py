"""Working days and who is there on them, counted from dates. Written from the documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from fractions import Fraction

from roadmap.model.calendar import Calendar, Period
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team

ONE_DAY = timedelta(days=1)


class Workdays:
    """The days of the working week from the portfolio's start, in order, holidays too."""

    def __init__(self, calendar: Calendar) -> None:
        self._week = frozenset(calendar.week)
        self._start = calendar.start
        self._next = calendar.start
        self._dates: list[date] = []

    def date_of(self, day: int) -> date:
        """The date of a working day."""
        while len(self._dates) <= day:
            self._extend()
        return self._dates[day]

    def on_or_after(self, when: date) -> int:
        """The first working day on or after a date; 0 for dates before the start."""
        self._reach(when)
        return bisect_left(self._dates, when)

    def on_or_before(self, when: date) -> int:
        """The last working day on or before a date; -1 for dates before the start."""
        self._reach(when)
        return bisect_right(self._dates, when) - 1

    def _reach(self, when: date) -> None:
        while not self._dates or self._dates[-1] < when:
            self._extend()

    def _extend(self) -> None:
        while self._next.weekday() not in self._week:
            self._next += ONE_DAY
        self._dates.append(self._next)
        self._next += ONE_DAY


class Pace:
    """How much of a day's work each person of a team does, by day: focus × presence."""

    def __init__(self, portfolio: Portfolio, workdays: Workdays) -> None:
        self._teams = portfolio.teams
        self._holidays = portfolio.calendar.holidays
        self._workdays = workdays
        self._known: dict[tuple[str, int], Fraction] = {}

    def of(self, team: str, day: int) -> Fraction:
        """Days of work, from 0 to 1; 0 where nobody of the team is there."""
        known = self._known.get((team, day))
        if known is None:
            crew = self._teams[team]
            known = crew.focus * self._presence(crew, self._workdays.date_of(day))
            self._known[team, day] = known
        return known

    def _presence(self, team: Team, today: date) -> Fraction:
        if any(_covers(holiday, today) for holiday in self._holidays):
            return Fraction(0)
        away = Fraction(0)
        for absence in team.away:
            if _covers(absence.period, today):
                away += team.people if absence.people is None else absence.people
        return max(Fraction(0), team.people - away) / team.people


def _covers(period: Period, today: date) -> bool:
    return period.first <= today <= period.last
