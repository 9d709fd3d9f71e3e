"""Make user text safe to print: one line without control characters."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""A black flag, and the tags that make it the flag of a region."""
_UNSEEN = frozenset("\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
"""Characters that nobody sees and whose width terminals disagree on, like soft hyphens."""
_TURNS = re.compile("[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]")
"""What reorders text or hides text in it; other formatting characters are harmless."""


def plain(text: str) -> str:
    r"""One line of text: control and direction characters escaped, breaks as spaces.

    >>> plain("red \x1b[31m\nand \u202eturned")
    'red \\x1b[31m and \\u202eturned'
    >>> plain("Donau\u00addampf")
    'Donaudampf'
    """
    return text if text.isprintable() else spelt(_BREAKS.sub(" ", text))


def spelt(text: str) -> str:
    """Text with its harmless characters as they are, and escapes for all others."""
    if text.isprintable():
        return text
    pieces, end = [], 0
    for flag in _FLAG.finditer(text):
        pieces += [*map(_spelt, text[end : flag.start()]), flag[0]]
        end = flag.end()
    return "".join([*pieces, *map(_spelt, text[end:])])


def _spelt(character: str) -> str:
    if character.isprintable():
        return character
    if character in _UNSEEN:
        return ""
    if category(character) in ("Cc", "Cs", "Cn") or _TURNS.match(character):
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character
