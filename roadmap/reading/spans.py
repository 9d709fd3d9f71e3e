"""Lines and columns of places; a file is parsed again only when one is needed."""

from __future__ import annotations

from contextlib import suppress

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Place, Span, Step
from roadmap.reading.commas import whole_pairs
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import composed
from roadmap.reading.refused import Refused

LINES = 3
"""Source lines of the longest excerpt."""
_NAMES = ("id", "need", "objective", "metric", "from", "title")
Entries = dict[Step, tuple[Node | None, Node]]


class Spans:
    """The text of one file, and the spans of places in it."""

    def __init__(self, data: bytes) -> None:
        self._lines = Lines(data)
        self._roots: list[Node] = []
        self._known: dict[int, Entries] = {}
        self._named: dict[int, str] = {}
        with suppress(Refused):  # what came before the fault is kept
            for root in composed(data):
                self._roots.append(root)

    def span(self, place: Place) -> Span | None:
        """The span of a place, without steps that lead nowhere; None without YAML."""
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
        """A name for what is at a route that stays when its neighbours change."""
        if document >= len(self._roots):
            return ""
        node, _ = self._followed(self._roots[document], route)
        if id(node) not in self._named:
            self._named[id(node)] = _named(node)
        return self._named[id(node)]

    def _followed(self, node: Node, route: tuple[Step, ...]) -> tuple[Node, Node | None]:
        key: Node | None = None
        for step in route:
            entry = self._below(node).get(step)
            if entry is not None:
                key, node = entry
        return node, key

    def _below(self, node: Node) -> Entries:
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = _entries(node)
        return known


def _named(node: Node) -> str:
    if isinstance(node, MappingNode):
        said = {
            key.value: value.value
            for key, value in node.value
            if isinstance(key, ScalarNode) and isinstance(value, ScalarNode)
        }
        return next((said[name] for name in _NAMES if name in said), "")
    return str(node.value) if isinstance(node, ScalarNode) else ""


def _extent(node: Node) -> tuple[int, int]:
    """Where the text of a node starts and ends; only the first line of a block."""
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
    """What is in a collection, by key, index or value: the key's node and the value's."""
    entries: Entries = {}
    if isinstance(node, MappingNode):
        for key, value in whole_pairs(node):
            if isinstance(key, ScalarNode):
                entries.setdefault(key.value, (key, value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            entries[index] = (None, item)
            if isinstance(item, ScalarNode):
                entries.setdefault(item.value, (None, item))
    return entries
