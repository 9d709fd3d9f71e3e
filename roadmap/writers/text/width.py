"""How many columns text takes on a terminal, and text of just so many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from unicodedata import category, east_asian_width

_JOINER = "\u200d"
_EMOJI = "\ufe0f"
"""The selector that asks for the coloured, wide form of the sign before it."""
_KEYS = tuple("0123456789#*")


def columns(text: str) -> int:
    """The width of harmless text.

    >>> columns("abc"), columns("漢字"), columns("e\u0301"), columns("👩\u200d🚀")
    (3, 4, 1, 2)
    """
    return len(text) if text.isascii() else sum(width for _, width in signs(text))


def signs(text: str) -> Iterator[tuple[str, int]]:
    """The signs that a reader sees, each with its width; joined emoji are one sign."""
    sign, width = "", 0
    for each in text:
        if sign and (_follows(each) or _joins(sign)):
            width = 2 if each == _EMOJI and _pictures(sign) else width
            sign += each
            continue
        if sign:
            yield sign, width
        sign, width = each, _width(each)
    if sign:
        yield sign, width


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """Text of at most `width` columns; where some is left out, it ends in `ellipsis`.

    >>> cut("Send a photo of the meter", 10), cut("漢字漢字", 6), cut("short", 10)
    ('Send a ph…', '漢字…', 'short')
    """
    if columns(text) <= width:
        return text
    return fitting(text, width - columns(ellipsis)).rstrip() + ellipsis


def fitting(text: str, width: int) -> str:
    """As much of the beginning of a text as `width` columns hold."""
    if text.isascii():
        return text[: max(width, 0)]
    seen = list(signs(text))
    ends = accumulate(each for _, each in seen)
    return "".join(sign for (sign, _), end in zip(seen, ends, strict=True) if end <= width)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Text filled with spaces up to `width` columns."""
    space = " " * max(width - columns(text), 0)
    return space + text if right else text + space


def _width(sign: str) -> int:
    if sign.isascii():
        return 1
    if _follows(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def _follows(sign: str) -> bool:
    """Whether a sign is drawn onto the one before it."""
    if sign.isascii():
        return False
    skin = "\U0001f3fb" <= sign <= "\U0001f3ff"
    jamo = "\u1160" <= sign <= "\u11ff"
    return skin or jamo or category(sign) in ("Mn", "Me", "Cf")


def _joins(sign: str) -> bool:
    """Whether an emoji waits for the next one; in scripts a joiner joins no signs."""
    return sign[-1] == _JOINER and _pictures(sign[:-1])


def _pictures(sign: str) -> bool:
    """Whether a sign is an emoji, or becomes one when asked to (a digit on a key)."""
    return sign[:1] in _KEYS or category(sign[:1] or " ") == "So"
