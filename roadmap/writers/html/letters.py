"""Text for HTML: harmless signs, as many as there is room for, and ids for addresses."""

from __future__ import annotations

from urllib.parse import quote

from roadmap.writers.text.safe import plain
from roadmap.writers.text.width import columns


def cut(text: str, most: int) -> str:
    """A text no wider than so many letters; what is cut ends in `…`.

    >>> cut("Forecast the next bill", 12)
    'Forecast th…'
    """
    text = plain(text)
    if columns(text) <= most:
        return text
    kept, width = [], 0
    for letter in text:
        width += columns(letter)
        if width > most - 1:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def anchor(id: str) -> str:
    """The name of an initiative's place on the page.

    >>> anchor("web/2#a b")
    'i-web/2%23a%20b'
    """
    return "i-" + quote(id, safe="/-._~")
