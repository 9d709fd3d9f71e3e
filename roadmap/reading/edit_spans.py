"""The exact characters at a place, or the position to add a key."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Place, Step
from roadmap.reading.nodes import composed
from roadmap.reading.refused import Refused

EditEntries = dict[Step, tuple[Step, Node | None, Node]]
"""What is in a collection, by step: the real step, the key and the value."""
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a file from `start` to `end` (exclusive), counted without a BOM.

    `route` is that of the place, with indexes for all steps in lists. `quote` is the quote
    of the scalar there, empty for a plain one. `added` is empty where the key exists;
    otherwise it is the text to put before its value, and `after` the text to put after it.
    """

    start: int
    end: int
    route: tuple[Step, ...]
    quote: str = ""
    added: str = ""
    after: str = ""


class Stretches:
    """The stretches of a file's text."""

    def __init__(self, data: bytes, text: str, newline: str) -> None:
        self._text, self._newline = text, newline
        self._known: dict[int, EditEntries] = {}
        try:
            self._roots = list(composed(data))
        except Refused:
            self._roots = []

    def at(self, place: Place) -> Stretch | None:
        """The scalar or key at a place, or the position at which its last key can be added.

        None where neither is possible.
        """
        if place.document >= len(self._roots):
            return None
        node, key = self._roots[place.document], None
        route: tuple[Step, ...] = ()
        for depth, step in enumerate(place.route):
            below = self._below(node).get(step)
            if below is None:
                last = depth == len(place.route) - 1 and not place.on_key
                return self._added(node, route, str(step)) if last else None
            real, key, node = below
            route = (*route, real)
        if place.on_key:
            return None if key is None else _stretch(key, route)
        if isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index:
            return self._filled(key, route)
        return _stretch(node, route)

    def _below(self, node: Node) -> EditEntries:
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = _entries(node)
        return known

    def _filled(self, key: Node | None, route: tuple[Step, ...]) -> Stretch | None:
        """The position after the colon of a key without a value."""
        if key is None:
            return None
        at = self._text.find(":", key.end_mark.index)
        return None if at < 0 else Stretch(at + 1, at + 1, route, added=" ")

    def _added(self, node: Node, route: tuple[Step, ...], key: str) -> Stretch | None:
        if not isinstance(node, MappingNode):
            return None
        route = (*route, key)
        if node.flow_style:
            return _in_flow(node, route, key)
        first, (last, value) = node.value[0][0], node.value[-1]
        indent = " " * first.start_mark.column
        if _is_block_text(end := last_leaf(value)):
            at = last.start_mark.index
            return Stretch(at, at, route, added=f"{key}: ", after=self._newline + indent)
        empty = end.start_mark.index == end.end_mark.index
        behind = last.end_mark.index if empty else end.end_mark.index
        line_end = _LINE_END.search(self._text, behind)
        at = line_end.start() if line_end else len(self._text)
        return Stretch(at, at, route, added=f"{self._newline}{indent}{key}: ")


def _in_flow(node: MappingNode, route: tuple[Step, ...], key: str) -> Stretch:
    if not node.value:
        at = node.start_mark.index + 1
        return Stretch(at, at, route, added=f"{key}: ")
    last, value = node.value[-1]
    at = max(last.end_mark.index, value.end_mark.index)
    return Stretch(at, at, route, added=f", {key}: ")


def _entries(node: Node) -> EditEntries:
    entries: EditEntries = {}
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                entries.setdefault(key.value, (key.value, key, value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            entries[index] = (index, None, item)
            if isinstance(item, ScalarNode):
                entries.setdefault(item.value, (index, None, item))
    return entries


def _stretch(node: Node, route: tuple[Step, ...]) -> Stretch | None:
    if not isinstance(node, ScalarNode) or _is_block_text(node):
        return None
    quote = node.style if node.style in ("'", '"') else ""
    return Stretch(node.start_mark.index, node.end_mark.index, route, quote)


def last_leaf(node: Node) -> Node:
    """The part of a node that ends last: itself, or the last leaf of a block."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    return node


def _is_block_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in ("|", ">")
