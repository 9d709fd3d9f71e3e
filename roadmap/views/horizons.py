"""Horizons: now, next and later, in working days from where the portfolio stands."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import Slot


class Horizon(StrEnum):
    """How far in the future a day is."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"


def horizon(portfolio: Portfolio, day: int) -> Horizon:
    """The horizon of a working day; the past belongs to now."""
    if day <= last_day(portfolio, Horizon.NOW):
        return Horizon.NOW
    return Horizon.NEXT if day <= last_day(portfolio, Horizon.NEXT) else Horizon.LATER


def horizon_of(portfolio: Portfolio, slot: Slot) -> Horizon:
    """The horizon in which a slot starts; for a milestone, that of its printed date."""
    return horizon(portfolio, min(slot.start_day, slot.last_day))


def last_day(portfolio: Portfolio, which: Horizon) -> int:
    """The last working day of now or of next."""
    reach = portfolio.horizons.now
    if which is not Horizon.NOW:
        reach += portfolio.horizons.next
    return portfolio.today + ceil(reach) - 1
