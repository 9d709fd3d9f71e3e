"""The needs page: customer needs by opportunity, unaddressed ones first."""

from __future__ import annotations

from typing import Any

from roadmap.scoring.needs import NeedForecast, need_forecasts
from roadmap.views.answer import Answer
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
    data = envelope(answer, needs=[_data(answer, met) for met in _by_id(answer)])
    lines = left_out(answer)
    blocks = (*([Prose(lines)] if lines else []), *needs_table(answer), *_none_yet(answer))
    return Page(headed(answer, "customer needs"), blocks, data)


def _none_yet(answer: Answer) -> tuple[Prose, ...]:
    return () if answer.portfolio.needs else (Prose((Line(NONE_YET),)),)


def _by_id(answer: Answer) -> list[NeedForecast]:
    return sorted(need_forecasts(answer.portfolio), key=lambda met: met.id)


def _data(answer: Answer, met: NeedForecast) -> dict[str, Any]:
    need = answer.portfolio.needs[met.id]
    return {
        "id": met.id,
        "statement": need.statement,
        "stage": need.stage,
        "worth": met.affected,
        "importance": met.importance,
        "satisfaction": met.satisfaction,
        "gap": met.opportunity,
        "surveyed": not met.unsurveyed,
        "unserved": not met.addressed,
        "predicted_satisfaction": met.projected,
        "served_by": [
            {
                "id": each.id,
                "points": each.points,
                "closed": each.closed,
                "lost": each.lost,
                "kept": each.kept,
                "planned": each.planned,
            }
            for each in sorted(met.effects, key=lambda each: each.id)
        ],
    }
