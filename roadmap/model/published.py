"""What people were told: the dates of each initiative as they were published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from roadmap.diagnostics import Place
from roadmap.model.calendar import Calendar, Period


@dataclass(frozen=True, slots=True)
class PublishedDates:
    """The dates of an initiative as they were published, all inclusive.

    `start` and `end` are those of the plan; `shown` is the text that people read, such as
    `Mar – May 2027`, and `until` the last day that it covers.
    """

    id: str
    start: date
    end: date
    shown: str
    until: date
    place: Place

    @property
    def told(self) -> Period:
        """What was told, as a date to keep."""
        return Period(self.until, self.until, self.shown)

    def slip(self, calendar: Calendar, end: date) -> int:
        """By how many working days an end is later than what people were shown.

        Below 0 where it is earlier than the plan that was published; in between 0.

        >>> first, last = date(2027, 3, 19), date(2027, 3, 31)
        >>> dates = PublishedDates("a", first, first, "Mar 2027", last, Place(""))
        >>> week = Calendar(date(2027, 1, 4))
        >>> [dates.slip(week, date(2027, 3, day)) for day in (18, 22, 31)]
        [-1, 0, 0]
        >>> dates.slip(week, date(2027, 4, 1))
        1
        """
        day = calendar.day_on_or_before(end)
        until, published = map(calendar.day_on_or_before, (self.until, self.end))
        if day > until:
            return calendar.days_later(until, day)
        return min(0, calendar.days_later(published, day))


@dataclass(frozen=True, slots=True)
class Published:
    """What was published last, each date by id.

    `as_of` is the day as of which it holds, None where the file does not say.
    """

    as_of: date | None
    framework: str
    dates: Mapping[str, PublishedDates] = field(default_factory=dict)
