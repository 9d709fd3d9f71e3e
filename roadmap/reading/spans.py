"""Places to lines and columns: a file is composed again only when somebody looks."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Place, Span, Step
from roadmap.reading.nodes import Refused, composed


def node_span(node: Node) -> Span:
    """The text of a node; of a block collection, its first line's start alone."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class Spans:
    """The spans of one file's places."""

    def __init__(self, data: bytes) -> None:
        self._roots: list[Node] = []
        with suppress(Refused):
            self._roots.extend(composed(data))

    def span(self, place: Place) -> Span | None:
        """Where a place is; steps that lead nowhere are skipped. None without YAML."""
        if place.span is not None:
            return place.span
        if place.document >= len(self._roots):
            return None
        node, key = _followed(self._roots[place.document], place.route)
        return node_span(key if place.on_key and key is not None else node)


def _followed(node: Node, route: tuple[Step, ...]) -> tuple[Node, Node | None]:
    key: Node | None = None
    for step in route:
        if isinstance(node, MappingNode):
            pair = next((pair for pair in node.value if _is(pair[0], step)), None)
            if pair is not None:
                key, node = pair
        elif (
            isinstance(node, SequenceNode)
            and isinstance(step, int)
            and step < len(node.value)
        ):
            key, node = None, node.value[step]
    return node, key


def _is(key: Any, step: Step) -> bool:
    return isinstance(key, ScalarNode) and key.value == str(step)
