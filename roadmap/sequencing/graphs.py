"""Directed graphs as lists of heads: transpose, order, components and reach.

A graph is `arcs[i]`, the heads of the arcs from node i. What is walked through in every
search is written out here; strongly connected components are networkx's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Arcs = Sequence[Sequence[int]]


def transpose(arcs: Arcs) -> list[list[int]]:
    """The same arcs from the other end, tails in rising order.

    >>> transpose([[1, 2], [2], []])
    [[], [0], [0, 1]]
    """
    turned: list[list[int]] = [[] for _ in arcs]
    for tail, heads in enumerate(arcs):
        for head in heads:
            turned[head].append(tail)
    return turned


def topological_order(arcs: Arcs, turned: Arcs) -> list[int]:
    """All nodes that lie on no circle and reach none, heads before their tails.

    `turned` is the transpose of `arcs`. Arthur Kahn, "Topological sorting of large
    networks", 1962.

    >>> topological_order([[1, 2], [2], []], [[], [0], [0, 1]])
    [2, 1, 0]
    """
    missing = [len(heads) for heads in arcs]
    order = [node for node, count in enumerate(missing) if not count]
    for head in order:
        for tail in turned[head]:
            missing[tail] -= 1
            if not missing[tail]:
                order.append(tail)
    return order


def reach(arcs: Arcs, starts: Iterable[int]) -> list[int]:
    """The nodes that paths from `starts` lead to, these first, the nearest next.

    >>> reach([[1, 2], [3], [3], []], [0])
    [0, 1, 2, 3]
    """
    order = list(dict.fromkeys(starts))
    reached = set(order)
    for tail in order:
        for head in arcs[tail]:
            if head not in reached:
                reached.add(head)
                order.append(head)
    return order


def connected_components(arcs: Arcs) -> list[list[int]]:
    """The nodes that arcs connect, in whatever direction, each set in rising order.

    >>> connected_components([[1], [], [], [2]])
    [[0, 1], [2, 3]]
    """
    near = [[*heads, *tails] for heads, tails in zip(arcs, transpose(arcs), strict=True)]
    components: list[list[int]] = []
    seen = bytearray(len(arcs))
    for root in range(len(arcs)):
        if not seen[root]:
            component = reach(near, [root])
            for node in component:
                seen[node] = 1
            components.append(sorted(component))
    return components


def strong_components(arcs: Arcs) -> list[list[int]]:
    """The sets of nodes that all reach each other, each in rising order.

    They come in no order of their own.

    >>> sorted(strong_components([[1], [0], [1]]))
    [[0, 1], [2]]
    """
    import networkx  # slow to load, and only an order or a plan needs it

    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(len(arcs)))
    graph.add_edges_from((tail, head) for tail, heads in enumerate(arcs) for head in heads)
    return [sorted(part) for part in networkx.strongly_connected_components(graph)]
