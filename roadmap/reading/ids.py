"""Ids: what may be one, and why something may not."""

from __future__ import annotations

import re
import unicodedata

from roadmap.reading.quoting import shown

_MARKS = frozenset("._-/#")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/#-]*")
"""Most ids, told at once."""


def complaint(id: str) -> tuple[str, str] | None:
    """Why a text is no usable id and what to do; None when it is one.

    >>> complaint("pay-12"), complaint("#12")[1]
    (None, 'begin it with a letter or digit, or put the number alone')
    """
    if _PLAIN.fullmatch(id):
        return None
    if not id:
        return "an id must not be empty", "write a short name such as `pay-12`"
    if unicodedata.normalize("NFC", id) != id:
        return (
            f"the id {shown(id)} is not in Unicode form NFC",
            "type its letters anew, as one character each",
        )
    if not _is_word(id[0]) or unicodedata.category(id[0])[0] == "M":
        cure = "begin it with a letter or digit, or put the number alone"
        return f"the id {shown(id)} does not begin with a letter or digit", cure
    wrong = next((sign for sign in id if not _is_word(sign) and sign not in _MARKS), None)
    if wrong is not None:
        plain = wrong.isprintable() and not wrong.isspace()
        sign = shown(wrong) if plain else "a space or sign"
        cure = "use letters, digits and `. _ - / #` only"
        return f"the id {shown(id)} holds {sign}", cure
    return None


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"
