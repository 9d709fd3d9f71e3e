"""A better order by single moves: each job to its best place, in turn."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.sequencing.graphs import transpose

FAR = 500


def inserted(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    order: Sequence[int],
) -> list[int]:
    """An order that costs no more, after each job had one chance to move, not too far."""
    opens = transpose(needs)
    linked = [{*needed, *opened} for needed, opened in zip(needs, opens, strict=True)]
    found = list(order)
    place = {i: k for k, i in enumerate(found)}
    for i in order:
        at = place[i]
        to = _best_place(values, sizes, linked[i], found, at)
        if to != at:
            found.insert(to, found.pop(at))
            for k in range(min(at, to), max(at, to) + 1):
                place[found[k]] = k
    return found


def _best_place(
    values: Sequence[int],
    sizes: Sequence[int],
    linked: set[int],
    order: list[int],
    at: int,
) -> int:
    """Where the job at a place costs least, between what it needs and what it opens."""
    value, size = values[order[at]], sizes[order[at]]
    best = gain = 0
    to = at
    for k in range(at - 1, max(-1, at - FAR), -1):
        j = order[k]
        if j in linked:
            break
        gain += value * sizes[j] - size * values[j]
        if gain > best:
            best, to = gain, k
    gain = 0
    for k in range(at + 1, min(len(order), at + FAR)):
        j = order[k]
        if j in linked:
            break
        gain += size * values[j] - value * sizes[j]
        if gain > best:
            best, to = gain, k
    return to
