"""The order of bundles: by score, ties as dependencies allow, then by the first index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from heapq import heapify, heappop, heappush

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.jobs import Instance


def ranked(instance: Instance, bundles: Sequence[list[int]]) -> list[list[int]]:
    """Bundles in order, those without value and work just before what they open.

    What a bundle needs of no bundle here counts as done.
    """
    value = [sum(instance.values[i] for i in bundle) for bundle in bundles]
    size = [sum(instance.sizes[i] for i in bundle) for bundle in bundles]
    rank = _ranks(value, size)
    keys = [(place, min(bundle)) for place, bundle in zip(rank, bundles, strict=True)]
    needs = _between(instance.needs, bundles)
    empty = [not (v or s) for v, s in zip(value, size, strict=True)]
    return [bundles[k] for k in _ordered(keys, needs, _passing(empty, needs))]


RankKey = tuple[int, int]


def _ordered(
    keys: Sequence[RankKey], needs: list[list[int]], passing: bytearray
) -> list[int]:
    """Each after what it needs, by key; passing ones just before what needs them."""
    opens = transpose(needs)
    unmet = [len(before) for before in needs]
    ready: list[tuple[RankKey, int]] = []
    met = [k for k, count in enumerate(unmet) if not count]
    order: list[int] = []
    placed = bytearray(len(keys))
    while met or ready:
        while met:
            k = met.pop()
            if not passing[k]:
                heappush(ready, (keys[k], k))
            else:
                met += _met(k, opens, unmet)
        if ready:
            k = heappop(ready)[-1]
            for one in [*_waiting(k, needs, placed, passing, keys), k]:
                placed[one] = 1
                order.append(one)
            met += _met(k, opens, unmet)
    return order


def _ranks(value: Sequence[int], size: Sequence[int]) -> list[int]:
    """From 0 for the greatest value ÷ size, equal ones alike; nothing at all is last."""

    def compared(one: int, other: int) -> int:
        return value[other] * size[one] - value[one] * size[other]

    some = [k for k in range(len(value)) if value[k] or size[k]]
    rank = [len(some)] * len(value)
    best = sorted(some, key=cmp_to_key(compared))
    for place, k in enumerate(best):
        tied = place and not compared(best[place - 1], k)
        rank[k] = rank[best[place - 1]] if tied else place
    worthless = min((rank[k] for k in some if not value[k]), default=len(some))
    return [min(place, worthless) for place in rank]


def _between(
    needs: Sequence[Sequence[int]], bundles: Sequence[list[int]]
) -> list[list[int]]:
    """Which bundles each bundle needs."""
    home = {i: k for k, bundle in enumerate(bundles) for i in bundle}
    return [
        list({home[j] for i in bundle for j in needs[i] if j in home} - {k})
        for k, bundle in enumerate(bundles)
    ]


def _passing(empty: Sequence[bool], needs: list[list[int]]) -> bytearray:
    """Which bundles hold neither value nor work but open some that do."""
    passing = bytearray(len(empty))
    queue = [k for k, nothing in enumerate(empty) if not nothing]
    for k in queue:
        for j in needs[k]:
            if empty[j] and not passing[j]:
                passing[j] = 1
                queue.append(j)
    return passing


def _met(k: int, opens: list[list[int]], unmet: list[int]) -> list[int]:
    for j in opens[k]:
        unmet[j] -= 1
    return [j for j in opens[k] if not unmet[j]]


def _waiting(
    k: int,
    needs: list[list[int]],
    placed: bytearray,
    passing: bytearray,
    keys: Sequence[RankKey],
) -> list[int]:
    """The passing bundles that `k` still waits for, each after what it needs itself."""
    wanted = [k]
    seen = {k}
    for one in wanted:
        for j in needs[one]:
            if passing[j] and not placed[j] and j not in seen:
                seen.add(j)
                wanted.append(j)
    unmet = {j: sum(before in seen for before in needs[j]) for j in wanted[1:]}
    opened: dict[int, list[int]] = {}
    for j in wanted[1:]:
        for before in needs[j]:
            opened.setdefault(before, []).append(j)
    heap = [(keys[j], j) for j in wanted[1:] if not unmet[j]]
    heapify(heap)
    order = []
    while heap:
        order.append(heappop(heap)[-1])
        for one in opened.get(order[-1], ()):
            unmet[one] -= 1
            if not unmet[one]:
                heappush(heap, (keys[one], one))
    return order
