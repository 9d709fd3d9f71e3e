"""Months, quarters and halves as dates, of calendar years or of fiscal ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class NamedBy(StrEnum):
    """Which calendar year a fiscal year is named after: that of its start or of its end."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A year that starts in month `starts`; a calendar year if that is the first.

    >>> FiscalYear(4).label(2027, "Q1"), FiscalYear().label(2027, "Q1")
    ('FY2027-Q1', 'Q1 2027')
    """

    starts: int = 1
    named_by: NamedBy = NamedBy.START

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar year."""
        return self.starts == 1

    def quarter(self, year: int, number: int) -> tuple[date, date]:
        """The first and last day of a quarter.

        >>> FiscalYear(4, NamedBy.END).quarter(2027, 4)
        (datetime.date(2027, 1, 1), datetime.date(2027, 3, 31))
        """
        return _months(self._begins(year), self.starts + 3 * (number - 1), 3)

    def half(self, year: int, number: int) -> tuple[date, date]:
        """The first and last day of a half-year."""
        return _months(self._begins(year), self.starts + 6 * (number - 1), 6)

    def quarter_of(self, when: date) -> tuple[int, int]:
        """The year and quarter that a date lies in.

        >>> FiscalYear(4).quarter_of(date(2028, 2, 1))
        (2027, 4)
        """
        months = when.year * 12 + when.month - self.starts
        return months // 12 + self._named_later, months % 12 // 3 + 1

    def label(self, year: int, part: str) -> str:
        """A quarter or half as pages print it, always with its year."""
        return f"{part} {year}" if self.is_calendar else f"FY{year}-{part}"

    def stated(self, year: int, part: str) -> str:
        """A quarter or half as files state it: `2027-Q1`, `FY2027-Q1`."""
        return f"{year}-{part}" if self.is_calendar else self.label(year, part)

    def year_label(self, when: date) -> str:
        """The year that a date lies in: `2027`, `FY2027`."""
        year = self.quarter_of(when)[0]
        return str(year) if self.is_calendar else f"FY{year}"

    def _begins(self, year: int) -> int:
        """The calendar year in which the year of that name begins."""
        return year - self._named_later

    @property
    def _named_later(self) -> int:
        return int(self.named_by is NamedBy.END and not self.is_calendar)


def month(year: int, number: int) -> tuple[date, date]:
    """The first and last day of a month.

    >>> month(2027, 2)
    (datetime.date(2027, 2, 1), datetime.date(2027, 2, 28))
    """
    if not 1 <= number <= 12:
        raise ValueError("month must be in 1..12")
    return _months(year, number, 1)


def _months(year: int, number: int, count: int) -> tuple[date, date]:
    return _first(year, number), _first(year, number + count) - timedelta(days=1)


def _first(year: int, number: int) -> date:
    years, place = divmod(number - 1, 12)
    return date(year + years, place + 1, 1)
