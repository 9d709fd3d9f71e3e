"""How far a date moved, in working days or weeks."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import figure
from roadmap.views.phrases.english import count


def in_weeks(number: Fraction) -> str:
    """Weeks with one decimal, for numbers that are compared.

    >>> in_weeks(Fraction(14)), in_weeks(Fraction(73, 5))
    ('14.0 weeks', '14.6 weeks')
    """
    return f"{figure(number)} weeks"


def moved(portfolio: Portfolio, days: int) -> str:
    """A move of a date: `1.8 weeks earlier`, `3 working days later`.

    Weeks keep their decimal, `4.0 weeks` too, since moves are compared. They are rounded
    up where it is later and down where it is earlier, so that no move looks better than
    it is.
    """
    week = portfolio.calendar.days_a_week
    way = "later" if days > 0 else "earlier"
    if abs(days) < week:
        return f"{count(abs(days), 'working day')} {way}"
    tenths = Fraction(10 * abs(days), week)
    weeks = Fraction(ceil(tenths) if days > 0 else floor(tenths), 10)
    return f"{in_weeks(weeks)} {way}"


def days_passed(days: int) -> str:
    """What time did to a plan: `14 days passed`, or that its day is an earlier one."""
    length = count(abs(days), "day")
    return f"{length} passed" if days > 0 else f"the plan's day went back by {length}"
