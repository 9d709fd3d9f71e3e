"""Places to lines and columns: a file is composed again only when somebody looks."""

from __future__ import annotations

from contextlib import suppress

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Place, Span, Step
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import Refused, composed

LINES = 3
"""Source lines of the longest excerpt."""
_NAMES = ("id", "need", "objective", "metric", "from", "title")
Entries = dict[Step, tuple[Node | None, Node]]


class Spans:
    """The places of one file: its text, and where what stands in it."""

    def __init__(self, data: bytes) -> None:
        self._lines = Lines(data)
        self._roots: list[Node] = []
        self._known: dict[int, Entries] = {}
        with suppress(Refused):  # what came before a fault stays
            for root in composed(data):
                self._roots.append(root)

    def span(self, place: Place) -> Span | None:
        """Where a place is; steps that lead nowhere are skipped. None without YAML."""
        if place.span is not None:
            return place.span
        if place.document >= len(self._roots):
            return None
        node, key = self._followed(self._roots[place.document], place.route)
        start, end = _extent(node)
        if key is not None and (place.on_key or start == end):
            start, end = key.start_mark.index, key.end_mark.index
        return self._lines.span(start, end)

    def lines(self, span: Span) -> tuple[str, ...]:
        """The source lines that a span touches, at most three, without their ends."""
        return self._lines.texts(span, LINES)

    def named(self, route: tuple[Step, ...], document: int = 0) -> str:
        """What stands at a route, by a name that stays when its neighbours change."""
        if document >= len(self._roots):
            return ""
        node, _ = self._followed(self._roots[document], route)
        if isinstance(node, MappingNode):
            said = {
                key.value: value.value
                for key, value in node.value
                if isinstance(key, ScalarNode) and isinstance(value, ScalarNode)
            }
            return next((said[name] for name in _NAMES if name in said), "")
        return str(node.value) if isinstance(node, ScalarNode) else ""

    def _followed(self, node: Node, route: tuple[Step, ...]) -> tuple[Node, Node | None]:
        key: Node | None = None
        for step in route:
            found = self._below(node).get(step)
            if found is not None:
                key, node = found
        return node, key

    def _below(self, node: Node) -> Entries:
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = _entries(node)
        return known


def _extent(node: Node) -> tuple[int, int]:
    """Where a node's text begins and ends; of a block, only its first line."""
    start: int = node.start_mark.index
    end = start + 1
    line = node.start_mark.line
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        child = node.value[0]
        if isinstance(node, MappingNode):
            end = child[0].end_mark.index
            child = child[1]
        if child.start_mark.line != line:
            return start, end
        node = child
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return start, node.start_mark.index + 1
    return start, node.end_mark.index


def _entries(node: Node) -> Entries:
    """What stands below a collection by key, index or value, with the keys' own nodes."""
    found: Entries = {}
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                found.setdefault(key.value, (key, value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            found[index] = (None, item)
            if isinstance(item, ScalarNode):
                found.setdefault(item.value, (None, item))
    return found
