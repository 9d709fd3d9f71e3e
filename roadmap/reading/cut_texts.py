"""Plain values cut off by a ` #`, which starts a comment that nobody meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import Node, ScalarNode

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import CUT_TEXT
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import PLAIN, scalars

_ANYWHERE = re.compile(rb"[ \t]#[^\s#]")
_CUT = re.compile(r"[ \t]+#(?!roadmap:)[^\s#][^\r\n]*")
"""Comments for roadmap are meant, whether a space follows their `#` or not."""


def cut_texts(file: str, document: int, root: Node, data: bytes) -> Iterator[Diagnostic]:
    """A finding for each plain value that is followed by ` #` and no space."""
    if not _ANYWHERE.search(data):
        return
    text, lines = data.decode("utf-8").removeprefix("\ufeff"), Lines(data)
    for node in scalars(root):
        cut = _CUT.match(text, node.end_mark.index) if _is_plain(node) else None
        if cut is not None:
            span = lines.span(node.end_mark.index, cut.end())
            yield Diagnostic(
                CUT_TEXT,
                f"`{cut[0].strip()}` is read as a comment, not as part of the value",
                Place(file, (), document, span=span),
                cure="put the value in quotes, or a space after the `#`",
            )


def _is_plain(node: ScalarNode) -> bool:
    return node.tag == PLAIN and bool(node.value)
