"""What value is for: a need in the customers' words, an objective by its title."""

from __future__ import annotations

from roadmap.views.answer import Answer


def about(answer: Answer, target: str) -> str:
    """What a need or an objective is called; another target by its own name."""
    need = answer.portfolio.needs.get(target)
    objective = answer.portfolio.objectives.get(target)
    return need.statement if need else objective.title if objective else target
