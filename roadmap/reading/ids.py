"""Ids: which texts are valid, and what is wrong with the others."""

from __future__ import annotations

import re
import unicodedata

from roadmap.reading.quoting import shown

_MARKS = frozenset("._-/#")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/#-]*")
"""Matches most ids, so that they need no closer look."""


def complaint(id: str) -> tuple[str, str] | None:
    """What is wrong with a text as an id, and what to do; None if it is valid.

    >>> complaint("pay-12"), complaint("#12")[1]
    (None, 'start it with a letter or digit')
    """
    if _PLAIN.fullmatch(id):
        return None
    if not id:
        return "the id is empty", "write a short name such as `pay-12`"
    if unicodedata.normalize("NFC", id) != id:
        return (
            f"the id {shown(id)} is not in Unicode form NFC",
            "retype its letters, one character each",
        )
    if not _is_word(id[0]) or unicodedata.category(id[0])[0] == "M":
        cure = "start it with a letter or digit"
        return f"the id {shown(id)} does not start with a letter or digit", cure
    wrong = next((sign for sign in id if not _is_word(sign) and sign not in _MARKS), None)
    if wrong is not None:
        plain = wrong.isprintable() and not wrong.isspace()
        sign = shown(wrong) if plain else "a space or control character"
        cure = "use only letters, digits and `. _ - / #`"
        return f"the id {shown(id)} contains {sign}", cure
    return None


def taken_id(id: str, first: str) -> str:
    """That an id is taken, by the same one or by one that differs only in case.

    >>> taken_id("Refunds", "refunds")
    'the id `Refunds` differs only in case from `refunds`'
    """
    if id == first:
        return f"the id `{id}` is already taken"
    return f"the id `{id}` differs only in case from `{first}`"


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"
