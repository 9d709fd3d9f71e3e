"""What no order of a step can beat: its value passed down to what it needs, evenly.

In a step, value can be passed from each job to what it needs so that all jobs have the
same value ÷ size, and then every order costs the same. What was passed from j to i still
waits for the size of j, at least, and costs more for whatever lies between the two. So

    cost × P = floor + Σ size × (level − paid),  P the size of the step,

where the level before a job is the value passed from jobs not done to jobs done, and
`paid` what the job itself passed on. No term is negative. This is the linear relaxation
of Maurice Queyranne and Yaoguang Wang, "Single-machine scheduling polyhedra with
precedence constraints", Math. Oper. Res. 16, 1991: at least Sidney's own bound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.order.maximum_closure import Flow
from roadmap.sequencing.order.network_simplex import Tree

LARGE = 1500


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A step's relaxation, for a search: `rise` of the level, `paid`, both times `scale`.

    `floor` is the bound on the cost from the step's own beginning, times `scale`.
    """

    scale: int
    floor: int
    rise: list[int]
    paid: list[int]

    @property
    def bound(self) -> int:
        """What no order costs less than, a whole number as costs are."""
        return -(-self.floor // self.scale)


def relaxed(
    values: Sequence[int], sizes: Sequence[int], needs: Sequence[Sequence[int]]
) -> Relaxed:
    """The relaxation of a step, whose indices come after what they need."""
    value, size = sum(values), sum(sizes)
    rise = [value * p - size * w for w, p in zip(values, sizes, strict=True)]
    excess = [-step for step in rise]
    paid = [0] * len(needs)
    for i, _, amount in passed(excess, needs, lambda i, j: sizes[i] + sizes[j]):
        paid[i] += amount
    even = value * (size * size + sum(p * p for p in sizes)) // 2
    return Relaxed(size, even + sum(p * paid[i] for i, p in enumerate(sizes)), rise, paid)


def passed(
    excess: Sequence[int],
    needs: Sequence[Sequence[int]],
    worth: Callable[[int, int], int],
) -> list[tuple[int, int, int]]:
    """What goes from each to what it needs, so that no excess is left: from, to, amount.

    Up to `LARGE` nodes it is the flow worth most, else any.
    """
    top = [i for i, wanted in enumerate(needs) for _ in wanted]
    bottom = [j for wanted in needs for j in wanted]
    if len(needs) > LARGE:
        amount = Flow(excess, needs).amount
    else:
        value = [worth(i, j) for i, j in zip(top, bottom, strict=True)]
        amount = Tree(excess, top, bottom, value).amount[: len(top)]
    return list(zip(top, bottom, amount, strict=True))
