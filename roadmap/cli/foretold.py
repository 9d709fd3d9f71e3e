"""The forecast of an answer's plan, where one is asked for."""

from __future__ import annotations

from dataclasses import replace

from roadmap.cli.query import Forecasting, Query
from roadmap.views.answer import Answer


def foretold(query: Query, answer: Answer) -> Answer:
    """The answer with the forecast of its plan."""
    scores, sequence, plan = answer.scores, answer.sequence, answer.plan
    if query.forecast is Forecasting.NEVER or plan is None or plan.interrupted:
        return answer
    if scores is None or sequence is None:
        return answer
    from roadmap.simulation.drawn import drawn
    from roadmap.simulation.forecast import summary_of, uncertain
    from roadmap.simulation.narrowing import narrowed
    from roadmap.simulation.settings import forecast_settings
    from roadmap.simulation.width import with_width

    fully = query.forecast is Forecasting.FULLY
    if not fully and not uncertain(answer.portfolio):
        return answer
    settings = forecast_settings(answer.portfolio)
    settings = replace(
        settings,
        draws=query.draws or settings.draws,
        seed=settings.seed if query.seed is None else query.seed,
    )
    found = drawn(answer.portfolio, scores, sequence, plan, settings)
    forecast = summary_of(found, plan)
    if fully:
        forecast = narrowed(found, forecast)
    if query.width_of is not None:
        forecast = with_width(found, forecast, query.width_of)
    return replace(answer, forecast=forecast)
