"""Draws: numbers that look random and depend on an id and a round, on nothing else.

So another initiative in the portfolio changes nothing about what is tried with this one.
"""

from __future__ import annotations

from zlib import crc32

MASK = (1 << 64) - 1


def seed(id: str) -> int:
    """A number of 32 bits for an id, the same everywhere."""
    return crc32(id.encode())


def draw(seed: int, round: int) -> int:
    """A number of 64 bits for a seed and a round (Steele, Lea & Flood, 2014).

    >>> draw(1, 1) == draw(1, 1) != draw(1, 2)
    True
    """
    mixed = (seed * 0x9E3779B97F4A7C15 + round * 0xD1B54A32D192ED03) & MASK
    mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & MASK
    return mixed ^ mixed >> 31
