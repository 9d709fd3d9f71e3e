"""The portfolio as plain data, the start of every JSON answer."""

from __future__ import annotations

from typing import Any

from roadmap.views.answer import Answer

FORMAT = 1
"""The version of the JSON envelope."""


def portfolio_data(answer: Answer) -> dict[str, Any]:
    """What the portfolio is, as plain data."""
    portfolio = answer.portfolio
    return {
        "title": portfolio.title or None,
        "vision": portfolio.vision or None,
        "start": portfolio.calendar.start.isoformat(),
        "as_of": portfolio.as_of.isoformat(),
        "days_a_week": portfolio.calendar.days_a_week,
        "framework": answer.framework.name,
        "unit": answer.framework.unit,
        "minimise": portfolio.minimise,
        "engine": portfolio.engine,
        "currency": portfolio.currency or None,
        "teams": {
            team.id: {"title": team.title or None, "people": team.people}
            for team in portfolio.teams.values()
        },
        "left_out": list(answer.left_out),
    }
