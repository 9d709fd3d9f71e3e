"""The order inside a step: proven best while small, improved and bounded beyond."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.sequencing.ideals import exact_order, search
from roadmap.sequencing.relaxed import relaxed
from roadmap.sequencing.windows import improved

EASY = 1_000
HOPELESS = 400


def inside(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    start: Sequence[int],
    most: int,
) -> tuple[list[int], int]:
    """A step's order, no worse than `start`, and what no order of it costs less than.

    Indices come after what they need. At most so many sets done first are looked at.
    """
    if len(needs) <= 2:
        return list(range(len(needs))), cost(values, sizes, range(len(needs)))
    order = exact_order(values, sizes, needs, EASY)
    if order is not None:
        return order, cost(values, sizes, order)
    order = improved(values, sizes, needs, start)
    least = relaxed(values, sizes, needs)
    now = cost(values, sizes, order)
    if least.bound < now:
        if len(needs) > HOPELESS:
            return order, least.bound
        above = now * least.scale - least.floor
        found = search(sizes, needs, least.rise, least.paid, above, most)
        order = found.order or order
        if not found.whole:
            return order, least.bound
    return order, cost(values, sizes, order)


def cost(values: Sequence[int], sizes: Sequence[int], order: Sequence[int]) -> int:
    """Σ value × completion of an order that begins at 0."""
    total = done = 0
    for i in order:
        done += sizes[i]
        total += values[i] * done
    return total
