"""What people were told: the dates of each initiative as they were published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from roadmap.diagnostics import Place
from roadmap.model.calendar import Period


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


@dataclass(frozen=True, slots=True)
class Published:
    """What was published last, each date by id.

    `as_of` is the day as of which it holds, None where the file does not say.
    """

    as_of: date | None
    framework: str
    dates: Mapping[str, PublishedDates] = field(default_factory=dict)
