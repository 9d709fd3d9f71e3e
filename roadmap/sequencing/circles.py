"""Circles: the pieces of a directed graph whose members all reach each other.

Robert Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1, 1972.
"""

from __future__ import annotations

from collections.abc import Sequence


def pieces(arcs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Strongly connected pieces of the graph `arcs[i]` = heads from i; heads' pieces first.

    >>> pieces([[1], [0], [1]])
    [[0, 1], [2]]
    """
    found: list[list[int]] = []
    visit = _Visit(arcs)
    for root in range(len(arcs)):
        if not visit.number[root]:
            found += visit.pieces_below(root)
    return found


class _Visit:
    """A depth-first search that keeps its own stack, so that depth costs no recursion."""

    __slots__ = ("arcs", "count", "done", "low", "number", "open")

    def __init__(self, arcs: Sequence[Sequence[int]]) -> None:
        self.arcs = arcs
        self.number = [0] * len(arcs)
        self.low = [0] * len(arcs)
        self.done = bytearray(len(arcs))
        self.open: list[int] = []
        self.count = 0

    def enter(self, node: int) -> None:
        self.count += 1
        self.number[node] = self.low[node] = self.count
        self.open.append(node)

    def pieces_below(self, root: int) -> list[list[int]]:
        found: list[list[int]] = []
        arcs, number, low, done = self.arcs, self.number, self.low, self.done
        self.enter(root)
        path, heads = [root], [iter(arcs[root])]
        while path:
            node = path[-1]
            for head in heads[-1]:
                if not number[head]:
                    self.enter(head)
                    path.append(head)
                    heads.append(iter(arcs[head]))
                    break
                if not done[head] and number[head] < low[node]:
                    low[node] = number[head]
            else:
                path.pop()
                heads.pop()
                if path and low[node] < low[path[-1]]:
                    low[path[-1]] = low[node]
                if low[node] == number[node]:
                    found.append(self.piece(node))
        return found

    def piece(self, node: int) -> list[int]:
        members: list[int] = []
        while not members or members[-1] != node:
            members.append(self.open.pop())
            self.done[members[-1]] = 1
        members.sort()
        return members
