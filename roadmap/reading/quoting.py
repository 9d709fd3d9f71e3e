"""Values as messages show them: in backticks, as typed, and not at any length."""

from __future__ import annotations

from roadmap.reading.tree import typed

LONGEST = 60
"""Characters of the longest value that a message repeats."""


def shown(value: object) -> str:
    """A value in backticks, or in a word where it is none that one could quote.

    >>> shown("in June"), shown([1]), shown(None)
    ('`in June`', 'a list', 'nothing')
    """
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = typed(value)
    return f"`{text}`" if len(text) <= LONGEST else f"`{text[: LONGEST - 1]}…`"
