"""Sparklines: how something went over the commits of a history, in a few signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from roadmap.studies.history import evenly

SIGNS = "▁▂▃▄▅▆▇"
NOWHERE = "·"
MOST = 24
"""Signs of a line; of more values, so many are shown, evenly spaced."""


def days_line(days: Sequence[date | None]) -> str:
    """Dates as a line that rises with them; a dot where there is none.

    >>> days_line((date(2027, 1, 1), None, date(2027, 1, 7), date(2027, 1, 4)))
    '▁·▇▄'
    """
    known = [day.toordinal() for day in days if day]
    low, high = min(known, default=0), max(known, default=0)
    span = max(high - low, 1)
    return _line([
        None if day is None else (day.toordinal() - low) * 6 // span for day in days
    ])  # fmt: skip


def chances_line(chances: Sequence[Fraction | None]) -> str:
    """Chances as a line from 0 to 100 %; a dot where there is none.

    >>> chances_line([Fraction(1, 2), None, Fraction(1), Fraction(0)])
    '▄·▇▁'
    """
    return _line([None if chance is None else round(6 * chance) for chance in chances])


def _line(levels: Sequence[int | None]) -> str:
    return "".join(
        NOWHERE if level is None else SIGNS[level] for level in evenly(levels, MOST)
    )
