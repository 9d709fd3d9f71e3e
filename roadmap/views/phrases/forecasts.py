"""Forecasts in words: ranges, chances, and what they rest on."""

from __future__ import annotations

from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import percent
from roadmap.simulation.results import DateChance, EndRange, PlanForecast
from roadmap.views.phrases.dates import ranged, short
from roadmap.views.phrases.english import grouped

OFTEN = "8 in 10"
"""How often an end lies in the range that pages show."""
NOT_MODELLED = (
    "A forecast carries out this plan as it stands: replanning, forgotten work and people "
    "who leave are not in it."
)


def range_text(
    portfolio: Portfolio, ends: EndRange, *, assumed: bool = False, exact: bool = False
) -> str:
    """The range of an end, 8 in 10: `Mar – May`."""
    first, last = (portfolio.calendar.date_of(day) for day in (ends.p10, ends.p90))
    return ranged(portfolio, first, last, assumed=assumed, exact=exact)


def chance_text(chance: Fraction, draws: int) -> str:
    """A chance as far as draws can tell it.

    >>> chance_text(Fraction(71, 100), 200), chance_text(Fraction(1), 200)
    ('71 ± 3 %', '> 99 %')
    """
    if chance > Fraction(99, 100):
        return "> 99 %"
    if chance < Fraction(1, 100):
        return "< 1 %"
    error = round(100 * float(chance * (1 - chance) / draws) ** 0.5)
    near = round(100 * chance)
    return f"{near} ± {error} %" if error else f"{near} %"


def safe_text(portfolio: Portfolio, date: DateChance) -> str:
    """The first day that is safe to name."""
    return short(portfolio, portfolio.calendar.date_of(date.safe_day))


def safe_title(forecast: PlanForecast) -> str:
    """What a column of safe dates is called: `85 % date`."""
    return f"{percent(forecast.safe)} date"


def basis(forecast: PlanForecast) -> str:
    """What a forecast rests on: `2,000 draws, calibrated on 11 delivered`."""
    draws = f"{grouped(Fraction(forecast.draws))} draws"
    if forecast.calibrated:
        return f"{draws}, calibrated on {forecast.calibrated} delivered"
    return f"{draws}, uncalibrated"
