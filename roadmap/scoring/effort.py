"""What nobody stated about the work of an initiative."""

from __future__ import annotations

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.assumption import Assumption, Fact


def assumed_effort(portfolio: Portfolio, initiative: Initiative) -> tuple[Assumption, ...]:
    """What was assumed of the work that is left."""
    if initiative.effort_assumed:
        return (Assumption(Fact.EFFORT, amount=portfolio.size(initiative)),)
    if initiative.status is Status.IN_PROGRESS and initiative.remaining is None:
        return (Assumption(Fact.REMAINING),)
    return ()
