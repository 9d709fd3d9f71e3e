"""Values as messages quote them: in backticks, as typed, shortened if long."""

from __future__ import annotations

from roadmap.reading.tree import typed

LONGEST = 60
"""Characters of the longest value that is quoted in full."""


def shown(value: object) -> str:
    """A value in backticks, or a description of one that cannot be quoted.

    >>> shown("in June"), shown([1]), shown(None)
    ('`in June`', 'a list', 'an empty value')
    """
    if value is None:
        return "an empty value"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = typed(value)
    return f"`{text}`" if len(text) <= LONGEST else f"`{text[: LONGEST - 1]}…`"
