"""The best order of some jobs, exactly: dynamic programming over what may be done first.

Linus Schrage and Kenneth Baker, "Dynamic programming solution of sequencing problems with
precedence constraints", Operations Research 26, 1978.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.jobs import Instance


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What was found: `complete` when all was seen that could cost less.

    `order` is the best that costs less than asked for, None where there is none or the
    enumeration was cut short.
    """

    complete: bool
    order: list[int] | None = None


class JobCosts(NamedTuple):
    """What a job costs once others are done: `sizes[i] × (level − paid[i])`.

    The level rises by `rise[i]` once i is done. `opened[i]` are the jobs that need i, each
    as its bit and the bits of all that it needs.
    """

    sizes: Sequence[int]
    rise: Sequence[int]
    paid: Sequence[int]
    opened: Sequence[Sequence[tuple[int, int]]]


Layer = dict[int, tuple[int, int, int]]
"""By the bits of the jobs done first: the least cost, bits of what is ready, the level."""


def least_order(
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    rise: Sequence[int],
    paid: Sequence[int],
    below: int | None,
    most: int,
) -> Enumeration:
    """The order of least Σ size × (level − paid), if less than `below`, in `most` sets.

    The level begins at 0 and rises by `rise[i]` once i is done; no term may be negative
    where `below` is given.
    """
    before = [sum(1 << j for j in needed) for needed in needs]
    opened = [[(1 << i, before[i]) for i in after] for after in transpose(needs)]
    terms = JobCosts(sizes, rise, paid, opened)
    roots = sum(1 << i for i, needed in enumerate(before) if not needed)
    layer: Layer = {0: (0, roots, 0)}
    last: list[dict[int, int]] = []
    seen = 1
    for _ in needs:
        extended = _extended(layer, terms, below, most - seen)
        if extended is None:
            return Enumeration(complete=False)
        layer, final = extended
        seen += len(layer)
        last.append(final)
        if not layer:
            return Enumeration(complete=True)
    return Enumeration(complete=True, order=_traced(last))


def exact_order(instance: Instance, most: int) -> list[int] | None:
    """An order of least Σ value × completion; None beyond `most` sets done first.

    >>> exact_order(Instance([0, 9, 4], [2, 1, 1], [[], [0], []]), 100)
    [2, 0, 1]
    """
    falling = [-value for value in instance.values]
    paid = [0] * len(instance)
    return least_order(
        instance.sizes, instance.needs, falling, paid, below=None, most=most
    ).order


def _extended(
    layer: Layer, terms: JobCosts, below: int | None, most: int
) -> tuple[Layer, dict[int, int]] | None:
    """The sets of one job more, and the last job of each; None where they are too many."""
    sizes, rise, paid, opened_by = terms
    following: Layer = {}
    final: dict[int, int] = {}
    for done, (cost, ready, level) in layer.items():
        left = ready
        while left:
            bit = left & -left
            left ^= bit
            i = bit.bit_length() - 1
            price = cost + sizes[i] * (level - paid[i])
            if below is not None and price >= below:
                continue
            new = done | bit
            known = following.get(new)
            if known is None:
                opened = ready ^ bit
                for other, before in opened_by[i]:
                    if not before & ~new:
                        opened |= other
                following[new] = (price, opened, level + rise[i])
                final[new] = i
            elif price < known[0]:
                following[new] = (price, known[1], known[2])
                final[new] = i
        if len(following) > most:
            return None
    return following, final


def _traced(last: list[dict[int, int]]) -> list[int]:
    """The order, read back from the last job of each set."""
    order = []
    done = (1 << len(last)) - 1
    for final in reversed(last):
        order.append(final[done])
        done ^= 1 << order[-1]
    return order[::-1]
