"""How many columns text takes on a terminal, and text cut or padded to a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

_JOINER = "\u200d"
_EMOJI = "\ufe0f"
"""The selector that asks for the coloured, wide form of the character before it."""
KNOWN = 4096
"""Characters whose width is remembered."""
_KEYS = tuple("0123456789#*")


def columns(text: str) -> int:
    """The width of harmless text.

    >>> columns("abc"), columns("漢字"), columns("e\u0301"), columns("👩\u200d🚀")
    (3, 4, 1, 2)
    """
    if text.isascii():
        return len(text)
    signs = Counter(text)
    if any(map(_follows, signs)):
        return sum(width for _, width in graphemes(text))
    return sum(_width(sign) * count for sign, count in signs.items())


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """The characters that a reader sees, each with its width; joined emoji are one."""
    character, width = "", 0
    for each in text:
        if character and (_follows(each) or _joins(character)):
            width = 2 if each == _EMOJI and _pictures(character) else width
            character += each
            continue
        if character:
            yield character, width
        character, width = each, _width(each)
    if character:
        yield character, width


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
    kept: list[str] = []
    for character, wide in graphemes(text):
        width -= wide
        if width < 0:
            break
        kept.append(character)
    return "".join(kept)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Text filled with spaces up to `width` columns."""
    space = " " * max(width - columns(text), 0)
    return space + text if right else text + space


def marks(text: str) -> int:
    r"""The number of zero-width characters, not counting those in emoji.

    >>> marks("\u200f\u05d0\u200f"), marks("👩\u200d🚀")
    (2, 0)
    """
    if text.isascii() or "Cf" not in map(category, set(text)):
        return 0
    plain = (each for each, _ in graphemes(text) if not _pictures(each))
    return sum(category(each) == "Cf" for grapheme in plain for each in grapheme)


@lru_cache(KNOWN)
def _width(character: str) -> int:
    if character.isascii():
        return 1
    if _follows(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


@lru_cache(KNOWN)
def _follows(character: str) -> bool:
    """Whether a character is drawn onto the one before it."""
    if character.isascii():
        return False
    skin = "\U0001f3fb" <= character <= "\U0001f3ff"
    jamo = "\u1160" <= character <= "\u11ff"
    return skin or jamo or category(character) in ("Mn", "Me", "Cf")


def _joins(character: str) -> bool:
    """Whether an emoji joins the next one; in scripts a joiner joins nothing."""
    return character[-1] == _JOINER and _pictures(character[:-1])


def _pictures(character: str) -> bool:
    """Whether a character is an emoji, or becomes one when asked to (a digit on a key)."""
    return character[:1] in _KEYS or category(character[:1] or " ") == "So"
