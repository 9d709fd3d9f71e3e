"""The best order step by step, each step with its cost and what no order can beat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.sidney import steps
from roadmap.sequencing.order.within_bundle import Work, inside

MOST, LEAST, SHARED = 60_000, 4_000, 1 << 27


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
    most = max(LEAST, min(MOST, SHARED >> len(every).bit_length()))
    found = []
    for step in _tier_by_tier(every, first):
        ordered = _ordered(every, step, place, done, most)
        found.append(ordered)
        done += sum(every.sizes[i] for i in step)
    return found


def _tier_by_tier(every: Jobs, first: Iterable[int]) -> list[list[int]]:
    inside = set(first)
    tiers: dict[int, list[int]] = {}
    for i, tier in enumerate(every.tiers):
        if i not in inside:
            tiers.setdefault(tier, []).append(i)
    return [step for tier in sorted(tiers) for step in steps(every, tiers[tier])]


def _ordered(
    every: Jobs, step: list[int], place: dict[int, int], done: int, most: int
) -> Ordered:
    work = Work(every.values, every.sizes, every.needs).among(step)
    start = sorted(range(len(step)), key=lambda k: place[step[k]])
    found, bound = inside(work, start, most)
    order = [step[k] for k in found]
    return Ordered(order, every.cost(order, done), bound + done * sum(work.values))
