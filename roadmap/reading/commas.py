"""Values that a comma cuts in two inside braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from roadmap.reading.nodes import PLAIN, TEXT_TAG

Pairs = list[tuple[Node, Node]]
_HEAD = re.compile(r"-?[€$£]?[0-9]+(?:\.[0-9]+)? ?[A-Za-z%]*")
_TAIL = re.compile(r"[0-9][0-9.]*(?: ?[A-Za-z%]+)?(?:\.\..*)?")
_LONGEST = 40
"""Characters of the longest number that is put together again."""
_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")


class BareKey(str):
    """A key in braces that has neither a colon nor a value: `data` in `{web: 1w, data}`."""

    __slots__ = ()


def whole_pairs(node: MappingNode) -> Pairs:
    """The pairs of a mapping; a number that a comma cut in two is one text again."""
    pairs: Pairs = node.value
    if not node.flow_style or not any(_empty(value) for _, value in pairs):
        return pairs
    found: Pairs = []
    for key, value in pairs:
        if found and is_bare(key, value) and _cut(found[-1][1], key):
            named, head = found[-1]
            text = f"{head.value},{key.value}"
            found[-1] = (named, ScalarNode(TEXT_TAG, text, head.start_mark, key.end_mark))
        else:
            found.append((key, value))
    return found


def is_bare(key: Node, value: Node) -> bool:
    """Whether a key in braces has neither a colon nor a value."""
    return _empty(value) and key.end_mark.index == value.end_mark.index


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that commas cut off: its key, and the whole of it.

    `further`: a piece before this one was cut off as well.
    """

    key: str
    text: str
    further: bool


@dataclass(frozen=True)
class Beside:
    """The mapping that a key is in, and which of its keys are pieces of a text.

    >>> Beside({"note": "Act 12", BareKey("fine"): None}).cuts["fine"].text
    'Act 12, fine'
    """

    keys: Mapping[str, Any]

    def is_bare(self, key: str) -> bool:
        """Whether a key has no value."""
        return self.keys.get(key, key) is None

    @cached_property
    def cuts(self) -> Mapping[str, Cut]:
        """The keys that a comma cut off."""
        cut: dict[str, Cut] = {}
        for key, pieces in self._texts():
            whole = ", ".join(pieces)
            for number, piece in enumerate(pieces[1:]):
                cut[piece] = Cut(key, whole, further=number > 0)
        return cut

    def _texts(self) -> Iterator[tuple[str, list[str]]]:
        """Each key with its text and the keys without a value that follow it."""
        before, pieces = "", list[str]()
        for each, value in self.keys.items():
            if type(each) is not BareKey or value is not None:
                yield before, pieces
                before, pieces = each, [value] if isinstance(value, str) else []
            elif pieces:
                pieces.append(str(each))
        yield before, pieces


def quoted(text: str) -> str:
    """A text in quotes, as YAML writes it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _empty(node: Node) -> bool:
    return node.value == "" and node.tag == PLAIN


def _cut(head: Node, tail: Node) -> bool:
    """Whether a comma cut a number in two: `1,200`, `1,5w`, `12,5%`, `2w,5w`."""
    if not isinstance(head, ScalarNode) or head.style in ("'", '"') or tail.tag != PLAIN:
        return False
    if len(head.value) > _LONGEST or not _HEAD.fullmatch(head.value.partition(",")[0]):
        return False
    apart = tail.start_mark.index - head.end_mark.index
    if apart == 1:
        return _TAIL.fullmatch(tail.value) is not None
    return _THOUSANDS.fullmatch(tail.value) is not None and head.value[-1:].isdigit()
