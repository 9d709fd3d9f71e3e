"""The order of steps: by score, ties as dependencies allow, then by the first index."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush

from roadmap.sequencing.jobs import Jobs, turned


def in_order(jobs: Jobs, found: Sequence[list[int]]) -> list[list[int]]:
    """Pieces in order, those without value and work just before what they open."""
    keys = [_key(jobs, piece) for piece in found]
    needs = _between(jobs, found)
    opens = turned(needs)
    passing = _passing(jobs, found, opens)
    unmet = [len(wanted) for wanted in needs]
    ready: list[tuple[bool, Fraction, int, int]] = []
    met = [k for k, count in enumerate(unmet) if not count]
    heapify(ready)
    order: list[int] = []
    placed = bytearray(len(found))
    while met or ready:
        while met:
            k = met.pop()
            if not passing[k]:
                heappush(ready, (*keys[k], k))
            else:
                met += _met(k, opens, unmet)
        if ready:
            k = heappop(ready)[-1]
            for one in [*_waiting(k, needs, placed, passing, keys), k]:
                placed[one] = 1
                order.append(one)
            met += _met(k, opens, unmet)
    return [found[k] for k in order]


def _key(jobs: Jobs, piece: list[int]) -> tuple[bool, Fraction, int]:
    """Best first: without work but with value, then by score, then by the first index."""
    value, size = sum(jobs.values[i] for i in piece), sum(jobs.sizes[i] for i in piece)
    infinite = bool(value and not size)
    return not infinite, -Fraction(value, size) if size else Fraction(0), piece[0]


def _between(jobs: Jobs, found: Sequence[list[int]]) -> list[list[int]]:
    home = {i: k for k, piece in enumerate(found) for i in piece}
    return [
        sorted({home[j] for i in piece for j in jobs.needs[i] if j in home} - {k})
        for k, piece in enumerate(found)
    ]


def _passing(jobs: Jobs, found: Sequence[list[int]], opens: list[list[int]]) -> bytearray:
    """Which pieces hold neither value nor work but open some that do."""
    empty = [not any(jobs.values[i] or jobs.sizes[i] for i in piece) for piece in found]
    needs = turned(opens)
    opening = bytearray(len(found))
    queue = [k for k, nothing in enumerate(empty) if not nothing]
    for k in queue:
        for j in needs[k]:
            if not opening[j]:
                opening[j] = 1
                if empty[j]:
                    queue.append(j)
    return bytearray(
        nothing and opens for nothing, opens in zip(empty, opening, strict=True)
    )


def _met(k: int, opens: list[list[int]], unmet: list[int]) -> list[int]:
    for j in opens[k]:
        unmet[j] -= 1
    return [j for j in opens[k] if not unmet[j]]


def _waiting(
    k: int,
    needs: list[list[int]],
    placed: bytearray,
    passing: bytearray,
    keys: list[tuple[bool, Fraction, int]],
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
    heap = [(keys[j][-1], j) for j in found if not unmet[j]]
    heapify(heap)
    order = []
    opened: dict[int, list[int]] = {}
    for j in found:
        for w in needs[j]:
            opened.setdefault(w, []).append(j)
    while heap:
        j = heappop(heap)[-1]
        order.append(j)
        for one in opened.get(j, ()):
            unmet[one] -= 1
            if not unmet[one]:
                heappush(heap, (keys[one][-1], one))
    return order
