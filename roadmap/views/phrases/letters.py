"""A unique letter for each team."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase, ascii_uppercase, digits


def letters(teams: Iterable[str]) -> Mapping[str, str]:
    """A letter for each team: from its own name if one is free, any other, or a number.

    >>> dict(letters(["web", "data", "warehouse"]))
    {'web': 'w', 'data': 'd', 'warehouse': 'a'}
    """
    chosen: dict[str, str] = {}
    for number, team in enumerate(teams):
        taken = set(chosen.values())
        free = (letter for letter in _wanted(team) if letter not in taken)
        chosen[team] = next(free, str(number))
    return chosen


def _wanted(team: str) -> Iterator[str]:
    own = [letter for letter in team.lower() if letter.isalpha()]
    yield from own
    yield from (letter.upper() for letter in own)
    yield from ascii_lowercase + ascii_uppercase + digits
