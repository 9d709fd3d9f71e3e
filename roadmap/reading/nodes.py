"""Bytes to YAML nodes by libyaml, once hostile input is refused.

libyaml's composer overflows the C stack on deep nesting, without an exception, so the
depth of suspicious files is counted from events first, and aliases before they expand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import is_

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from roadmap.diagnostics import Diagnostic, Place, Rule, Span
from roadmap.reading.faults import SYNTAX, UNREADABLE
from roadmap.reading.lines import Lines

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML built without libyaml: slower, the same answers
    from roadmap.reading.pyyaml_fallback import Parser as _Parser  # type: ignore[assignment]

PLAIN = "plain"
TEXT_TAG = "tag:yaml.org,2002:str"
DEEPEST = 100
MOST_VALUES = 2_000_000
_BOM = b"\xef\xbb\xbf"
_DEEP_LINE = re.compile(rb"(?<![ \-?:\t])[ \-?:\t]{200}")


class _Composer(_Parser):
    """libyaml's nodes, with plain scalars left unread."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> str:
        if kind is ScalarNode:
            return PLAIN if implicit[0] else TEXT_TAG  # type: ignore[index]
        return "map" if kind is MappingNode else "seq"

    # Called at every node, to no effect: built-in functions are twice as fast.
    descend_resolver, ascend_resolver = is_, tuple


class Refused(Exception):
    """A file that cannot be used at all: why, where, and what to do."""

    def __init__(
        self, rule: Rule, message: str, cure: str, span: Span | None = None
    ) -> None:
        super().__init__(message)
        self.rule, self.message, self.cure, self.span = rule, message, cure, span

    def diagnostic(self, file: str) -> Diagnostic:
        """The refusal as a finding about `file`."""
        place = Place(file, span=self.span)
        return Diagnostic(self.rule, self.message, place, cure=self.cure)


def composed(data: bytes) -> Iterator[Node]:
    """The root node of each document; raises Refused where they are not usable YAML."""
    data = data.removeprefix(_BOM)
    _refuse_bytes(data)
    try:
        if _suspect(data):
            _refuse_depth(data)
        parser = _Composer(data)
        while parser.check_node():
            node = parser.get_node()
            if node is not None:
                _refuse_unfolding(data, node)
                yield node
    except yaml.YAMLError as error:
        raise _syntax(error, data) from None


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


def too_deep(data: bytes, offset: int) -> Refused:
    """The refusal of nesting that is too deep, at an offset in characters."""
    span = Lines(data).span(offset, offset + 1)
    message = f"nested more than {DEEPEST} levels deep"
    return Refused(UNREADABLE, message, "flatten it", span)


def _refuse_unfolding(data: bytes, root: Node) -> None:
    if b"*" in data and b"&" in data:
        _weight(root, {}, set(), data)


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
    for child in _children(node):
        total += _weight(child, known, open_nodes, data)
    open_nodes.discard(key)
    if total > MOST_VALUES:
        message = "aliases expand to more than two million values"
        raise Refused(UNREADABLE, message, "write the values out", _start(node, data))
    known[key] = total
    return total


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _start(node: Node, data: bytes) -> Span:
    offset = node.start_mark.index
    return Lines(data).span(offset, offset + 1)


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
)


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
    cure = _TAB if tab else next((cure for sign, cure in _CURES if sign in problem), _FORM)
    return Refused(SYNTAX, f"invalid YAML: {problem}", cure, span)


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "no reason given"
