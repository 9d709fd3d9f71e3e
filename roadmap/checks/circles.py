"""Dependency cycles, found within each strongly connected component."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from roadmap.model.components import DependencyGraph, components

MOST = 20
"""Circles reported for one knot at most; breaking those usually unties it."""


def circles(graph: DependencyGraph) -> Iterator[list[str]]:
    """Circles that share no edge, each the shortest through its first node, in order.

    Every knot has at least one of them.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    [['a', 'b', 'c']]
    """
    knots = [sorted(knot) for knot in components(graph) if len(knot) > 1]
    for knot in sorted(knots):
        yield from _untied(graph, knot)


def _untied(graph: DependencyGraph, knot: list[str]) -> Iterator[list[str]]:
    """The circles of one knot: each is removed before the next is looked for."""
    inside = set(knot)
    edges = {node: [to for to in graph[node] if to in inside] for node in knot}
    todo, told = [knot], 0
    while todo and told < MOST:
        circle = _shortest(edges, todo.pop(0))
        yield circle
        told += 1
        for node, to in zip(circle, [*circle[1:], circle[0]], strict=True):
            edges[node].remove(to)
        todo = sorted(
            sorted(component) for component in components(edges) if len(component) > 1
        )


def _shortest(edges: DependencyGraph, knot: list[str]) -> list[str]:
    """The shortest circle through the first node of a knot."""
    first = knot[0]
    came: dict[str, str] = {}
    todo = deque([first])
    while first not in came:
        node = todo.popleft()
        for to in edges[node]:
            if to not in came:
                came[to] = node
                todo.append(to)
    back = [came[first]]
    while back[-1] != first:
        back.append(came[back[-1]])
    return back[::-1]
