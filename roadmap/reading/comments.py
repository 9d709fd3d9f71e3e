"""Comments in a YAML file that are meant for roadmap: `# roadmap: …`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roadmap.diagnostics import Span
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import composed
from roadmap.reading.refused import Refused

_BOM = b"\xef\xbb\xbf"
SIGN = b"roadmap:"
"""A file without it has no comment for roadmap."""
_COMMENT = re.compile(r"(?<!\S)#[ \t]*roadmap:[ \t]*([^\r\n]*)")
_HEAD = re.compile(r"[^\r\n]*")
_EMPTY_LINES = re.compile(r"[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?:#[^\r\n]*)?)*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its text after `roadmap:`, its place, and the line that it is about.

    `text` starts in `column`. The line is the comment's own or, where the comment has it to
    itself, the next line with content. Lines and columns count from 1.
    """

    text: str
    span: Span
    column: int
    line: int


def comments(data: bytes) -> Iterator[Comment]:
    """The comments for roadmap in a file, in order; none where it is not YAML."""
    if SIGN not in data:
        return
    text = data.removeprefix(_BOM).decode("utf-8", "replace")
    try:
        quoted = sorted(_scalars(data, text))
    except Refused:
        return
    starts = [start for start, _ in quoted]
    lines = Lines(data)
    run = 0, 0  # comments of one run of lines are about the same line
    for match in _COMMENT.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < quoted[before][1]:
            continue
        span = lines.span(match.start(), match.end())
        column = span.column + match.start(1) - match.start()
        if _has_line_to_itself(text, match.start(), span):
            if not run[0] <= match.start() < run[1]:
                run = match.start(), _end_of_run(text, match.start())
            line = lines.span(run[1], run[1] + 1).line
        else:
            line = span.line
        yield Comment(match[1].rstrip(), span, column, line)


def _scalars(data: bytes, text: str) -> Iterator[tuple[int, int]]:
    """Where scalars start and end; a block of text starts after its first line."""
    todo: list[Node] = list(composed(data))
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            start = node.start_mark.index
            if node.style in ("|", ">"):
                head = _HEAD.match(text, start)
                start = head.end() if head else start
            yield start, node.end_mark.index
        elif isinstance(node, MappingNode):
            todo.extend(each for pair in node.value for each in pair)
        elif isinstance(node, SequenceNode):
            todo.extend(node.value)


def _has_line_to_itself(text: str, at: int, span: Span) -> bool:
    return not text[at - (span.column - 1) : at].strip()


def _end_of_run(text: str, at: int) -> int:
    """Where the first line with content begins after lines of comments and blanks."""
    after = _EMPTY_LINES.match(text, at)
    return after.end() if after else at
