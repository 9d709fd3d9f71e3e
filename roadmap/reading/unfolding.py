"""Aliases, which a few bytes make expand to millions of values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Span
from roadmap.reading.faults import UNREADABLE
from roadmap.reading.lines import Lines
from roadmap.reading.refused import Refused

MOST_VALUES = 200_000


@dataclass(slots=True)
class Unfolded:
    """How many values all documents have that use aliases, once these are expanded."""

    values: int = 0


def refuse_unfolding(data: bytes, root: Node, unfolded: Unfolded) -> None:
    """Refuse a document whose aliases expand to too much."""
    unfolded.values += _weight(root, {}, set(), data)
    if unfolded.values > MOST_VALUES:
        raise _too_many(root, data)


def may_repeat(data: bytes) -> bool:
    """Whether there may be aliases in a file, which repeat a text in several places."""
    return b"*" in data and b"&" in data


def _too_many(node: Node, data: bytes) -> Refused:
    message = "aliases expand to more than 200,000 values"
    return Refused(UNREADABLE, message, "write the values out", _start(node, data))


def _weight(node: Node, known: dict[int, int], open_nodes: set[int], data: bytes) -> int:
    """How many values a node has once its aliases are expanded."""
    if isinstance(node, ScalarNode):
        return 1
    key = id(node)
    if key in known:
        return known[key]
    if key in open_nodes:
        message = "this alias contains itself"
        raise Refused(UNREADABLE, message, "write the value out", _start(node, data))
    open_nodes.add(key)
    total = 1
    for child in children(node):
        total += _weight(child, known, open_nodes, data)
    open_nodes.discard(key)
    if total > MOST_VALUES:
        raise _too_many(node, data)
    known[key] = total
    return total


def children(node: Node) -> Iterator[Node]:
    """The nodes right below a node: keys and values, or items."""
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _start(node: Node, data: bytes) -> Span:
    offset = node.start_mark.index
    return Lines(data).span(offset, offset + 1)
