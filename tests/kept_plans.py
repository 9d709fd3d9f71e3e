"""Plans, prices and draws that are kept: the same question has the same answer.

Many tests look at one portfolio from many sides, and each time it is planned anew. Tests
that use the fixture `kept_plans` share what was computed before in their process; tests
with `quick_plans` do so too, and do not ask how good the plan is. That equal files give
equal plans is for tests of determinism to say: these keep nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest

from roadmap.cli import bringing_forward
from roadmap.sequencing import freed, funded_plan, plan, prices
from roadmap.sequencing.bounds import cost_bound, lagrangian
from roadmap.sequencing.search import replanning, search
from roadmap.simulation import drawn, forecast, settings
from roadmap.studies import outlook

HEARS_PROGRESS = {"progress", "advance"}


class Kept:
    """A pure function with the answers that it has given."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.signature = signature(function)
        self.answers: list[tuple[dict[str, object], Any]] = []

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """The answer, computed once for each question and effort of the search."""
        asked = self.signature.bind(*arguments, **options).arguments
        question = {name: asked[name] for name in asked if name not in HEARS_PROGRESS}
        question["effort"] = _effort()
        for known, answer in self.answers:
            if known == question:
                return answer
        answer = self.function(*arguments, **options)
        self.answers.append((question, answer))
        return answer


def _effort() -> tuple[int, ...]:
    """What tests change about how long the program computes."""
    bounds = lagrangian.ROUNDS, cost_bound.ROUNDS
    return search.budget(36), prices.MOST, *bounds, settings.MOST


PLAN, PRICED, DRAWN = Kept(plan.plan), Kept(prices.priced), Kept(drawn.drawn)


def keep_plans(patch: pytest.MonkeyPatch) -> None:
    """Let the program ask for what is kept wherever it plans, prices and draws."""
    for module in (plan, funded_plan, outlook):
        patch.setattr(module, "plan", PLAN)
    patch.setattr(prices, "priced", PRICED)
    for module in (drawn, forecast):
        patch.setattr(module, "drawn", DRAWN)


def hurry_plans(patch: pytest.MonkeyPatch) -> None:
    """Keep plans, and let the program search and draw as little as it can."""
    search_little(patch, 1)
    keep_plans(patch)


def search_little(patch: pytest.MonkeyPatch, steps: int) -> None:
    """Let a search take some steps for each initiative, and draw and price little."""
    for searching in (search, freed):
        patch.setattr(searching, "budget", lambda count: steps * count)
    patch.setattr(replanning, "LEAST", 60)
    patch.setattr(replanning, "EACH", 1)
    patch.setattr(prices, "MOST", 1_000)
    bound_loosely(patch)
    draw_little(patch)


def bound_loosely(patch: pytest.MonkeyPatch) -> None:
    """Let bounds be as good as two rounds make them: they take longer than the search."""
    patch.setattr(lagrangian, "ROUNDS", 2)
    for least in ("ROUNDS", "FEWEST"):
        patch.setattr(cost_bound, least, 2)


def plan_alone(patch: pytest.MonkeyPatch, steps: int) -> None:
    """Search little, and plan no price and no additional person: the plan is enough."""
    search_little(patch, steps)
    patch.setattr(prices, "MOST", 0)
    patch.setattr(bringing_forward, "TEAMS", 0)


def draw_little(patch: pytest.MonkeyPatch) -> None:
    """Let forecasts be made of few draws, where it matters little how exact they are."""
    patch.setattr(settings, "LEAST", 20)
    patch.setattr(settings, "MOST", 20)
