"""A first set: what fits of the hull, filled greedily.

The adaptive greedy takes whatever adds most value for what it and its missing
prerequisites cost; bundles of the hull are taken whole, since what shares a prerequisite
pays for it together.
"""

from __future__ import annotations

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.selection.exchanges import without
from roadmap.sequencing.selection.filling import filled, loss
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import Hull


def greedy(pool: CandidatePool, hull: Hull) -> set[int]:
    """A set that fits, closed and tidy: from below and from above the budget."""
    if not hull.critical and pool.fits(pool.used(hull.within)):
        return pool.tidied(hull.within)
    adds = targets(pool, hull)
    from_below = filled(pool, hull, _fitting(pool, hull), adds)
    if not pool.fits(pool.used(hull.within)):
        return pool.tidied(from_below)  # several limits: nothing to thin out is near
    over = hull.within.union(hull.critical)
    from_above = filled(pool, hull, _thinned(pool, hull, over), adds)
    return max(pool.tidied(from_below), pool.tidied(from_above), key=pool.key)


def _fitting(pool: CandidatePool, hull: Hull) -> set[int]:
    """The bundles of the hull, in order, as far as they fit with all they need."""
    found: set[int] = set()
    used = pool.used(found)
    for bundle in hull.bundles:
        adds = pool.missing(bundle, found)
        more = [a + b for a, b in zip(used, pool.used(adds), strict=True)]
        if pool.value(adds) and pool.fits(more):
            found.update(adds)
            used = more
    return found


def targets(pool: CandidatePool, hull: Hull) -> list[list[int]]:
    """What may be added: each candidate of value, and each bundle from the critical one."""
    singles = [[i] for bundle in hull.bundles for i in bundle if pool.values[i]]
    return [*singles, *(b for b in hull.bundles[hull.fitting :] if len(b) > 1)]


def _thinned(pool: CandidatePool, hull: Hull, over: set[int]) -> set[int]:
    """A set without what is worth least for its weight, until it fits."""
    kept = set(reach(pool.needs, [i for i in over if pool.values[i]]))
    while not pool.fits(pool.used(kept)):
        choices = [i for i in kept if pool.values[i]]
        if not choices:
            return set()
        leaving = [without(pool, kept, i) for i in sorted(choices)]
        least: set[int] = min(leaving, key=lambda gone: loss(pool, hull, gone))
        kept -= least
    return kept
