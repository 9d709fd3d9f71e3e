"""How far the ends of initiatives move with what chance changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from operator import mul


def days_moved(draws: Sequence[int], ends: Iterable[Sequence[int]]) -> list[float]:
    """The days by which each end moves with one standard deviation of some draws.

    That is the covariance of both over that deviation, 0 where the draws do not vary, in
    whole numbers up to the last step.

    >>> days_moved([1, 2, 3], [[10, 30, 20], [9, 9, 9]])
    [5.0, 0.0]
    """
    count, total = len(draws), sum(draws)
    varied = count * sum(map(mul, draws, draws)) - total * total
    unit = sqrt(varied * count * (count - 1)) or 1.0
    together = (count * sum(map(mul, draws, end)) - total * sum(end) for end in ends)
    return [days / unit for days in together]
