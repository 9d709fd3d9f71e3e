"""The flow worth most among those that move every excess to a deficit.

George Dantzig's network simplex, 1951; entering arcs by blocks, leaving arcs so that the
tree stays strongly feasible (William Cunningham, 1976), which rules out circles.
"""

from __future__ import annotations

from collections.abc import Sequence


class SpanningTree:
    """A spanning tree of arcs that carry the flow, hung from a root beyond all nodes.

    Arcs run from `top` to `bottom` without limit and are `worth` something a unit.
    `excess` adds up to 0. `amount` is the flow on each arc once it is solved.
    """

    __slots__ = (
        "amount", "bottom", "children", "depth", "level", "parent", "root", "through",
        "top", "worth",
    )  # fmt: skip

    def __init__(
        self,
        excess: Sequence[int],
        top: Sequence[int],
        bottom: Sequence[int],
        worth: Sequence[int],
    ) -> None:
        count = len(excess)
        self.root = count
        penalty = 1 + count * (1 + max(map(abs, worth), default=0))
        up = [i if left >= 0 else count for i, left in enumerate(excess)]
        down = [count if left >= 0 else i for i, left in enumerate(excess)]
        self.top, self.bottom = [*top, *up], [*bottom, *down]
        self.worth = [*worth, *(-penalty for _ in excess)]
        self.amount = [0] * len(top) + [abs(left) for left in excess]
        self.parent = [count] * count + [-1]
        self.through = [*range(len(top), len(top) + count), -1]
        self.depth = [1] * count + [0]
        self.level = [-penalty if left >= 0 else penalty for left in excess] + [0]
        self.children: list[set[int]] = [set() for _ in excess] + [set(range(count))]
        self._solve(len(top))

    def _solve(self, arcs: int) -> None:
        """Bring in the arc that gains most of a block, until no arc of any block gains."""
        block = max(10, int(arcs**0.5) + 1)
        start = idle = 0
        top, bottom, worth, level = self.top, self.bottom, self.worth, self.level
        while idle < arcs:
            best, entering = 0, -1
            for k in range(start, start + block):
                arc = k if k < arcs else k - arcs
                if arc >= arcs:
                    break
                gain = worth[arc] - level[top[arc]] + level[bottom[arc]]
                if gain > best:
                    best, entering = gain, arc
            start = (start + block) % arcs
            if entering < 0:
                idle += block
            else:
                idle = 0
                self._pivot(entering, best)

    def _pivot(self, entering: int, gain: int) -> None:
        """Push all that goes round the circle that an arc closes; drop what is empty."""
        one, other = self.top[entering], self.bottom[entering]
        first, second = self._to_the_join(one, other)
        least, leaving, on_first = -1, -1, True
        for node in first:
            arc = self.through[node]
            if self.top[arc] == node and (least < 0 or self.amount[arc] < least):
                least, leaving, on_first = self.amount[arc], node, True
        for node in second:
            arc = self.through[node]
            if self.bottom[arc] == node and (least < 0 or self.amount[arc] <= least):
                least, leaving, on_first = self.amount[arc], node, False
        self.amount[entering] += least
        for node in first:
            arc = self.through[node]
            self.amount[arc] += -least if self.top[arc] == node else least
        for node in second:
            arc = self.through[node]
            self.amount[arc] += -least if self.bottom[arc] == node else least
        if on_first:
            self._hang(one, other, entering, leaving, gain)
        else:
            self._hang(other, one, entering, leaving, -gain)

    def _to_the_join(self, one: int, other: int) -> tuple[list[int], list[int]]:
        first, second = [], []
        parent, depth = self.parent, self.depth
        while one != other:
            if depth[one] >= depth[other]:
                first.append(one)
                one = parent[one]
            else:
                second.append(other)
                other = parent[other]
        return first, second

    def _hang(self, node: int, on: int, by: int, leaving: int, rise: int) -> None:
        """Turn the path from a node up to the leaving arc round, and hang it elsewhere."""
        below, arc, here = on, by, node
        while True:
            above, old = self.parent[here], self.through[here]
            self.children[above].discard(here)
            self.parent[here], self.through[here] = below, arc
            self.children[below].add(here)
            if here == leaving:
                break
            below, arc, here = here, old, above
        queue = [node]
        for i in queue:
            self.level[i] += rise
            self.depth[i] = self.depth[self.parent[i]] + 1
            queue.extend(self.children[i])
