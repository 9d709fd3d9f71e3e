"""Text for HTML: harmless signs, as many as there is room for, and ids for addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import quote

from roadmap.writers.text.safe import plain
from roadmap.writers.text.width import columns

THIN = frozenset("ijl|!.,:;'’ ")
SLIM = frozenset('frt()[]/-“”"')
BROAD = frozenset("mw")
BROADEST = frozenset("MW@%—…")


_ADDRESS = re.compile(r"https?://[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?)\]]")


_CODE = re.compile(r"`([^`\s](?:[^`]*[^`\s])?)`")


class PieceKind(StrEnum):
    """What a piece of text is: mere text, the address of a page, or code."""

    TEXT = "text"
    ADDRESS = "address"
    CODE = "code"


def pieces(text: str) -> Iterator[tuple[str, PieceKind]]:
    """The pieces of a text, and what each is; what it quotes in backticks is code.

    >>> [(piece, kind.value) for piece, kind in pieces("See https://example.org/a: `b`")]
    [('See ', 'text'), ('https://example.org/a', 'address'), (': ', 'text'), ('b', 'code')]
    """
    text, end = plain(text), 0
    if text.count("`") % 2 == 0:
        for quoted in _CODE.finditer(text):
            yield from _addresses(text[end : quoted.start()])
            yield quoted[1], PieceKind.CODE
            end = quoted.end()
    yield from _addresses(text[end:])


def _addresses(text: str) -> Iterator[tuple[str, PieceKind]]:
    end = 0
    for address in _ADDRESS.finditer(text):
        if address.start() > end:
            yield text[end : address.start()], PieceKind.TEXT
        yield address[0], PieceKind.ADDRESS
        end = address.end()
    if end < len(text):
        yield text[end:], PieceKind.TEXT


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


def fitted(text: str, room: int, size: int = 14) -> str:
    """A text that fits into so many pixels, in the broadest of the usual fonts.

    >>> fitted("Forecast the next bill", 100)
    'Forecast t…'
    >>> fitted("WWWWWWWWWWWW", 100)
    'WWWWWW…'
    """
    text = plain(text)
    hundredths = room * 100 // size
    if sum(map(_width, text)) <= hundredths:
        return text
    kept, left = [], hundredths - _width("…")
    for letter in text:
        left -= _width(letter)
        if left < 0:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def _width(letter: str) -> int:
    """The width of a letter in hundredths of the font's size."""
    if letter in THIN:
        return 34
    if letter in SLIM:
        return 46
    if letter in BROADEST:
        return 100
    if letter in BROAD:
        return 98
    wide = columns(letter)
    return 100 if wide > 1 else 0 if not wide else 75 if letter.isupper() else 63


def anchor(id: str) -> str:
    """The name of an initiative's place on the page.

    >>> anchor("web/2#a b")
    'i-web/2%23a%20b'
    """
    return "i-" + quote(id, safe="/-._~")
