"""The size of an initiative in person-weeks, and what nobody stated about it."""

from __future__ import annotations

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import brief


def assumed_effort(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    """What was assumed of the work that is left, in words."""
    if initiative.effort_assumed:
        weeks = brief(portfolio.size(initiative))
        return (f"effort {weeks}w",)
    if initiative.status is Status.IN_PROGRESS and initiative.remaining is None:
        return ("remaining effort: all of it",)
    return ()
