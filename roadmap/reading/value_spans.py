"""Exact patches of a file's text that set, add or remove values at places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Place, Step
from roadmap.reading.edit_spans import last_leaf
from roadmap.reading.nodes import composed
from roadmap.reading.refused import Refused
from roadmap.reading.tree import typed
from roadmap.reading.yaml_text import yaml_text, yaml_value

LAST_KEY = "x-source"
"""The key that stays the last of its mapping: others are added before it."""
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_COMMENT = re.compile(r"(?:\r\n|\r|\n)( *)#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class TextPatch:
    """Characters from `start` to `end` (exclusive), counted without a BOM, and new text."""

    start: int
    end: int
    text: str


class Impossible(Exception):
    """A value that cannot be set without touching anything besides it."""


def patches(
    data: bytes, text: str, newline: str, settings: Iterable[tuple[Place, Any]]
) -> list[TextPatch]:
    """The patches that set values at places, None removing one, in the order of the text.

    Raises Impossible where one of them cannot be made.
    """
    try:
        patcher = _Patcher(list(composed(data)), text, newline)
    except Refused:
        raise Impossible from None
    text_patches = [
        patch for place, value in patcher.lifted(settings)
        for patch in patcher.patched(place, value)
    ]  # fmt: skip
    text_patches.sort(key=lambda patch: (patch.start, patch.end))
    for one, following in pairwise(text_patches):
        if following.start < one.end:
            raise Impossible
    return text_patches


class _Patcher:
    """The text of a file with its nodes."""

    def __init__(self, roots: list[Node], text: str, newline: str) -> None:
        self._roots, self._text, self._newline = roots, text, newline

    def lifted(self, settings: Iterable[tuple[Place, Any]]) -> list[tuple[Place, Any]]:
        """The settings, those below a key that is missing as one mapping for that key."""
        found: dict[Place, Any] = {}
        for place, value in settings:
            at, said = place, value
            if isinstance(at.route[-1], int):
                found[at] = said
                continue
            while len(at.route) > 1 and self._mapping(_above(at)) is None:
                if said is None:
                    break
                at, said = _above(at), {str(at.route[-1]): said}
            if self._mapping(_above(at)) is None and said is None:
                continue
            before = found.get(at)
            both = isinstance(before, dict) and isinstance(said, dict) and at != place
            found[at] = {**before, **said} if both else said  # type: ignore[dict-item]
        return list(found.items())

    def patched(self, place: Place, value: Any) -> Iterator[TextPatch]:
        """The patches that set one value, or add an item behind the last one of a list."""
        if isinstance(place.route[-1], int):
            yield self._item(place, value)
            return
        mapping = self._mapping(_above(place))
        if mapping is None:
            raise Impossible
        name = str(place.route[-1])
        pairs = [(k, v) for k, v in mapping.value if isinstance(k, ScalarNode)]
        pair = next(((k, v) for k, v in pairs if k.value == name), None)
        if pair is None:
            if value is not None:
                yield self._added(mapping, f"{yaml_text(name)}: {yaml_value(value)}")
        elif value is None:
            yield self._removed(mapping, *pair)
        else:
            yield from self._replaced(*pair, value)

    def _item(self, place: Place, value: Any) -> TextPatch:
        """An item added to a list, in the way in which the others are written."""
        node = self._at(_above(place))
        new = yaml_value(value)
        if not isinstance(node, SequenceNode) or place.route[-1] != len(node.value):
            raise Impossible
        if not node.value:
            return TextPatch(node.start_mark.index + 1, node.start_mark.index + 1, new)
        last = node.value[-1]
        if node.flow_style:
            at = last.end_mark.index
            return TextPatch(at, at, f", {new}")
        if _in_block(last_leaf(last)) or last.start_mark.index == last.end_mark.index:
            raise Impossible
        start = self._line_start(last)
        dash = self._text.rfind("-", start, last.start_mark.index)
        at = self._line_end(self._end(last))
        space = " " * (node.start_mark.column if dash < 0 else dash - start)
        return TextPatch(at, at, f"{self._newline}{space}- {new}")

    def _mapping(self, place: Place) -> MappingNode | None:
        """The mapping at a place that has entries; None where there is none."""
        node = self._at(place)
        return node if isinstance(node, MappingNode) and node.value else None

    def _at(self, place: Place) -> Node | None:
        if place.document >= len(self._roots):
            return None
        node: Node | None = self._roots[place.document]
        for step in place.route:
            node = _below(node, step)
        return node

    def _replaced(self, key: Node, node: Node, value: Any) -> Iterator[TextPatch]:
        start, end = node.start_mark.index, self._end(node)
        if start < key.end_mark.index:  # an alias: what it stands for is elsewhere
            raise Impossible
        if start == node.end_mark.index:
            at = self._text.index(":", key.end_mark.index) + 1
            yield TextPatch(at, at, f" {yaml_value(value)}")
        elif isinstance(node, SequenceNode) and not node.flow_style:
            lines = self._items(node, value)
            yield from lines or [self._whole(key, end, value)]
        elif _in_block(node):
            yield self._whole(key, end, value)
        else:
            yield TextPatch(start, end, yaml_value(value))

    def _whole(self, key: Node, end: int, value: Any) -> TextPatch:
        """A value in a block as one on the line of its key."""
        at = self._text.index(":", key.end_mark.index) + 1
        return TextPatch(at, end, f" {yaml_value(value)}")

    def _items(self, node: SequenceNode, value: Any) -> list[TextPatch] | None:
        """The lines of a list that go and come; None where it must be written anew."""
        items = node.value
        if not isinstance(value, list) or not all(map(_is_line, items)):
            return None
        here = [item.value for item in items]
        wanted = [typed(each) for each in value]
        stay = [text for text in here if text in wanted]
        new = value[len(stay) :]
        if not stay or wanted[: len(stay)] != stay or len(set(here)) < len(here):
            return None
        text_patches = [
            self._line(item, item) for item in items if item.value not in wanted
        ]
        last = next(item for item in reversed(items) if item.value in wanted)
        indent = self._text[self._line_start(last) : last.start_mark.index]
        at = self._line_end(last.end_mark.index)
        added = "".join(f"{self._newline}{indent}{yaml_value(each)}" for each in new)
        return [*text_patches, *([TextPatch(at, at, added)] if new else [])]

    def _removed(self, mapping: MappingNode, key: Node, value: Node) -> TextPatch:
        if len(mapping.value) == 1:
            raise Impossible
        if not mapping.flow_style:
            return self._line(key, value)
        number = next(i for i, pair in enumerate(mapping.value) if pair[0] is key)
        if number:
            before = mapping.value[number - 1][1]
            return TextPatch(before.end_mark.index, self._end(value, key), "")
        return TextPatch(key.start_mark.index, mapping.value[1][0].start_mark.index, "")

    def _line(self, first: Node, last: Node) -> TextPatch:
        """The whole lines that something stands on, which nothing else does."""
        start = self._line_start(first)
        if self._text[start : first.start_mark.index].strip(" -"):
            raise Impossible
        end = max(self._end(last), first.end_mark.index)
        stop = _LINE_END.search(self._text, end)
        return TextPatch(start, stop.end() if stop else len(self._text), "")

    def _added(self, mapping: MappingNode, entry: str) -> TextPatch:
        if mapping.flow_style:
            last, value = mapping.value[-1]
            at = max(last.end_mark.index, value.end_mark.index)
            return TextPatch(at, at, f", {entry}")
        first, (last, value) = mapping.value[0][0], mapping.value[-1]
        before = next((k for k, _ in mapping.value if k.value == LAST_KEY), None)
        if _in_block(last_leaf(value)) and before is None:
            before = last
        if before is not None and before is not first:
            at = self._line_start(before)
            indent = self._text[at : before.start_mark.index]
            return TextPatch(at, at, f"{indent}{entry}{self._newline}")
        column = first.start_mark.column
        at = self._line_end(max(self._end(value), last.end_mark.index))
        at = self._behind_comments(at, column)
        return TextPatch(at, at, f"{self._newline}{' ' * column}{entry}")

    def _behind_comments(self, at: int, column: int) -> int:
        """The end of the last line of comments that stand deeper than a column."""
        while (line := _COMMENT.match(self._text, at)) and len(line[1]) > column:
            at = line.end()
        return at

    def _end(self, node: Node, key: Node | None = None) -> int:
        """Where a value ends, without the line breaks behind a block of text."""
        leaf = last_leaf(node)
        end: int = leaf.end_mark.index
        if _in_block(leaf):
            start = leaf.start_mark.index
            end = start + len(self._text[start:end].rstrip())
        return max(end, key.end_mark.index) if key is not None else end

    def _line_start(self, node: Node) -> int:
        at: int = node.start_mark.index
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def _line_end(self, at: int) -> int:
        match = _LINE_END.search(self._text, at)
        return match.start() if match else len(self._text)


def _above(place: Place) -> Place:
    return Place(place.file, place.route[:-1], place.document)


def _below(node: Node | None, step: Step) -> Node | None:
    if isinstance(node, MappingNode):
        pairs = ((k, v) for k, v in node.value if isinstance(k, ScalarNode))
        return next((v for k, v in pairs if k.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: Node = node.value[step]
        return found
    return None


def _in_block(node: Node) -> bool:
    """Whether a value stands on lines of its own."""
    if isinstance(node, ScalarNode):
        return node.style in ("|", ">")
    return isinstance(node, CollectionNode) and not node.flow_style


def _is_line(node: Node) -> bool:
    """Whether an item of a list is one plain value on one line."""
    return isinstance(node, ScalarNode) and node.style not in ("|", ">") and (
        node.start_mark.line == node.end_mark.line
    )  # fmt: skip
