"""Pairs in which the greater of two comes first. Kendall's tau, 1938, without ties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby


def concordance(pairs: Iterable[tuple[Fraction, int]]) -> tuple[int, int]:
    """How many pairs agree, and how many differ in both, in n log n comparisons.

    Each element is (points, day). Two agree where more points come on an earlier day.

    >>> concordance([(Fraction(3), 10), (Fraction(2), 20), (Fraction(1), 15)])
    (2, 3)
    """
    ordered = sorted(pairs, key=lambda pair: -pair[0])
    days = sorted({day for _, day in ordered})
    counts = _Counts(len(days))
    agreeing = every = 0
    for _, group in groupby(ordered, key=lambda pair: pair[0]):
        places = [bisect_left(days, day) for _, day in group]
        for place in places:
            earlier = counts.below(place)
            later = counts.total - counts.below(place + 1)
            agreeing += earlier
            every += earlier + later
        for place in places:
            counts.add(place)
    return agreeing, every


class _Counts:
    """How many elements stand at each place, summed quickly. Fenwick, 1994."""

    def __init__(self, places: int) -> None:
        self.tree = [0] * (places + 1)
        self.total = 0

    def add(self, place: int) -> None:
        """Count one more at a place."""
        self.total += 1
        at = place + 1
        while at < len(self.tree):
            self.tree[at] += 1
            at += at & -at

    def below(self, place: int) -> int:
        """How many stand before a place."""
        found = 0
        while place > 0:
            found += self.tree[place]
            place -= place & -place
        return found
