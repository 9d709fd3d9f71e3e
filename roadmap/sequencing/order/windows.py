"""A good order of many jobs: stretches of it decomposed again, as if they stood alone.

Within a stretch the order step by step never costs more (Sidney 1975), so that halves,
quarters and eighths of an order, taken in turn, improve it by whole groups of jobs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.order.bundle_ranking import in_order
from roadmap.sequencing.order.dynamic_programming import exact_order
from roadmap.sequencing.order.local_search import inserted
from roadmap.sequencing.order.sidney import tight_pieces

SMALL, MOST = 30, 300
MANY, OFTEN, TWICE = 200, 4, 2


def improved(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    start: Sequence[int],
) -> list[int]:
    """An order that costs no more than `start`."""
    order = list(start)
    for _ in range(OFTEN if len(order) <= MANY else TWICE):
        before = list(order)
        for window in _windows(len(order)):
            order[window] = _again(values, sizes, needs, order[window])
        order = inserted(values, sizes, needs, order)
        if order == before:
            break
    return order


def _windows(count: int) -> Iterator[slice]:
    shortest = max(8, count // 32)
    length = (count + 1) // 2
    while length >= shortest:
        for start in range(0, count, length):
            yield slice(start, start + length)
        for start in range(length // 2, count, length):
            yield slice(start, start + length)
        length //= 2


def _again(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    stretch: list[int],
) -> list[int]:
    place = {i: k for k, i in enumerate(stretch)}
    worth, weeks = [values[i] for i in stretch], [sizes[i] for i in stretch]
    wanted = [[place[j] for j in needs[i] if j in place] for i in stretch]
    pieces = list(tight_pieces(worth, weeks, wanted))
    found = in_order(worth, weeks, wanted, pieces)
    return [stretch[k] for piece in found for k in _piece(worth, weeks, wanted, piece)]


def _piece(
    values: list[int], sizes: list[int], needs: list[list[int]], piece: list[int]
) -> list[int]:
    if not 2 < len(piece) <= SMALL:
        return piece
    place = {i: k for k, i in enumerate(piece)}
    wanted = [[place[j] for j in needs[i] if j in place] for i in piece]
    order = exact_order([values[i] for i in piece], [sizes[i] for i in piece], wanted, MOST)
    return [piece[k] for k in order] if order else piece
