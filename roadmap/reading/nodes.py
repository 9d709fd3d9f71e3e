"""Parse bytes into YAML nodes with libyaml, after refusing hostile input.

libyaml's composer overflows the C stack on deep nesting, without an exception, so the
depth of suspicious files is counted from events first, and aliases before they expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from operator import is_
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.reader import ReaderError

from roadmap.diagnostics import Span
from roadmap.reading.faults import SYNTAX, UNREADABLE
from roadmap.reading.indentation import indentation_cure
from roadmap.reading.lines import Lines
from roadmap.reading.refused import (
    DEEPEST,
    MOST_IN_FILE,
    Refused,
    too_deep,
    too_many_values,
)
from roadmap.reading.unfolding import Unfolded, children, may_repeat, refuse_unfolding

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML built without libyaml: slower, the same answers
    from roadmap.reading.pyyaml_fallback import Parser as _Parser  # type: ignore[assignment]

PLAIN = "plain"
TEXT_TAG = "tag:yaml.org,2002:str"
_BOM = b"\xef\xbb\xbf"
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What YAML 1.1 takes for the end of a line, and YAML 1.2 for text."""
_PAIR = re.compile(
    rb"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)
_DEEP_LINE = re.compile(rb"(?<![ \-?:\t])[ \-?:\t]{200}")


class _Composer(_Parser):
    """libyaml's nodes, with plain scalars left unread."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> str:
        if kind is ScalarNode:
            return PLAIN if implicit[0] else TEXT_TAG  # type: ignore[index]
        return "map" if kind is MappingNode else "seq"

    # Called at every node, to no effect: built-in functions are twice as fast.
    descend_resolver, ascend_resolver = is_, tuple


def composed(data: bytes, unfolded: Unfolded | None = None) -> Iterator[Node]:
    """The root node of each document; raises Refused where they are not usable YAML.

    `unfolded` counts over several files.
    """
    data = _joined_pairs(data.removeprefix(_BOM))
    _refuse_bytes(data)
    try:
        if _suspect(data):
            _refuse_depth(data)
        plain, standing_in = _without_breaks(data)
        parser = _Composer(plain)
        # Called at every node, so that counting them costs nothing.
        count: Any = repeat((), MOST_IN_FILE).__next__
        parser.ascend_resolver = count
        unfolded = (unfolded or Unfolded()) if may_repeat(data) else None
        while parser.check_node():
            node = parser.get_node()
            if node is not None:
                if unfolded:
                    refuse_unfolding(data, node, unfolded)
                if standing_in:
                    _restore(node, standing_in)
                yield node
    except yaml.YAMLError as error:
        raise _syntax(error, data) from None
    except StopIteration:
        raise too_many_values() from None


def _without_breaks(data: bytes) -> tuple[bytes, dict[int, str]]:
    """The data with other characters in place of those that YAML 1.1 takes for breaks.

    Also what each of these stands for; they are from the private use area, and not used.
    """
    if data.isascii():
        return data, {}
    text = data.decode("utf-8")
    breaks = sorted(set(_BREAKS.findall(text)))
    if not breaks:
        return data, {}
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    chosen = dict(zip(breaks, free, strict=False))
    return text.translate({ord(a): b for a, b in chosen.items()}).encode("utf-8"), {
        ord(b): a for a, b in chosen.items()
    }


def _restore(root: Node, standing_in: dict[int, str]) -> None:
    for node in scalars(root):
        node.value = node.value.translate(standing_in)


def scalars(root: Node) -> Iterator[ScalarNode]:
    """Every scalar below a node, once, in the order of the text."""
    todo, seen = [root], set[int]()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            yield node
        todo.extend(reversed([*children(node)]))


def _joined_pairs(data: bytes) -> bytes:
    """JSON's two escapes of one character as YAML's one, in just as many characters.

    A line break that is escaped means nothing, and fills the two that are left over.
    """
    return _PAIR.sub(_joined_pair, data) if b"\\u" in data else data


def _joined_pair(match: re.Match[bytes]) -> bytes:
    high, low = int(match[2], 16) - 0xD800, int(match[3], 16) - 0xDC00
    return match[1] + b"\\\n\\U%08X" % (0x10000 + (high << 10) + low)


def _refuse_bytes(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        span = _span_at(data, error.start)
        message = f"not UTF-8 text: byte 0x{data[error.start]:02x}"
        raise Refused(UNREADABLE, message, "save the file as UTF-8", span) from None
    if (at := data.find(b"\0")) >= 0:
        raise Refused(UNREADABLE, "contains a NUL byte", "remove it", _span_at(data, at))


def _span_at(data: bytes, at: int) -> Span:
    offset = len(data[:at].decode("utf-8", "replace"))
    return Lines(data).span(offset, offset + 1)


def _suspect(data: bytes) -> bool:
    if data.count(b"[") + data.count(b"{") > 200:
        return True
    long = max(map(len, data.split(b"\n"))) >= 200
    return long and _DEEP_LINE.search(data) is not None


def _refuse_depth(data: bytes) -> None:
    depth = 0
    parser = _Composer(data)
    while parser.check_event():
        event = parser.get_event()
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST and event is not None and event.start_mark is not None:
            raise too_deep(data, event.start_mark.index)


_LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 says about 1,000 levels when it reads ahead of the events."""

_TAB = "indent with spaces, not with a tab"
_FORM = "see yaml.org for the syntax"
_CURES = (
    ("that cannot start any token", "put the value in quotes"),
    ("mapping values are not allowed", "put text that holds `: ` in quotes"),
    ("found unexpected end of stream", "close the quote"),
    ("did not find expected node content", "close the bracket, and quote what holds ` #`"),
    ("did not find expected key", "check the indentation and the quotes of this line"),
    ("did not find expected '-' indicator", "check the indentation of this line"),
    ("did not find expected ',' or", "close the bracket"),
    ("could not find expected ':'", "write `key: value`"),
    ("undefined alias", "define it with `&` first, or put the text in quotes"),
    ("control characters", "remove the control character"),
    ("invalid Unicode character escape", "write both halves of the pair, or the character"),
)
_INDENTED = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
)
"""Problems that a line has where its indentation may be to blame."""


def _syntax(error: yaml.YAMLError, data: bytes) -> Refused:
    if isinstance(error, ReaderError):
        offset = len(data[: error.position].decode("utf-8", "replace"))
        message = f"invalid YAML: the character U+{int(error.character):04X} is not allowed"
        return Refused(SYNTAX, message, "remove it", Lines(data).span(offset, offset + 1))
    if not isinstance(error, yaml.MarkedYAMLError):
        return Refused(SYNTAX, f"invalid YAML: {_first_line(str(error))}", _FORM)
    cut_off = "unexpected end of stream" in (error.problem or "")
    begun = error.context_mark if cut_off else None
    mark = begun or error.problem_mark or error.context_mark
    problem = _first_line(error.problem or error.context or "no reason given")
    if mark is not None and problem == _LIBYAML_TOO_DEEP:
        return too_deep(data, mark.index)
    span = Lines(data).span(mark.index, mark.index + 1) if mark is not None else None
    tab = mark is not None and data.decode("utf-8")[mark.index : mark.index + 1] == "\t"
    cure = next((cure for sign, cure in _CURES if sign in problem), _FORM)
    if mark is not None and any(sign in problem for sign in _INDENTED):
        lines = data.decode("utf-8").split("\n")
        cure = indentation_cure(lines, min(mark.line, len(lines) - 1)) or cure
    return Refused(SYNTAX, f"invalid YAML: {problem}", _TAB if tab else cure, span)


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "no reason given"
