"""Edges without those that others imply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Edges = tuple[tuple[str, str], ...]


def reduced(edges: Edges) -> Edges:
    """The edges that no other path implies; what can be reached stays the same.

    Edges on a circle all stay.

    >>> reduced((("a", "b"), ("b", "c"), ("a", "c")))
    (('a', 'b'), ('b', 'c'))
    """
    after: dict[str, dict[str, None]] = {}
    for first, then in edges:
        after.setdefault(first, {})[then] = None
    reach = {node: _reached(after, node) for node in after}

    def implied(first: str, then: str) -> bool:
        circle = first in reach.get(then, ())
        return not circle and any(
            then in reach.get(other, ())
            and first not in reach.get(other, ())
            and other not in reach.get(then, ())
            for other in after[first]
            if other != then
        )

    return tuple(edge for edge in dict.fromkeys(edges) if not implied(*edge))


def _reached(after: Mapping[str, Iterable[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = [*after[start]]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting.extend(after.get(node, ()))
    return reached
