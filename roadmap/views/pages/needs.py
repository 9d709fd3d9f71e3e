"""The needs page: customer needs by opportunity, unaddressed ones first."""

from __future__ import annotations

from typing import Any

from roadmap.outcomes.needs import NeedForecast, need_forecasts
from roadmap.scoring.survey_history import history
from roadmap.views.answer import Answer
from roadmap.views.blocks.landscape import landscape
from roadmap.views.blocks.listening_table import listening_tables
from roadmap.views.blocks.needs_table import needs_table
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.envelope import envelope
from roadmap.views.page import Line, Page, Prose

NONE_YET = (
    "No needs yet: name them in the `outcomes` of an initiative, then rate their "
    "importance and satisfaction in needs.yaml."
)


def page(answer: Answer) -> Page:
    """The needs page; it needs no more than a portfolio."""
    data = envelope(answer, needs=[_data(answer, forecast) for forecast in _by_id(answer)])
    lines = left_out(answer)
    blocks = (
        *([Prose(lines)] if lines else []),
        landscape(answer),
        *needs_table(answer),
        *listening_tables(answer),
        *_none_yet(answer),
    )
    return Page(headed(answer, "customer needs"), blocks, data)


def _none_yet(answer: Answer) -> tuple[Prose, ...]:
    return () if answer.portfolio.needs else (Prose((Line(NONE_YET),)),)


def _by_id(answer: Answer) -> list[NeedForecast]:
    return sorted(need_forecasts(answer.portfolio), key=lambda forecast: forecast.id)


def _data(answer: Answer, forecast: NeedForecast) -> dict[str, Any]:
    need = answer.portfolio.needs[forecast.id]
    return {
        "id": forecast.id,
        "statement": need.statement,
        "stage": need.stage,
        "worth": forecast.affected,
        "importance": forecast.importance,
        "satisfaction": forecast.satisfaction,
        "gap": forecast.opportunity,
        "surveyed": not forecast.unsurveyed,
        "unserved": not forecast.addressed,
        "predicted_satisfaction": forecast.projected,
        "projected": forecast.projected,
        "anticipated": need.anticipated,
        "surveys": [
            {
                "date": asked.day.isoformat() if asked.day else None,
                "importance": asked.everybody.importance,
                "satisfaction": asked.everybody.satisfaction,
            }
            for asked in history(answer.portfolio, need)
        ],
        "served_by": [
            {
                "id": effect.id,
                "points": effect.points,
                "closed": effect.closed,
                "lost": effect.lost,
                "kept": effect.kept,
                "planned": effect.planned,
                "delivered": effect.delivered,
            }
            for effect in sorted(forecast.effects, key=lambda effect: effect.id)
        ],
    }
