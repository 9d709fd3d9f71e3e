"""The adaptive greedy: what adds most value for what it and its prerequisites cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import Hull


def filled(
    pool: CandidatePool, hull: Hull, chosen: Iterable[int], targets: Sequence[Sequence[int]]
) -> set[int]:
    """A closed set with what adds most for its weight, again and again, while it fits."""
    found = set(chosen)
    used = pool.used(found)
    while True:
        best, most, taken = -1.0, [0], used
        for target in targets:
            adds = pool.missing(target, found)
            if not adds:
                continue
            more = [a + b for a, b in zip(used, pool.used(adds), strict=True)]
            if not pool.fits(more):
                continue
            gain = rate(pool.value(adds), sum(map(hull.weights.__getitem__, adds)))
            if gain > best:
                best, most, taken = gain, adds, more
        if best < 0:
            return found
        found.update(most)
        used = taken


def loss(pool: CandidatePool, hull: Hull, gone: set[int]) -> float:
    """What leaving some out costs for what it frees."""
    return rate(pool.value(gone), sum(map(hull.weights.__getitem__, gone)))


def rate(value: int, weight: int) -> float:
    """Value for weight."""
    return value / weight if weight else inf
