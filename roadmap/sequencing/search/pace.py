"""Pace: placing work takes longer the longer the calendar is, so searches place less."""

from __future__ import annotations

LONG = 5_000
"""Working days, some twenty years, on which a placing still takes the usual time."""


def pace(days: int) -> int:
    """How many times as long as usual a placing takes on a calendar of so many days.

    >>> pace(800), pace(12_000)
    (1, 3)
    """
    return max(1, -(-days // LONG))
