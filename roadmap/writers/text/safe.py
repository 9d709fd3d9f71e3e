"""User text made harmless: one line, and nothing in it that acts on a screen."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
"""Emoji and some scripts need them, and they reorder nothing."""


def plain(text: str) -> str:
    r"""One line of text; control and direction characters are spelt out, breaks are spaces.

    >>> plain("red \x1b[31m\nand \u202eturned")
    'red \\x1b[31m and \\u202eturned'
    """
    if text.isprintable():
        return text
    return "".join(map(spelt, _BREAKS.sub(" ", text)))


def spelt(character: str) -> str:
    """A character where it is harmless, otherwise its escape."""
    if character.isprintable() or character in _JOINERS:
        return character
    if category(character) in ("Cc", "Cf", "Cs", "Cn"):
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character
