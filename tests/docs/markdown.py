"""What the documents hold for machines: tables, code blocks and sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Row = tuple[str, ...]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and the line its text begins on."""

    language: str
    text: str
    line: int


def text_of(path: str) -> str:
    """A document of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next of the same or a higher rank."""
    rank = len(heading.split(" ", 1)[0])
    lines, inside, fenced = [], False, False
    for line in text.splitlines(keepends=True):
        fenced ^= line.startswith("```")
        if inside and not fenced and re.match(rf"#{{1,{rank}}} ", line):
            break
        if inside:
            lines.append(line)
        inside = inside or line.rstrip() == heading
    if not inside:
        raise AssertionError(f"no heading {heading!r}")
    return "".join(lines)


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks."""
    for match in _FENCE.finditer(text):
        yield Block(match[1], match[2], text.count("\n", 0, match.start()) + 2)


def tables(text: str) -> Iterator[list[Row]]:
    """The rows of each table, without its heading."""
    rows: list[Row] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in _CELL.split(line.strip("| "))))
        elif rows:
            yield rows[2:]
            rows = []


def code(cell: str) -> list[str]:
    """The pieces of a cell that are code."""
    return re.findall(r"`([^`]+)`", cell)
