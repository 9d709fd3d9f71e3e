"""Texts taken to pieces: heads of tables, labels and sentences, without code."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

Piece = tuple[str, str]
"""Its kind (head, label or sentence), and its words."""

CODE = "⟨⟩"
"""What stands where code or a user's own text was."""

_FENCE = re.compile(r"^( *)(`{3,})(\w*)[^\n]*\n(.*?)^\1\2`*$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SUMMARY = re.compile(r"<summary>(.*?)</summary>", re.DOTALL)
_TAG = re.compile(r"</?[a-z]+[^<>]*>")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
_CELL = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,6} +(.*)")
_ITEM = re.compile(r"^\s*(?:[-*>!]|\d+\.) +")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_QUOTED = re.compile(r"^ *\d* +\|.*$|^ *--> .*$", re.MULTILINE)
_SIGN = re.compile(r"[▲▼█▒░◇◆▷╌] +([^█▒░◇◆▷╌,;.|]+)")
_NAMED = re.compile(r"(?:^|[.;] )([A-Z][\w’'-]*(?: [\w’'-]+){0,2}:)(?= |$)")


def markdown(text: str, *, cells: bool = False) -> Iterator[Piece]:
    """The pieces of a Markdown document. `cells`: those of its tables can be labels."""
    text = _COMMENT.sub("", text)
    for fence in _FENCE.finditer(text):
        if fence[3] == "console":
            shown = (line for line in fence[4].splitlines() if not line.startswith("$ "))
            yield from terminal("\n".join(shown))
    text = _SPAN.sub(CODE, _FENCE.sub("\n", text))
    for summary in _SUMMARY.findall(text):
        yield "label", _plain(summary)
    yield from _blocks(_TAG.sub("", text).splitlines(), cells)


def terminal(text: str, *, cells: bool = False) -> Iterator[Piece]:
    """The pieces of what a terminal shows; columns stand two spaces apart or more."""
    text = _SPAN.sub(CODE, _QUOTED.sub("", _ANSI.sub("", text)))
    prose: list[str] = []
    for line in [*text.splitlines(), ""]:
        columns = re.split(r" {2,}", line.strip())
        alone = len(columns) == 1 and columns[0]
        if prose and (not alone or _ITEM.match(line)):
            yield from _sentence(" ".join(prose))
            prose = []
        if alone:
            prose.append(_ITEM.sub("", columns[0]))
        else:
            yield from _row(columns, cells)


def values(text: str) -> Iterator[Piece]:
    """The sentences among the values of a JSON document."""
    for value in _strings(json.loads(text), None):
        yield from terminal(value)


def descriptions(text: str) -> Iterator[Piece]:
    """What a JSON Schema says of its keys to people."""
    for value in _strings(json.loads(text), ("title", "description")):
        yield from terminal(value)


def without(text: str, own: Iterable[str]) -> str:
    """A text without what its users wrote in it themselves, however it is wrapped."""
    for written in sorted(own, key=len, reverse=True):
        some = r"\s+".join(re.escape(word) for word in written.split())
        text = re.sub(rf"(?<!\w){some}(?!\w)", CODE, text)
    return text


def _blocks(lines: list[str], cells: bool) -> Iterator[Piece]:
    prose: list[str] = []
    for line, below in zip([*lines, ""], [*lines[1:], "", ""], strict=True):
        heading, table = _HEADING.match(line), line.lstrip().startswith("|")
        if prose and (not line.strip() or heading or table or _ITEM.match(line)):
            yield from _sentence(_plain(" ".join(prose)))
            prose = []
        if heading:
            yield "label", _plain(heading[1])
        elif table:
            yield from _line_of_table(line, below, cells)
        elif line.strip():
            prose.append(_ITEM.sub("", line).strip())


def _line_of_table(line: str, below: str, cells: bool) -> Iterator[Piece]:
    if _RULE.fullmatch(line.strip()):
        return
    found = [_plain(cell) for cell in _CELL.split(line.strip()[1:].removesuffix("|"))]
    if _RULE.fullmatch(below.strip()):
        yield from (("head", cell) for cell in found)
    else:
        yield from _row(found, cells)


def _row(found: list[str], cells: bool) -> Iterator[Piece]:
    for cell in found:
        if cells and cell:
            words = cell.split()
            yield "label", " ".join(words if len(words) <= 5 else words[:2])
        yield from _sentence(cell)


def _sentence(text: str) -> Iterator[Piece]:
    """A text, and the labels in it: after a sign of a legend, and before a colon."""
    if text:
        yield "sentence", text
    for label in [*_SIGN.findall(text), *_NAMED.findall(text)]:
        yield "label", label.strip()


def _plain(text: str) -> str:
    """Markdown's text as somebody reads it."""
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"(?<!\\)\*+|(?<![\w\\])_|(?<!\\)_(?!\w)", "", text)
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", text)).split())


def _strings(found: Any, keys: tuple[str, ...] | None) -> Iterator[str]:
    if isinstance(found, dict):
        for key, value in found.items():
            if isinstance(value, str) and keys is not None and key not in keys:
                continue
            yield from _strings(value, keys)
    elif isinstance(found, list):
        for value in found:
            if not isinstance(value, str) or keys is None:
                yield from _strings(value, keys)
    elif isinstance(found, str):
        yield found
