"""Exchanges: leave something out, fill again, and keep what is better.

First one at a time, the least worth its weight first; then a few at random, again and
again, from a set that may be a little worse than the best one. Helena Lourenço, Olivier
Martin and Thomas Stützle, "Iterated local search", 2003.
"""

from __future__ import annotations

from math import floor

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.search.random_draws import draw
from roadmap.sequencing.selection.filling import filled, loss
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import Hull

NEAR = 120
"""How many targets, in the order of the hull, an exchange may add."""
MOST_OUT, SLACK = 4, 200
"""How many are left out at random, and by what part of its value a set may be worse."""

Targets = list[list[int]]


def exchanged(
    pool: CandidatePool, hull: Hull, best: set[int], targets: Targets, work: int
) -> set[int]:
    """A set that no exchange improves, as far as the work goes."""
    improved, most = True, floor(hull.bound)
    while improved and work > 0 and pool.value(best) < most:
        improved = False
        for gone in _worst_first(pool, hull, best):
            tried, cost = _refilled(pool, hull, best, gone, targets)
            work -= cost
            if improved := pool.key(tried) > pool.key(best):
                best = tried
            if improved or work <= 0:
                break
    return _shaken(pool, hull, best, targets, work)


def _shaken(
    pool: CandidatePool, hull: Hull, best: set[int], targets: Targets, work: int
) -> set[int]:
    at, round = best, 0
    most = floor(hull.bound)
    while work > 0 and pool.value(best) < most:
        valued = [i for i in sorted(at) if pool.values[i]]
        if not valued:
            break
        round += 1
        gone: set[int] = set()
        for number in range(1 + draw(0, round) % MOST_OUT):
            gone |= without(pool, at, valued[draw(1 + number, round) % len(valued)])
        tried, cost = _refilled(pool, hull, at, gone, targets)
        work -= cost
        if pool.value(tried) * SLACK >= pool.value(best) * (SLACK - 1):
            at = tried
        if pool.key(tried) > pool.key(best):
            best = tried
    return best


def _refilled(
    pool: CandidatePool, hull: Hull, chosen: set[int], gone: set[int], targets: Targets
) -> tuple[set[int], int]:
    """A set without some, filled with others, and how much work that was."""
    kept = chosen - gone
    near = _near(pool, kept, targets, gone)
    tried = filled(pool, hull, kept, near)
    tried = filled(pool, hull, tried, [[i] for i in sorted(gone) if pool.values[i]])
    return pool.tidied(tried), len(near) * 4 + len(pool) // 4 + 1


def without(pool: CandidatePool, chosen: set[int], i: int) -> set[int]:
    """What leaves a set with one: what depends on it, and what only they needed."""
    gone = {j for j in reach(pool.opens, [i]) if j in chosen}
    kept = chosen - gone
    pending = [j for i in gone for j in pool.needs[i] if j in kept]
    for j in pending:
        if j in kept and not pool.values[j] and not kept.intersection(pool.opens[j]):
            kept.discard(j)
            gone.add(j)
            pending.extend(k for k in pool.needs[j] if k in kept)
    return gone


def _worst_first(pool: CandidatePool, hull: Hull, chosen: set[int]) -> list[set[int]]:
    leaving = [without(pool, chosen, i) for i in sorted(chosen) if pool.values[i]]
    return sorted(leaving, key=lambda gone: loss(pool, hull, gone))


def _near(
    pool: CandidatePool, kept: set[int], targets: list[list[int]], gone: set[int]
) -> list[list[int]]:
    """The first targets in the order of the hull that are neither chosen nor just left."""
    near = []
    for target in targets:
        if any(i in gone and pool.values[i] for i in target):
            continue
        if any(i not in kept for i in target):
            near.append(target)
            if len(near) == NEAR:
                break
    return near
