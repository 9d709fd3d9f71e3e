"""The best order step by step, each step with its cost and what no order can beat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.inside import inside
from roadmap.sequencing.jobs import Jobs
from roadmap.sequencing.steps import steps


@dataclass(frozen=True, slots=True)
class Ordered:
    """A step in order; `cost` and `bound` count all waiting, that before the step too."""

    order: list[int]
    cost: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no order of the step costs less."""
        return self.cost == self.bound


def best_steps(every: Jobs, first: Sequence[int], start: Iterable[int]) -> list[Ordered]:
    """The steps after what stands first, tier by tier; together no worse than `start`."""
    place = {i: k for k, i in enumerate(start)}
    done = sum(every.sizes[i] for i in first)
    found = []
    for step in _tier_by_tier(every, first):
        order, exact = inside(every, step, sorted(step, key=place.__getitem__))
        cost = every.cost(order, done)
        bound = cost if exact else min(cost, _least(every, step, done))
        found.append(Ordered(order, cost, bound))
        done += sum(every.sizes[i] for i in step)
    return found


def _tier_by_tier(every: Jobs, first: Iterable[int]) -> list[list[int]]:
    inside = set(first)
    tiers: dict[int, list[int]] = {}
    for i, tier in enumerate(every.tiers):
        if i not in inside:
            tiers.setdefault(tier, []).append(i)
    return [step for tier in sorted(tiers) for step in steps(every, tiers[tier])]


def _least(every: Jobs, step: Sequence[int], done: int) -> int:
    """What no order of a step can beat, rounded up.

    What may go first in a step never scores above the whole, so that its value waits at
    least as if it came evenly: (value × size + Σ value × size of each) ÷ 2.
    """
    value, size = sum(every.values[i] for i in step), sum(every.sizes[i] for i in step)
    own = sum(every.values[i] * every.sizes[i] for i in step)
    return done * value + (value * size + own + 1) // 2
