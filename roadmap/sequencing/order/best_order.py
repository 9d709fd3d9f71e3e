"""The best order bundle by bundle, each with its cost and lower bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.sidney import bundles
from roadmap.sequencing.order.within_bundle import best_within

MOST, LEAST, SHARED = 60_000, 4_000, 1 << 27
"""Sets done first that a bundle's search may look at: at most, at least, and by size."""


@dataclass(frozen=True, slots=True)
class OrderedBundle:
    """A bundle in order; `cost` and `bound` count all waiting, also that before it."""

    order: list[int]
    cost: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no order of the bundle costs less."""
        return self.cost == self.bound


def best_bundles(
    jobs: Jobs, first: Sequence[int], known: Iterable[int]
) -> list[OrderedBundle]:
    """The bundles after what stands first, tier by tier.

    Together they cost no more than the order that is known.
    """
    place = {i: k for k, i in enumerate(known)}
    done = sum(jobs.sizes[i] for i in first)
    most = max(LEAST, min(MOST, SHARED >> len(jobs).bit_length()))
    ordered = []
    for bundle in _tier_by_tier(jobs, first):
        ordered.append(_ordered(jobs, bundle, place, done, most))
        done += sum(jobs.sizes[i] for i in bundle)
    return ordered


def _tier_by_tier(jobs: Jobs, first: Iterable[int]) -> list[list[int]]:
    placed = set(first)
    tiers: dict[int, list[int]] = {}
    for i, tier in enumerate(jobs.tiers):
        if i not in placed:
            tiers.setdefault(tier, []).append(i)
    return [bundle for tier in sorted(tiers) for bundle in bundles(jobs, tiers[tier])]


def _ordered(
    jobs: Jobs, bundle: list[int], place: dict[int, int], done: int, most: int
) -> OrderedBundle:
    instance = jobs.among(bundle)
    known = sorted(range(len(bundle)), key=lambda k: place[bundle[k]])
    inside, bound = best_within(instance, known, most)
    order = [bundle[k] for k in inside]
    before = done * sum(instance.values)
    return OrderedBundle(order, jobs.cost(order, done), before + bound)
