"""The parts of a Markdown document, and the blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadmap.writers.text.width import marks

WIDE = 80
"""Columns beyond which a document tells markdownlint that its long lines are meant."""


@dataclass(frozen=True, slots=True)
class MarkdownPart:
    """A part, its text escaped. `kind` is heading, paragraph, quote, item, table or code.

    `level` is a heading's, from 1, or an item's depth, from 0; `context` is what tells
    a heading from another one of the same words.
    """

    kind: str
    text: str
    level: int = 0
    context: str = ""


def document(parts: Iterable[MarkdownPart]) -> str:
    """Parts as one text, a blank line between all but items of one list."""
    text = joined(parts) + "\n"
    meant = " ".join(_meant(text))
    return f"<!-- markdownlint-disable {meant} -->\n\n{text}" if meant else text


def _meant(text: str) -> Iterator[str]:
    """The rules of markdownlint that a text cannot help breaking."""
    lines = text.splitlines()
    if any(len(line) > WIDE for line in lines):
        yield "MD013"
    # Prettier counts an unseen mark as one column, markdownlint as none.
    if any(line.startswith("|") and marks(line) for line in lines):
        yield "MD060"


def joined(parts: Iterable[MarkdownPart]) -> str:
    """Parts as text, no line end after the last."""
    return "".join(_spaced(part for part in parts if part.text)).strip("\n")


def _spaced(parts: Iterable[MarkdownPart]) -> Iterator[str]:
    seen: dict[str, int] = {}
    depths: list[int] = []
    before = ""
    for part in parts:
        depths = _nested(depths, part.level) if part.kind == "item" else []
        yield _GAPS.get((before, part.kind), "\n\n")
        yield _drawn(part, seen, len(depths) - 1)
        before = part.kind


_GAPS = {("item", "item"): "\n", ("quote", "quote"): "\n>\n"}


def _nested(depths: list[int], level: int) -> list[int]:
    """The depths of the items above and at this one; a list begins at its margin."""
    return [*(depth for depth in depths if depth < level), level]


def _drawn(part: MarkdownPart, seen: dict[str, int], depth: int) -> str:
    match part.kind:
        case "heading":
            return f"{'#' * part.level} {_unlike(part, seen)}"
        case "item":
            return f"{'  ' * depth}- {part.text}"
        case "quote":
            return f"> {part.text}"
        case _:
            return part.text


def _unlike(part: MarkdownPart, seen: dict[str, int]) -> str:
    """A heading, made different from all headings above it.

    `seen` has these, each with the last number that was added to it.
    """
    text = part.text
    if text in seen and part.context:
        text = f"{part.context}: {text}"
    base = text
    while text in seen:
        seen[base] += 1
        text = f"{base} ({seen[base]})"
    seen[text] = 1
    return text
