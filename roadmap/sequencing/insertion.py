"""A good order of many jobs: each moved to its best place until none gains."""

from __future__ import annotations

from collections.abc import Sequence

ROUNDS = 40


def improved(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    order: Sequence[int],
    rounds: int = ROUNDS,
) -> list[int]:
    """An order that costs no more, after at most so many rounds of single moves."""
    linked = [set(wanted) for wanted in needs]
    for i, wanted in enumerate(needs):
        for j in wanted:
            linked[j].add(i)
    found = list(order)
    for _ in range(rounds):
        if not _round(values, sizes, linked, found):
            break
    return found


def _round(
    values: Sequence[int], sizes: Sequence[int], linked: list[set[int]], order: list[int]
) -> bool:
    moved = False
    for i in list(order):
        at = order.index(i)
        gain, to = _best_place(values, sizes, linked[i], order, at)
        if gain > 0:
            order.insert(to, order.pop(at))
            moved = True
    return moved


def _best_place(
    values: Sequence[int],
    sizes: Sequence[int],
    linked: set[int],
    order: list[int],
    at: int,
) -> tuple[int, int]:
    """The greatest gain of moving the job at a place, and the place to move it to."""
    value, size = values[order[at]], sizes[order[at]]
    best = change = 0
    to = at
    for k in range(at - 1, -1, -1):
        j = order[k]
        if j in linked:
            break
        change += value * sizes[j] - size * values[j]
        if change > best:
            best, to = change, k
    change = 0
    for k in range(at + 1, len(order)):
        j = order[k]
        if j in linked:
            break
        change += size * values[j] - value * sizes[j]
        if change > best:
            best, to = change, k
    return best, to
