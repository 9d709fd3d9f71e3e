"""A forecast as plain data."""

from __future__ import annotations

from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.results import DateChance, EndRange, Narrowing, PlanForecast


def range_data(portfolio: Portfolio, ends: EndRange | None) -> dict[str, Any] | None:
    """The range of an initiative's end, as dates, and the chance of the plan's date."""
    if ends is None:
        return None
    days = {"p10": ends.p10, "p50": ends.p50, "p85": ends.p85, "p90": ends.p90}
    dates = {name: _date(portfolio, day) for name, day in days.items()}
    return {**dates, "chance": ends.chance}


def forecast_data(portfolio: Portfolio, forecast: PlanForecast) -> dict[str, Any]:
    """What a forecast says of the whole plan."""
    wait, narrow = forecast.wait, forecast.narrow_first
    return {
        "draws": forecast.draws,
        "seed": forecast.seed,
        "safe": forecast.safe,
        "calibrated": forecast.calibrated,
        "finish": range_data(portfolio, forecast.finish),
        "mean_wait_weeks": wait and {"p10": wait.p10, "p50": wait.p50, "p90": wait.p90},
        "commitments": [_commitment(portfolio, date) for date in forecast.dates],
        "narrow_first": None
        if narrow is None
        else [_narrowing(narrowing) for narrowing in narrow],
    }


def width_data(forecast: PlanForecast | None, id: str) -> list[dict[str, Any]]:
    """Why the range of an initiative is wide: shares that add up to 1, or none."""
    return [
        {
            "kind": width_share.kind,
            "other": width_share.other,
            "team": width_share.team,
            "share": width_share.share,
        }
        for width_share in (forecast.widths.get(id, ()) if forecast else ())
    ]


def _commitment(portfolio: Portfolio, date: DateChance) -> dict[str, Any]:
    return {
        "id": date.id,
        "kind": date.kind,
        "by": date.by.last.isoformat(),
        "chance": date.chance,
        "safe_date": _date(portfolio, date.safe_day),
    }


def _narrowing(narrowing: Narrowing) -> dict[str, Any]:
    return {
        "id": narrowing.id,
        "team": narrowing.team,
        "of": narrowing.of,
        "weeks": narrowing.weeks,
    }


def _date(portfolio: Portfolio, day: int) -> str:
    return portfolio.calendar.date_of(day).isoformat()
