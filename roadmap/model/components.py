"""Strongly connected components of a graph.

Robert Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DependencyGraph = Mapping[str, Sequence[str]]
"""Every node with the nodes that it leads to."""


def components(graph: DependencyGraph) -> list[list[str]]:
    """The strongly connected components: nodes that all reach each other."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    open_nodes: set[str] = set()
    sets: list[list[str]] = []
    for root in graph:
        if root in number:
            continue
        path = [(root, iter(graph[root]))]
        while path:
            node, following = path[-1]
            if node not in number:
                number[node] = lowest[node] = len(number)
                waiting.append(node)
                open_nodes.add(node)
            for to in following:
                if to not in number:
                    path.append((to, iter(graph[to])))
                    break
                if to in open_nodes:
                    lowest[node] = min(lowest[node], number[to])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    sets.append(_closed(node, waiting, open_nodes))
    return sets


def _closed(node: str, waiting: list[str], open_nodes: set[str]) -> list[str]:
    component = [waiting.pop()]
    while component[-1] != node:
        component.append(waiting.pop())
    open_nodes.difference_update(component)
    return component
