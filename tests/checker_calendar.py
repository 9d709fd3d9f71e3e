"""Days, dates and durations for the plan checker, worked out a second time on its own."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days, numbered from 0, the first on or after `start`; holidays among them."""

    start: date
    week: tuple[int, ...]
    holidays: frozenset[int] = frozenset()

    def first_on_or_after(self, day: date) -> int:
        return self._days_before(day) - self._days_before(self.start)

    def last_on_or_before(self, day: date) -> int:
        return self.first_on_or_after(day + timedelta(days=1)) - 1

    def date_of(self, number: int) -> date:
        weeks, place = divmod(number + self._days_before(self.start), len(self.week))
        return date.fromordinal(1 + 7 * weeks + self.week[place])

    def _days_before(self, day: date) -> int:
        # 1 January of the year 1 was a Monday.
        weeks, weekday = divmod(day.toordinal() - 1, 7)
        return len(self.week) * weeks + sum(1 for d in self.week if d < weekday)


def days(text: str, week: int) -> Fraction:
    """Person-days in `3d`, `2w`, a range or a three-point estimate."""
    points = [_duration(point.strip(), week) for point in text.split("..")]
    match points:
        case [sure]:
            return sure
        case [low, high]:
            return (low + high) / 2
        case [low, likely, high]:
            return (low + 4 * likely + high) / 6
    raise ValueError(f"no duration: {text}")


def _duration(text: str, week: int) -> Fraction:
    quarter = 13 * Fraction(week)
    units = {"d": Fraction(1), "w": Fraction(week), "m": quarter / 3, "q": quarter}
    return Fraction(text[:-1]) * units[text[-1]]


def span(text: str, year_starts: int = 1) -> tuple[date, date]:
    """First and last day of `2027-06-30`, `2027-06`, `2027-Q2` or `2027-H1`."""
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", text):
        year, kind, nth = int(found[1]), found[2], int(found[3])
        months = 3 if kind == "Q" else 6
        first = year * 12 + (year_starts - 1) + (nth - 1) * months
        return _month(first)[0], _month(first + months - 1)[1]
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return _month(int(text[:4]) * 12 + int(text[5:]) - 1)
    day = date.fromisoformat(text)
    return day, day


def _month(number: int) -> tuple[date, date]:
    year, month = divmod(number, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, 1), date(year, month + 1, last)
