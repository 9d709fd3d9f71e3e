"""What a forecast says of a whole plan, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.scoring.figures import figure
from roadmap.simulation.results import PlanForecast
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.forecasts import NOT_MODELLED, OFTEN, basis, range_text


def forecast_notes(answer: Answer) -> Iterator[Line]:
    """The final delivery and the average time to value as ranges, and their basis."""
    forecast = answer.forecast
    if forecast is None or not forecast.ranges:
        return
    yield Line(_whole(answer, forecast))
    yield Line(f"Forecast: {basis(forecast)}. {NOT_MODELLED}", "faint")


def _whole(answer: Answer, forecast: PlanForecast) -> str:
    finish = range_text(answer.portfolio, forecast.finish, exact=answer.exact)
    said = f"Final delivery: {finish} ({OFTEN})"
    if forecast.wait is None:
        return f"{said}."
    low, middle, high = (
        figure(weeks) for weeks in (forecast.wait.p10, forecast.wait.p50, forecast.wait.p90)
    )
    return (
        f"{said}; average time to value once estimates vary: {middle} weeks "
        f"({low} to {high}, {OFTEN})."
    )
