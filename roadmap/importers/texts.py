"""Texts of trackers as files can hold them: one line, harmless, of a sensible length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_TITLE = 300
LONGEST_SUMMARY = 280
LONGEST_WORD = 200
_PARAGRAPH = re.compile(r"\r?\n[ \t]*\r?\n")


def one_line(text: str, longest: int = LONGEST_TITLE) -> str:
    r"""A text without line breaks, control characters and halves of characters.

    >>> one_line(" Pay\r\nby  card\x07 "), one_line("Forecast the bill", 9)
    ('Pay by card', 'Forecast…')
    """
    joined = " ".join(harmless(text[: 20 * longest]).split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"


def harmless(text: str) -> str:
    r"""A text with spaces for whatever acts on a terminal, breaks lines or turns text.

    >>> harmless("red \x1b[31m and \u202eturned")
    'red  [31m and  turned'
    """
    return text if text.isprintable() else "".join(map(_usable, text))


def _usable(sign: str) -> str:
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    if sign.isprintable():
        return sign
    kind = unicodedata.category(sign)
    return sign if kind == "Cf" and sign in "\u200c\u200d" else " "


def first_paragraph(text: str) -> str:
    """The first paragraph of a description, in one line."""
    return one_line(_PARAGRAPH.split(text.strip(), maxsplit=1)[0], LONGEST_SUMMARY)


def words(texts: Iterable[str]) -> list[str]:
    """Short texts such as labels: each once, none empty."""
    found = (one_line(text, LONGEST_WORD) for text in texts)
    return list(dict.fromkeys(filter(None, found)))
