"""Circles: the pieces of a directed graph whose members all reach each other."""

from __future__ import annotations

from collections.abc import Sequence


def pieces(arcs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Strongly connected pieces of the graph `arcs[i]` = heads from i, in no order.

    >>> sorted(pieces([[1], [0], [1]]))
    [[0, 1], [2]]
    """
    import networkx  # slow to load, and whoever asks for no order or plan needs none

    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(len(arcs)))
    graph.add_edges_from((tail, head) for tail, heads in enumerate(arcs) for head in heads)
    return [sorted(piece) for piece in networkx.strongly_connected_components(graph)]
