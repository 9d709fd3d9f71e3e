"""Months, quarters and halves as dates; a fiscal year is named for its first day."""

from __future__ import annotations

from datetime import date, timedelta


def month(year: int, number: int) -> tuple[date, date]:
    """The first and last day of a month; numbers beyond 12 run into the next years.

    >>> month(2027, 2)
    (datetime.date(2027, 2, 1), datetime.date(2027, 2, 28))
    """
    return _months(year, number, 1)


def quarter(year: int, number: int, starts: int = 1) -> tuple[date, date]:
    """The first and last day of a quarter of the year that starts in month `starts`.

    >>> quarter(2027, 4, starts=4)
    (datetime.date(2028, 1, 1), datetime.date(2028, 3, 31))
    """
    return _months(year, starts + 3 * (number - 1), 3)


def half(year: int, number: int, starts: int = 1) -> tuple[date, date]:
    """The first and last day of a half-year."""
    return _months(year, starts + 6 * (number - 1), 6)


def quarter_of(when: date, starts: int = 1) -> tuple[int, int]:
    """The (fiscal) year and quarter that a date lies in.

    >>> quarter_of(date(2028, 2, 1), starts=4)
    (2027, 4)
    """
    months = when.year * 12 + when.month - starts
    return months // 12, months % 12 // 3 + 1


def _months(year: int, number: int, count: int) -> tuple[date, date]:
    if not 1 <= number <= 24 or (count == 1 and number > 12):
        raise ValueError("month must be in 1..12")
    after = _first(year, number + count)
    return _first(year, number), after - timedelta(days=1)


def _first(year: int, number: int) -> date:
    years, place = divmod(number - 1, 12)
    return date(year + years, place + 1, 1)
