"""Quantiles of draws, and the share of draws that keep a day."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, sqrt


def quantile_of(draws: Sequence[int], share: Fraction) -> int:
    """The least draw that so large a share of them does not exceed.

    >>> quantile_of([3, 1, 2, 4], Fraction(1, 2))
    2
    """
    return in_order(sorted(draws), share)


def in_order(ordered: Sequence[int], share: Fraction) -> int:
    """The same for draws in ascending order."""
    return ordered[max(1, ceil(len(ordered) * share)) - 1]


def share_by(draws: Sequence[int], day: int) -> Fraction:
    """The share of draws that are over by a day.

    >>> share_by([3, 1, 2, 4], 3)
    Fraction(3, 4)
    """
    return Fraction(sum(draw <= day for draw in draws), len(draws))


def sampling_error(share: Fraction, draws: int) -> float:
    """The standard error of a share of so many draws."""
    return sqrt(float(share * (1 - share)) / draws)
