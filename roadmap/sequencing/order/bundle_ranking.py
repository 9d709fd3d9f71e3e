"""The order of steps: by score, ties as dependencies allow, then by the first index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from heapq import heapify, heappop, heappush

from roadmap.sequencing.graphs import transpose


def in_order(
    values: Sequence[int],
    sizes: Sequence[int],
    wanted: Sequence[Sequence[int]],
    found: Sequence[list[int]],
) -> list[list[int]]:
    """Pieces in order, those without value and work just before what they open.

    What is `wanted` by index but in no piece counts as done.
    """
    value = [sum(values[i] for i in piece) for piece in found]
    size = [sum(sizes[i] for i in piece) for piece in found]
    rank = _ranks(value, size)
    keys = [(place, min(piece)) for place, piece in zip(rank, found, strict=True)]
    needs = _between(wanted, found)
    opens = transpose(needs)
    passing = _passing([not (v or s) for v, s in zip(value, size, strict=True)], needs)
    unmet = [len(before) for before in needs]
    ready: list[tuple[tuple[int, int], int]] = []
    met = [k for k, count in enumerate(unmet) if not count]
    order: list[int] = []
    placed = bytearray(len(found))
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
    return [found[k] for k in order]


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
    wanted: Sequence[Sequence[int]], found: Sequence[list[int]]
) -> list[list[int]]:
    home = {i: k for k, piece in enumerate(found) for i in piece}
    return [
        list({home[j] for i in piece for j in wanted[i] if j in home} - {k})
        for k, piece in enumerate(found)
    ]


def _passing(empty: Sequence[bool], needs: list[list[int]]) -> bytearray:
    """Which pieces hold neither value nor work but open some that do."""
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
    keys: list[tuple[int, int]],
) -> list[int]:
    """The passing pieces that `k` still waits for, each after what it needs itself."""
    found, stack = [], [k]
    seen = {k}
    for one in stack:
        for j in needs[one]:
            if passing[j] and not placed[j] and j not in seen:
                seen.add(j)
                stack.append(j)
                found.append(j)
    unmet = {j: sum(w in seen for w in needs[j]) for j in found}
    opened: dict[int, list[int]] = {}
    for j in found:
        for before in needs[j]:
            opened.setdefault(before, []).append(j)
    heap = [(keys[j], j) for j in found if not unmet[j]]
    heapify(heap)
    order = []
    while heap:
        order.append(heappop(heap)[-1])
        for one in opened.get(order[-1], ()):
            unmet[one] -= 1
            if not unmet[one]:
                heappush(heap, (keys[one], one))
    return order
