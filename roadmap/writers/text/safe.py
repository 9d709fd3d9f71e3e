"""Text from users, made harmless: one line, and nothing in it that acts on a screen."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
"""Emoji and some scripts are spelt with them, and they turn nothing round."""


def plain(text: str) -> str:
    r"""One line of text; control and direction signs are spelt out, breaks are spaces.

    >>> plain("red \x1b[31m\nand \u202eturned")
    'red \\x1b[31m and \\u202eturned'
    """
    if text.isprintable():
        return text
    return "".join(map(spelt, _BREAKS.sub(" ", text)))


def spelt(sign: str) -> str:
    """A sign itself where it is harmless, else its escape."""
    if sign.isprintable() or sign in _JOINERS:
        return sign
    if category(sign) in ("Cc", "Cf", "Cs", "Cn"):
        return sign.encode("unicode_escape", "surrogatepass").decode("ascii")
    return sign
