"""The landscape of opportunities: each need by importance and satisfaction."""

from __future__ import annotations

from roadmap.outcomes.needs import need_forecasts
from roadmap.views.answer import Answer
from roadmap.views.blocks.needs_table import in_order
from roadmap.views.pictures import Landscape, Spot


def landscape(answer: Answer, title: str = "") -> Landscape:
    """A spot for each need of the table, numbered in its order."""
    spots = (
        Spot(
            answer.portfolio.needs[need.id].statement,
            number,
            need.importance,
            need.satisfaction,
            need.projected,
            need.affected,
            need.addressed,
            need.large,
        )
        for number, need in enumerate(in_order(answer, need_forecasts(answer.portfolio)), 1)
    )
    return Landscape("landscape", tuple(spots), title)
