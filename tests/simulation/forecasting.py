"""Forecasts for tests: from a portfolio and its values to draws."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import scores
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan
from roadmap.sequencing.sequence import sequence
from roadmap.simulation.drawn import Drawn, drawn
from roadmap.simulation.forecast import forecast
from roadmap.simulation.results import PlanForecast
from roadmap.simulation.settings import forecast_settings


def planned(portfolio: Portfolio) -> Plan:
    """The plan of a portfolio."""
    scored = scores(portfolio, portfolio.framework)
    return plan(portfolio, scored, sequence(portfolio, scored))


def draws_of(whole: Portfolio, **settings: Any) -> Drawn:
    """The draws of a portfolio's plan."""
    scored = scores(whole, whole.framework)
    ordered = sequence(whole, scored)
    chosen = replace(forecast_settings(whole), **settings)
    return drawn(whole, scored, ordered, plan(whole, scored, ordered), chosen)


def forecast_of(whole: Portfolio, **settings: Any) -> PlanForecast:
    """The forecast of a portfolio's plan."""
    scored = scores(whole, whole.framework)
    ordered = sequence(whole, scored)
    chosen = replace(forecast_settings(whole), **settings)
    return forecast(whole, scored, ordered, plan(whole, scored, ordered), chosen)
