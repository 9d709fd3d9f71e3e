"""Text in lines of a given width."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.writers.text.width import columns, graphemes

REMARK = 10
"""How wide words in brackets are that stay on one line."""


def wrapped(text: str, width: int | None) -> list[str]:
    """Text wrapped at spaces; words break only if they are wider than a line.

    A percent sign stays with its number, and a few short words in brackets together.

    >>> wrapped("waits for meter-readings-api", 12)
    ['waits for', 'meter-', 'readings-api']
    >>> wrapped("", 12), wrapped("waits for you", None)
    ([''], ['waits for you'])
    >>> wrapped("a tie within 15 % of the first", 15)
    ['a tie within', '15 % of the', 'first']
    >>> wrapped("Forecast (8 in 10)", 15)
    ['Forecast', '(8 in 10)']
    """
    if width is None or columns(text) <= width:
        return [text]
    lines, line = [], ""
    for word in _pieces(text, max(width, 2)):
        if line and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in _words(text):
        if columns(word) <= width:
            yield word
        elif word.isascii():
            yield from _broken(word, width)
        else:
            yield from _broken_wide(word, width)


def _broken(word: str, width: int) -> Iterator[str]:
    """The pieces of a word, each of at most `width` characters."""
    at = 0
    while len(word) - at > width:
        head = _joint(word[at : at + width])
        yield head
        at += len(head)
    yield word[at:]


def _broken_wide(word: str, width: int) -> Iterator[str]:
    """The pieces of a word whose characters differ in width; it is walked along once."""
    head, used = "", 0
    for character, wide in graphemes(word):
        if head and used + wide > width:
            piece = _joint(head)
            yield piece
            head = head[len(piece) :]
            used = columns(head)
        head += character
        used += wide
    if head:
        yield head


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        if words and (word.startswith("%") or _closes(words[-1], word)):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _closes(before: str, word: str) -> bool:
    """Whether a word goes on with a short remark in brackets."""
    opened = before.startswith("(") and ")" not in before
    return opened and columns(before) + 1 + columns(word) <= REMARK


def _joint(head: str) -> str:
    """The beginning of a long word up to a hyphen or slash, unless that is too short."""
    end = max(head.rfind(sign) for sign in "-/_.") + 1
    return head[:end] if end > len(head) // 3 else head
