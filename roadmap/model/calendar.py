"""Working days, numbered from 0, and the dates they stand for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

_LAST = date.max.toordinal()
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Period:
    """A range of dates, both ends inclusive; `text` is what was written."""

    first: date
    last: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The portfolio's days: day 0 is the first working day on or after `start`.

    `week` lists the working weekdays (0 = Monday), at least one. A holiday is a numbered
    working day on which nobody is present.
    """

    start: date
    week: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[Period, ...] = ()

    @property
    def days_a_week(self) -> int:
        """Working days in a working week, 1 to 7."""
        return len(self.week)

    def day_on_or_after(self, when: date) -> int:
        """The number of the first working day on or after `when`; below 0 before `start`.

        >>> Calendar(date(2027, 1, 4)).day_on_or_after(date(2027, 1, 9))
        5
        """
        return self._worked_before(when) - self._worked_before(self.start)

    def day_on_or_before(self, when: date) -> int:
        """The number of the last working day on or before `when`.

        >>> Calendar(date(2027, 1, 4)).day_on_or_before(date(2027, 1, 10))
        4
        """
        return self.day_on_or_after(when + timedelta(days=1)) - 1

    def date_of(self, day: int) -> date:
        """The date of a working day; days past the year 9999 are its last day.

        >>> Calendar(date(2027, 1, 4)).date_of(5)
        datetime.date(2027, 1, 11)
        """
        weeks, place = divmod(day + self._worked_before(self.start), self.days_a_week)
        return date.fromordinal(min(1 + 7 * weeks + self.week[place], _LAST))

    def _worked_before(self, when: date) -> int:
        """Working days before `when`, counted from the Monday of ordinal 1."""
        weeks, weekday = divmod(when.toordinal() - 1, 7)
        return weeks * self.days_a_week + bisect_left(self.week, weekday)

    def days_of(self, period: Period) -> range:
        """The working days in a period."""
        first, last = self.day_on_or_after(period.first), self.day_on_or_before(period.last)
        return range(first, last + 1)
