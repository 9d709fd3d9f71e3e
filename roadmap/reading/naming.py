"""Names for new files and folders: ids made from titles, valid on every system."""

from __future__ import annotations

import re
import unicodedata

from roadmap.reading.misplaced import named_as_shared

LONGEST = 60
"""Characters of an id that is made of a title."""
LONGEST_NAME = 255
"""Bytes of the name of a file or folder."""
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.I)
"""Names that Windows keeps for devices, whatever their ending."""
_IMPOSSIBLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff]|[. ]$')
"""What no name on Windows, or in a YAML file, can hold."""
_BREAK = "\u200b"
"""The zero-width space, which parts words in scripts that are written without spaces."""


def id_of(title: str) -> str:
    """A title as an id: lower case, words joined by `-`; empty where it has no letters.

    >>> id_of("Faster: refunds #2"), id_of("İstanbul"), id_of("हिन्दी भुगतान")
    ('faster-refunds-2', 'istanbul', 'हिन्दी-भुगतान')
    """
    whole = unicodedata.normalize("NFC", title).replace("İ", "i").lower()
    kept = ""
    for character in whole:
        kind = unicodedata.category(character)
        if kind[0] in "LN" or (kind in ("Mn", "Mc") and kept[-1:].strip()):
            kept += "" if _selects(character) else character
        elif character == _BREAK or kind not in ("Cf", "Mn", "Me"):
            kept += " "
    joined = unicodedata.normalize("NFC", "-".join(kept.split()))
    return joined[:LONGEST].strip("-")


def _selects(character: str) -> bool:
    """Whether a mark only chooses between forms of the one before it."""
    name = unicodedata.name(character, "")
    return "VARIATION SELECTOR" in name


def free_id(id: str) -> str:
    """An id, with a number where its file would bear a name that is kept for others.

    >>> free_id("needs"), free_id("aux"), free_id("pay")
    ('needs-2', 'aux-2', 'pay')
    """
    kept = _DEVICES.fullmatch(id) or named_as_shared(f"{id}.yaml")
    return f"{id}-2" if kept else id


def portable(name: str) -> bool:
    """Whether a file or folder name is valid on every system."""
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
        return False
    return not (_DEVICES.fullmatch(name) or _IMPOSSIBLE.search(name))
