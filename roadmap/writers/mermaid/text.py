"""User text in Mermaid: nothing in it is a keyword, a separator or a quote."""

from __future__ import annotations

from roadmap.writers.text.safe import plain

_HARMLESS = frozenset(" .-'!?/()+")


def label(text: str) -> str:
    """Text as Mermaid shows it: its first sign and all that could mean something coded.

    A task `section 2` would begin a section, `a: b` would end at the colon.

    >>> label("section 2: now"), label("")
    ('#115;ection 2#58; now', '#63;')
    """
    said = " ".join(plain(text).split()) or "?"
    return _coded(said[0]) + "".join(map(_sign, said[1:]))


def _sign(sign: str) -> str:
    harmless = sign in _HARMLESS or sign.isalnum() or not sign.isascii()
    return sign if harmless else _coded(sign)


def _coded(sign: str) -> str:
    return f"#{ord(sign)};"
