"""Branch and bound: one candidate in or out, where the relaxation cannot decide.

The nodes of the highest bound come first, so that the bound falls as long as the work goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from math import floor

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import Hull, hull


@dataclass(frozen=True, slots=True)
class Node:
    """What is in, and what is still free: by number, as a pool, and its hull."""

    chosen: set[int]
    free: list[int]
    part: CandidatePool
    hull: Hull

    @property
    def bound(self) -> int:
        """No set below this node has more value."""
        return floor(self.hull.bound)


def branched(
    pool: CandidatePool, whole: Hull, best: set[int], nodes: int
) -> tuple[set[int], int, bool]:
    """The best set after some nodes, a bound on every value, and whether it is proven.

    It is once no node is left: then no other set has a greater key.
    """
    first = _node(pool, whole, set(), range(len(pool)))
    queue = [(-first.bound, 0, first)]
    count = 0
    while queue and nodes > 0 and -queue[0][0] >= pool.value(best):
        nodes -= 1
        node = heappop(queue)[2]
        best = max(best, _candidate(pool, node), key=pool.key)
        for child in _children(pool, whole, node):
            bound = pool.value(child.chosen) + child.bound
            if bound >= pool.value(best):
                count += 1
                heappush(queue, (-bound, count, child))
    most = max((-bound for bound, _, _ in queue), default=0)
    return best, max(most, pool.value(best)), most < pool.value(best) or not queue


def _node(
    pool: CandidatePool, whole: Hull, chosen: set[int], free: range | list[int]
) -> Node:
    left = [m - u for m, u in zip(pool.limits, pool.used(chosen), strict=True)]
    able = _able(pool, chosen, list(free), left)
    part = pool.among(able, left)
    return Node(chosen, able, part, hull(part, whole.mix))


def _able(
    pool: CandidatePool, chosen: set[int], free: list[int], left: list[int]
) -> list[int]:
    """The free ones that fit, with all they need besides."""
    inside = chosen.union(free)
    able: list[int] = []
    for i in free:
        adds = pool.missing([i], chosen)
        used = pool.used(adds)
        if inside.issuperset(adds) and all(map(int.__le__, used, left)):
            able.append(i)
    return able


def _candidate(pool: CandidatePool, node: Node) -> set[int]:
    """A set below a node: what is in, and of the hull what fits."""
    part = node.part
    fitting = node.hull.within
    if not part.fits(part.used(fitting)):
        fitting = set()
    return pool.tidied(node.chosen | {node.free[k] for k in fitting})


def _children(pool: CandidatePool, whole: Hull, node: Node) -> list[Node]:
    part = node.part
    useful = reach(part.needs, [k for k in range(len(part)) if part.values[k]])
    if part.fits(part.used(useful)):
        return []  # all of value fits: the node's own candidate is the best below it
    choices = [k for k in node.hull.critical if part.values[k]]
    choices = choices or [k for k in useful if part.values[k]]
    pivot = max(choices, key=lambda k: (part.values[k], -part.rank[k]))
    i = node.free[pivot]
    taken = pool.missing([i], node.chosen)
    gone = set(reach(pool.opens, [i]))
    inside = [j for j in node.free if j not in taken]
    outside = [j for j in node.free if j not in gone]
    return [
        _node(pool, whole, node.chosen.union(taken), inside),
        _node(pool, whole, node.chosen, outside),
    ]
