"""Priorities as impacts, for those who choose to take the one for the other."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.reading.scalars import IMPACTS
from roadmap.reading.tracker_words import meant

NEED = "tracker-priority"
"""The need whose impact a priority is, where no other is named."""
_WORDS: Mapping[str, str] = {
    "massive": "p0, 0, blocker, urgent, critical, highest, showstopper",
    "high": "p1, 1, high, major, important",
    "medium": "p2, 2, medium, normal, default",
    "low": "p3, 3, low, minor",
    "minimal": "p4, 4, lowest, trivial, p5, 5",
}
_KNOWN = {word: ours for ours, words in _WORDS.items() for word in words.split(", ")}


def impact_of(priority: str) -> str | None:
    """The impact that a priority is taken for; None for a word that says none.

    >>> impact_of("Highest"), impact_of("P2"), impact_of("No priority")
    ('massive', 'medium', None)
    """
    plain = priority.strip().casefold()
    if plain in _KNOWN:
        return _KNOWN[plain]
    if plain in IMPACTS:
        return plain
    found = meant(plain, IMPACTS)
    return found[0] if len(found) == 1 else None
