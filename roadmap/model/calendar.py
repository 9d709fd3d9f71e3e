"""Working days, numbered from 0, and the dates they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""The years that a date in a file can name, and in which work can be scheduled."""
_LAST = date.max.toordinal()
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Period:
    """A range of dates, both ends inclusive; `text` is what was written."""

    first: date
    last: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of dates as stated, from the first day of one to the last of another."""

    whole: Period

    @property
    def middle(self) -> Period:
        """The day it counts as, halfway.

        >>> DateRange(Period(date(2027, 2, 1), date(2027, 4, 30))).middle.first
        datetime.date(2027, 3, 17)
        """
        first, last = self.whole.first, self.whole.last
        day = first + (last - first) // 2
        return Period(day, day, self.whole.text)


@dataclass(frozen=True, slots=True)
class _Closed:
    """Stretches of holidays, by day; `total[i]` is the length of those before stretch i."""

    starts: tuple[int, ...]
    stops: tuple[int, ...]
    total: tuple[int, ...]

    def before(self, day: int) -> int:
        """Holidays before a day."""
        place = bisect_right(self.starts, day) - 1
        if place < 0:
            return 0
        return self.total[place] + min(day, self.stops[place]) - self.starts[place]


def _closed(stretches: Iterable[range]) -> _Closed:
    merged = list(
        _merged(sorted((stretch.start, stretch.stop) for stretch in stretches if stretch))
    )
    lengths = (stop - start for start, stop in merged)
    starts, stops = zip(*merged, strict=True) if merged else ((), ())
    return _Closed(starts, stops, tuple(accumulate(lengths, initial=0)))


def _merged(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in order, those that overlap as one."""
    first, last = 0, 0
    for start, stop in stretches:
        if start > last or first == last:
            if first < last:
                yield first, last
            first, last = start, stop
        last = max(last, stop)
    if first < last:
        yield first, last


@dataclass(frozen=True, slots=True)
class Calendar:
    """The portfolio's days: day 0 is the first working day on or after `start`.

    `week` lists the working weekdays (0 = Monday), at least one. A holiday is a numbered
    working day on which nobody is present.
    """

    start: date
    week: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[Period, ...] = ()
    _closed: _Closed = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count the holidays once, since pages ask for them often."""
        object.__setattr__(self, "_closed", _closed(map(self.days_of, self.holidays)))

    @property
    def days_a_week(self) -> int:
        """Working days in a working week, 1 to 7."""
        return len(self.week)

    @property
    def last_day(self) -> int:
        """The last working day that anything can be scheduled on."""
        return self.day_on_or_before(date(LAST_YEAR, 12, 31))

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
        """The date of a working day, within the years 1 to 9999.

        >>> Calendar(date(2027, 1, 4)).date_of(5)
        datetime.date(2027, 1, 11)
        """
        weeks, place = divmod(day + self._worked_before(self.start), self.days_a_week)
        return date.fromordinal(max(1, min(1 + 7 * weeks + self.week[place], _LAST)))

    def worked_days(self, after: int, until: int) -> int:
        """Days on which people work, from the day after `after` to `until`: no holidays.

        Below 0 where `until` is the earlier one.

        >>> may_day = Period(date(2027, 5, 3), date(2027, 5, 4))
        >>> Calendar(date(2027, 5, 3), holidays=(may_day,)).worked_days(0, 4)
        3
        """
        return (
            until
            - after
            - (self._closed.before(until + 1) - self._closed.before(after + 1))
        )

    def days_later(self, before: int, after: int) -> int:
        """By how many days of work a day moves; at least one where it moves at all.

        >>> Calendar(date(2027, 1, 4)).days_later(5, 2)
        -3
        """
        worked = self.worked_days(before, after)
        return worked or (after > before) - (after < before)

    def _worked_before(self, when: date) -> int:
        """Working days before `when`, counted from the Monday of ordinal 1."""
        weeks, weekday = divmod(when.toordinal() - 1, 7)
        return weeks * self.days_a_week + bisect_left(self.week, weekday)

    def days_of(self, period: Period) -> range:
        """The working days in a period."""
        first, last = self.day_on_or_after(period.first), self.day_on_or_before(period.last)
        return range(first, last + 1)
