"""What an initiative is for: a need in customers' words, an objective by its title."""

from __future__ import annotations

from roadmap.views.answer import Answer


def about(answer: Answer, target: str) -> str:
    """The statement of a need or the title of an objective; any other name as it is."""
    need = answer.portfolio.needs.get(target)
    objective = answer.portfolio.objectives.get(target)
    return need.statement if need else objective.title if objective else target
