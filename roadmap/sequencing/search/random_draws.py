"""Pseudo-random draws that depend on nothing but an id and a round.

Adding an initiative therefore does not change the draws of another one. All numbers are
integers, so results do not depend on a machine's floating-point logarithm.
"""

from __future__ import annotations

from zlib import crc32

MASK = (1 << 64) - 1
ONE = 1 << 16
"""One, where a share of it is a whole number."""


def seed(id: str) -> int:
    """A 32-bit seed for an id, the same on every machine."""
    return crc32(id.encode())


def draw(seed: int, round: int) -> int:
    """A 64-bit draw for a seed and a round (Steele, Lea & Flood, 2014).

    >>> draw(1, 1) == draw(1, 1) != draw(1, 2)
    True
    """
    mixed = (seed * 0x9E3779B97F4A7C15 + round * 0xD1B54A32D192ED03) & MASK
    mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & MASK
    return mixed ^ mixed >> 31


def scaled(chance: int, most: int) -> int:
    """A number from 1 to below `most` from 16 random bits, log-uniform.

    >>> [scaled(chance, 8) for chance in (0, 1, 1 + 256, 2, 2 + 768)]
    [1, 2, 3, 4, 7]
    """
    digits = (chance & 0xFF) % max(1, most.bit_length() - 1)
    return 1 << digits | (chance >> 8) & (1 << digits) - 1


def surprise(chance: int) -> int:
    """An exponential draw from 32 random bits: about -log2 of their share, in `ONE`s.

    >>> [surprise((1 << 32 - halvings) - 1) // ONE for halvings in range(4)]
    [0, 1, 2, 3]
    """
    chance += 1
    digits = chance.bit_length() - 1
    return (33 - digits) * ONE - (chance * ONE >> digits)


def halved(number: int, halvings: int, share: int) -> int:
    """A number halved so often by the time a share is `ONE`, straight from half to half.

    >>> [halved(800, 3, share * ONE // 6) for share in range(7)]
    [800, 600, 400, 300, 200, 150, 100]
    """
    whole, part = divmod(halvings * share, ONE)
    return number * (2 * ONE - part) // (2 * ONE) >> whole
