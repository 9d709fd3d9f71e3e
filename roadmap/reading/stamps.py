"""Dates with a time and zone, as trackers export them: only the day is kept."""

from __future__ import annotations

import re

from roadmap.model.calendar import Period
from roadmap.reading.scalars import Terms, period

ZONE = r"\s*(Z|z|UTC|GMT|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?"
TIME = (
    r"([Tt]|\s+)([01][0-9]|2[0-4]):[0-5][0-9]"
    rf"(:([0-5][0-9]|60)([.,][0-9]{{1,12}})?)?{ZONE}"
)
"""What may follow a day: `T10:30:00Z`, ` 10:30`, `T10:30:00.000+0200`."""
COMPACT = (
    r"[Tt]([01][0-9]|2[0-4])[0-5][0-9]"
    rf"(([0-5][0-9]|60)([.,][0-9]{{1,12}})?)?{ZONE}"
)
"""The same without separators, after a day without separators: `20270104T103000Z`."""
_WITH_TIME = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){TIME}")
_COMPACT = re.compile(rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}}){COMPACT}")


def stamp(value: object, terms: Terms) -> Period:
    """A date in any form, or a day with a time: the day as written, in its own zone.

    >>> stamp("2027-01-04T23:30:00-05:00", Terms()).last
    datetime.date(2027, 1, 4)
    """
    if not isinstance(value, str):
        return period(value, terms)
    text = value.strip()
    if match := _WITH_TIME.fullmatch(text):
        day = match[1]
    elif match := _COMPACT.fullmatch(text):
        day = f"{match[1]}-{match[2]}-{match[3]}"
    else:
        return period(text, terms)
    found = period(day, terms)
    return Period(found.first, found.last, text)
