"""The maximum closure of a graph, by a flow from excess to deficits.

Jean-Claude Picard, "Maximal closure of a graph", Management Science 22, 1976. The flow
is a preflow pushed in waves, nearest deficit first, after Andrew Goldberg and Robert
Tarjan, "A new approach to the maximum-flow problem", J. ACM 35, 1988.
"""

from __future__ import annotations

from collections.abc import Sequence


class Preflow:
    """A preflow on arcs from each node to what it needs, without limit on any arc.

    Nodes are numbered so that each comes after what it needs. `excess[i]` begins as the
    node's own and is what is left once the flow is pushed: above 0 it found no deficit.
    """

    __slots__ = ("amount", "bottom", "excess", "into", "out", "top")

    def __init__(self, excess: Sequence[int], needs: Sequence[Sequence[int]]) -> None:
        self.excess = list(excess)
        self.top = [i for i, wanted in enumerate(needs) for _ in wanted]
        self.bottom = [j for wanted in needs for j in wanted]
        self.amount = [0] * len(self.top)
        self.out: list[list[int]] = [[] for _ in needs]
        self.into: list[list[int]] = [[] for _ in needs]
        for arc, (i, j) in enumerate(zip(self.top, self.bottom, strict=True)):
            self.out[i].append(arc)
            self.into[j].append(arc)
        self._pour()
        while self._wave():
            pass

    def closure(self) -> list[int]:
        """The smallest closed set of greatest excess, in order; empty when none has any."""
        reached = bytearray(len(self.excess))
        queue = [i for i, left in enumerate(self.excess) if left > 0]
        for i in queue:
            reached[i] = 1
        for i in queue:
            for j in self.residual(i):
                if not reached[j]:
                    reached[j] = 1
                    queue.append(j)
        return [i for i, one in enumerate(reached) if one]

    def residual(self, i: int) -> list[int]:
        """The residual arcs of a node: to what it needs, and back along arcs with flow."""
        top, bottom, amount = self.top, self.bottom, self.amount
        return [
            *(bottom[arc] for arc in self.out[i]),
            *(top[arc] for arc in self.into[i] if amount[arc]),
        ]

    def residual_graph(self) -> list[list[int]]:
        """The residual arcs of every node."""
        return [self.residual(i) for i in range(len(self.excess))]

    def _pour(self) -> None:
        """One pass downwards: fill the deficits just below, pass the rest further down."""
        excess, bottom, amount, out = self.excess, self.bottom, self.amount, self.out
        for i in range(len(excess) - 1, -1, -1):
            if excess[i] <= 0 or not out[i]:
                continue
            left = excess[i]
            for arc in out[i]:
                j = bottom[arc]
                if excess[j] < 0:
                    pushed = min(left, -excess[j])
                    amount[arc] += pushed
                    excess[j] += pushed
                    left -= pushed
                    if not left:
                        break
            if left:
                arc = out[i][-1]
                amount[arc] += left
                excess[bottom[arc]] += left
            excess[i] = 0

    def _wave(self) -> bool:
        """Push every excess one phase towards its nearest deficit; False when none can."""
        level, order = self._levels()
        pushed_any = False
        for i in reversed(order):
            if self.excess[i] > 0:
                pushed_any = True
                self._push_back(i, level)
                if self.excess[i]:
                    self._push_on(i, level)
        return pushed_any

    def _push_back(self, i: int, level: Sequence[int]) -> None:
        """Give flow back where that is nearer to a deficit, no more than that lacks."""
        excess, amount, top = self.excess, self.amount, self.top
        left, below = excess[i], level[i] - 1
        for arc in self.into[i]:
            flow, j = amount[arc], top[arc]
            if flow and level[j] == below:
                pushed = flow if flow < left else left
                if not below and excess[j] + pushed > 0:
                    pushed = -excess[j]
                    if pushed <= 0:
                        continue
                amount[arc] -= pushed
                excess[j] += pushed
                left -= pushed
                if not left:
                    break
        excess[i] = left

    def _push_on(self, i: int, level: Sequence[int]) -> None:
        """Push what is left to needs nearer to a deficit, no more than that lacks."""
        excess, amount, bottom = self.excess, self.amount, self.bottom
        left, below = excess[i], level[i] - 1
        for arc in self.out[i]:
            j = bottom[arc]
            if level[j] == below:
                pushed = left
                if not below and excess[j] + pushed > 0:
                    pushed = -excess[j]
                    if pushed <= 0:
                        continue
                amount[arc] += pushed
                excess[j] += pushed
                left -= pushed
                if not left:
                    break
        excess[i] = left

    def _levels(self) -> tuple[list[int], list[int]]:
        """Arcs from each node to its nearest deficit (-1: none), and nodes by that."""
        excess, amount, top, bottom = self.excess, self.amount, self.top, self.bottom
        level = [-1] * len(excess)
        order = [i for i, left in enumerate(excess) if left < 0]
        for i in order:
            level[i] = 0
        for i in order:
            above = level[i] + 1
            for arc in self.into[i]:
                j = top[arc]
                if level[j] < 0:
                    level[j] = above
                    order.append(j)
            for arc in self.out[i]:
                j = bottom[arc]
                if level[j] < 0 and amount[arc]:
                    level[j] = above
                    order.append(j)
        return level, order
