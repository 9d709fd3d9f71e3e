"""Turn YAML nodes into plain values, with YAML 1.2 scalars; report duplicate keys.

PyYAML's resolver and constructor are slow, and know only YAML 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from roadmap.diagnostics import Diagnostic, Place, Route, Span, Step
from roadmap.reading.commas import BareKey, is_bare, whole_pairs
from roadmap.reading.cut_texts import CutTexts
from roadmap.reading.faults import DUPLICATE_KEY, WRONG_VALUE
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import PLAIN, TEXT_TAG, composed
from roadmap.reading.refused import DEEPEST, Refused, too_deep
from roadmap.reading.unfolding import Unfolded

LONGEST_NUMBER = 400
"""Characters of the longest plain scalar that may be a number."""
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_FIRST = frozenset("-0123456789")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_YAML = "tag:yaml.org,2002:"
_CORE = {"map", "seq", PLAIN, TEXT_TAG} | {
    _YAML + name for name in ("map", "seq", "int", "float", "bool", "null")
}


class TypedInt(int):
    """A whole number that remembers how it was written (`-0`)."""

    text: str


class TypedFloat(float):
    """A number that remembers how it was written (`1.50`, `1e3`)."""

    text: str


def typed(value: object) -> str:
    """A scalar as its author typed it.

    >>> typed(12), typed(True)
    ('12', 'true')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return str(getattr(value, "text", value))


@dataclass(slots=True)
class Tree:
    """The documents of a file as plain values, and the faults in them.

    `broken`: nothing in the file can be used. `above` is what the documents lie below,
    where they are not the whole file (the initiatives of a scenario, below `add`).
    """

    file: str
    documents: list[Any] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    broken: bool = False
    above: Route = ()

    def place(self, document: int) -> Place:
        """The place of a document."""
        return Place(self.file, self.above, document)


def tree(file: str, data: bytes, unfolded: Unfolded | None = None) -> Tree:
    """The documents of a file; empty ones are None.

    `unfolded` counts what aliases expand to over several files.
    """
    converted = Tree(file)
    lines = cache(lambda: Lines(data))
    cut = CutTexts(file, data, lines)
    try:
        for number, node in enumerate(composed(data, unfolded)):
            converted.documents.append(
                _Converter(converted, number, data, lines).value(node, ())
            )
            converted.faults.extend(cut.of(number, node))
    except Refused as refused:
        return Tree(file, [], [refused.diagnostic(file)], broken=True)
    return converted


@dataclass(slots=True)
class _Converter:
    """One document's nodes to values; faults go to the tree."""

    tree: Tree
    document: int
    data: bytes
    lines: Callable[[], Lines]

    def value(self, node: Node, route: tuple[Step, ...]) -> Any:
        tag = node.tag
        if tag not in _CORE:
            self._fault(f"unknown tag `{tag}`", "remove the tag", route)
            return None
        if isinstance(node, ScalarNode):
            return node.value if tag == TEXT_TAG else scalar(node.value)
        if len(route) >= DEEPEST:  # expanded aliases can be deeper than the text
            raise too_deep(self.data, node.start_mark.index)
        if isinstance(node, MappingNode):
            return self._mapping(node, route)
        return [
            scalar(child.value)
            if type(child) is ScalarNode and child.tag == PLAIN
            else self.value(child, (*route, i))
            for i, child in enumerate(node.value)
        ]

    def _mapping(self, node: MappingNode, route: tuple[Step, ...]) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        nodes: dict[str, Node] = {}
        for key_node, value_node in whole_pairs(node):
            if type(key_node) is not ScalarNode:
                self._fault("a key must be text", "write a plain word as the key", route)
                continue
            key = key_node.value
            if key in mapping:
                self._duplicate(key, key_node, nodes[key], route)
                continue
            nodes[key] = key_node
            if node.flow_style and is_bare(key_node, value_node):
                mapping[BareKey(key)] = None
            elif type(value_node) is ScalarNode and value_node.tag == PLAIN:
                mapping[key] = scalar(value_node.value)
            else:
                mapping[key] = self.value(value_node, (*route, key))
        return mapping

    def _duplicate(
        self, key: str, again: Node, first: Node, route: tuple[Step, ...]
    ) -> None:
        place = Place(self.tree.file, (*route, key), self.document, on_key=True)
        earlier = replace(place, span=self._span(first))
        place = replace(place, span=self._span(again))
        self.tree.faults.append(
            Diagnostic(
                DUPLICATE_KEY,
                f"duplicate key `{key}`: the first one is used",
                place,
                related=((earlier, "used here"),),
                cure="keep one of the two",
            )
        )

    def _span(self, node: Node) -> Span:
        return self.lines().span(node.start_mark.index, node.end_mark.index)

    def _fault(self, message: str, cure: str, route: tuple[Step, ...]) -> None:
        place = Place(self.tree.file, route, self.document)
        self.tree.faults.append(Diagnostic(WRONG_VALUE, message, place, cure=cure))


def scalar(text: str) -> Any:
    """A plain scalar by the JSON schema of YAML 1.2; everything else is text.

    >>> scalar("3.5"), scalar("no"), scalar("08"), scalar("~")
    (3.5, 'no', '08', None)
    """
    if text[:1] not in _FIRST:
        return _CONSTANTS.get(text, text)
    if text.isdecimal() and text.isascii() and text[0] != "0" and len(text) < 20:
        return int(text)
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > LONGEST_NUMBER:
        return text
    if match[2] is None and match[3] is None:
        whole = int(text)
        return whole if str(whole) == text else _remembered(TypedInt(whole), text)
    number = float(text)
    if number in (float("inf"), float("-inf")):
        return text
    return number if repr(number) == text else _remembered(TypedFloat(number), text)


def _remembered(number: Any, text: str) -> Any:
    number.text = text
    return number
