"""How far a date moved, in working days or weeks."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from roadmap.model.portfolio import Portfolio
from roadmap.views.phrases.english import count


def moved(portfolio: Portfolio, days: int) -> str:
    """A move of a date: `1.8 weeks earlier`, `3 working days later`.

    Weeks are rounded up where it is later and down where it is earlier, so that no move
    looks better than it is.
    """
    week = portfolio.calendar.days_a_week
    way = "later" if days > 0 else "earlier"
    if abs(days) < week:
        return f"{count(abs(days), 'working day')} {way}"
    tenths = Fraction(10 * abs(days), week)
    weeks = Fraction(ceil(tenths) if days > 0 else floor(tenths), 10)
    return f"{count(weeks, 'week')} {way}"
