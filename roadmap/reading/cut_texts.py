"""Plain values cut short by a ` #`, which starts an unintended comment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from yaml.nodes import Node, ScalarNode

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import CUT_TEXT
from roadmap.reading.lines import Lines
from roadmap.reading.nodes import PLAIN, scalars

_ANYWHERE = re.compile(rb"[ \t]#[^\s#]")
_CUT = re.compile(r"[ \t]+#(?!roadmap:)[^\s#][^\r\n]*")
"""Comments for roadmap are meant, whether a space follows their `#` or not."""


@dataclass
class CutTexts:
    """The texts of one file that a ` #` cuts off."""

    file: str
    data: bytes
    lines: Callable[[], Lines]

    @cached_property
    def _any(self) -> bool:
        return _ANYWHERE.search(self.data) is not None

    @cached_property
    def _text(self) -> str:
        return self.data.decode("utf-8").removeprefix("\ufeff")

    def of(self, document: int, root: Node) -> Iterator[Diagnostic]:
        """A finding for each plain value that is followed by ` #` and no space."""
        for node in scalars(root) if self._any else ():
            cut = _CUT.match(self._text, node.end_mark.index) if _is_plain(node) else None
            if cut is not None:
                span = self.lines().span(node.end_mark.index, cut.end())
                yield Diagnostic(
                    CUT_TEXT,
                    f"`{cut[0].strip()}` is read as a comment, not as part of the value",
                    Place(self.file, (), document, span=span),
                    cure="put the value in quotes, or a space after the `#`",
                )


def _is_plain(node: ScalarNode) -> bool:
    return node.tag == PLAIN and bool(node.value)
