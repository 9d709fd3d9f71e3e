"""A lower bound on the cost of a bundle: its value passed down evenly to what it needs.

In a bundle, value can be passed from each job to what it needs so that all jobs have the
same value ÷ size, and then every order costs the same. What was passed from j to i still
waits for the size of j, at least, and costs more for whatever lies between the two. So

    cost × P = floor + Σ size × (level − paid),  P the size of the bundle,

where the level before a job is the value passed from jobs not done to jobs done, and
`paid` what the job itself passed on. No term is negative. This is the linear relaxation
of Maurice Queyranne and Yaoguang Wang, "Single-machine scheduling polyhedra with
precedence constraints", Math. Oper. Res. 16, 1991: at least Sidney's own bound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.order.jobs import Instance
from roadmap.sequencing.order.maximum_closure import Preflow
from roadmap.sequencing.order.network_simplex import SpanningTree

LARGE = 1500
"""Beyond so many nodes any flow will do, as the one worth most takes too long."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A bundle's relaxation: `rise` of the level and `paid`, by job, both times `scale`.

    `floor` is the bound on the cost from the bundle's own beginning, times `scale`.
    """

    scale: int
    floor: int
    rise: list[int]
    paid: list[int]

    @property
    def bound(self) -> int:
        """A lower bound on the cost of any order, rounded up to a whole number."""
        return -(-self.floor // self.scale)


def relaxation(bundle: Instance) -> Relaxation:
    """The relaxation of a bundle in which each index comes after what it needs."""
    values, sizes, needs = bundle.values, bundle.sizes, bundle.needs
    value, size = sum(values), sum(sizes)
    rise = [value * p - size * w for w, p in zip(values, sizes, strict=True)]
    excess = [-rising for rising in rise]
    paid = [0] * len(needs)
    for i, _, amount in value_flow(excess, needs, lambda i, j: sizes[i] + sizes[j]):
        paid[i] += amount
    even = value * (size * size + sum(p * p for p in sizes)) // 2
    floor = even + sum(p * paid[i] for i, p in enumerate(sizes))
    return Relaxation(size, floor, rise, paid)


def value_flow(
    excess: Sequence[int],
    needs: Sequence[Sequence[int]],
    worth: Callable[[int, int], int],
) -> list[tuple[int, int, int]]:
    """What goes from each to what it needs, so that no excess is left: from, to, amount.

    A unit that goes from i to j is worth `worth(i, j)`. Up to `LARGE` nodes it is the
    flow worth most, beyond that any.
    """
    top = [i for i, wanted in enumerate(needs) for _ in wanted]
    bottom = [j for wanted in needs for j in wanted]
    if len(needs) > LARGE:
        amount = Preflow(excess, needs).amount
    else:
        value = [worth(i, j) for i, j in zip(top, bottom, strict=True)]
        amount = SpanningTree(excess, top, bottom, value).amount[: len(top)]
    return list(zip(top, bottom, amount, strict=True))
