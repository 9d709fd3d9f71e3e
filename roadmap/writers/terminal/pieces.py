"""Styled text, before colours are applied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a line. `style` is one of the names in `colour.STYLES`, or empty."""

    text: str
    style: str = ""


Pieces = tuple[Piece, ...]
"""A line."""


def line(text: str = "", style: str = "") -> Pieces:
    """A line in one style."""
    return (Piece(text, style),) if text else ()


def text_of(lines: Iterable[Pieces]) -> str:
    """Lines without colour, none of them ending in spaces."""
    return "".join("".join(p.text for p in each).rstrip(" ") + "\n" for each in lines)
