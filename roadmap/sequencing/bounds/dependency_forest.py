"""Dependencies as a forest and the few arcs beside it.

Along a tree the cheapest starts of everything are found exactly, so the fewer arcs lie
beside the forest, the less has to be priced.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Arc = tuple[int, int]
"""What is needed, and what needs it."""
ForestNeighbours = list[list[tuple[int, bool]]]
"""By node its neighbours in the forest, and whether they need it."""


@dataclass(frozen=True, slots=True)
class Forest:
    """A spanning forest of a graph of dependencies.

    `order` has each node after its `parent`, which is -1 for a root. `needing` says whether
    a node needs its parent; otherwise the parent needs it. `rest` are the arcs beside it.
    """

    order: list[int]
    parent: list[int]
    needing: list[bool]
    rest: list[Arc]


def forest(count: int, arcs: Iterable[Arc]) -> Forest:
    """The forest that takes up arcs in turn, as long as they close no circle.

    >>> forest(3, [(0, 1), (1, 2), (0, 2)])
    Forest(order=[0, 1, 2], parent=[-1, 0, 1], needing=[False, True, True], rest=[(0, 2)])
    """
    root, rest = list(range(count)), []
    near: ForestNeighbours = [[] for _ in range(count)]
    for before, after in arcs:
        one, other = _root(root, before), _root(root, after)
        if one == other:
            rest.append((before, after))
        else:
            root[one] = other
            near[before].append((after, True))
            near[after].append((before, False))
    order, parent, needing = _rooted(near)
    return Forest(order, parent, needing, rest)


def ancestors(needs: Sequence[Sequence[int]]) -> list[int]:
    """What each node needs, however far, as bits; nodes need earlier ones only.

    >>> ancestors([[], [0], [1]])
    [0, 1, 3]
    """
    above: list[int] = []
    for needed in needs:
        bits = 0
        for node in needed:
            bits |= above[node] | 1 << node
        above.append(bits)
    return above


def direct_arcs(needs: Sequence[Sequence[int]]) -> list[Arc]:
    """The arcs that no path beside them implies; nodes need earlier ones only.

    >>> direct_arcs([[], [0], [0, 1]])
    [(0, 1), (1, 2)]
    """
    above, arcs = ancestors(needs), []
    for node, needed in enumerate(needs):
        beyond = 0
        for before in needed:
            beyond |= above[before]
        arcs += [(before, node) for before in needed if not beyond >> before & 1]
    return arcs


def _root(root: list[int], node: int) -> int:
    """The representative of a node's tree; paths are halved on the way."""
    while root[node] != node:
        root[node] = root[root[node]]
        node = root[node]
    return node


def _rooted(near: ForestNeighbours) -> tuple[list[int], list[int], list[bool]]:
    """All nodes, parents first; with the parent of each, and whether it needs it."""
    count = len(near)
    parent, needing, seen = [-1] * count, [False] * count, [False] * count
    order: list[int] = []
    for root in range(count):
        if seen[root]:
            continue
        seen[root] = True
        tree = [root]
        for node in tree:
            for other, needs in near[node]:
                if not seen[other]:
                    seen[other], parent[other], needing[other] = True, node, needs
                    tree.append(other)
        order += tree
    return order, parent, needing
