"""Amounts as product managers state them, exact: shares, levels and estimates."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache


@lru_cache(8192)
def exact(number: float) -> Fraction:
    """The fraction that the shortest decimal of a number stands for.

    >>> exact(8.7)
    Fraction(87, 10)
    """
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


@dataclass(frozen=True, slots=True)
class Range:
    """An amount as stated: one number, `low..high`, or `low..likely..high`.

    `likely` is None unless three numbers are given. `text` is what was written.
    """

    low: Fraction
    high: Fraction
    likely: Fraction | None = None
    text: str = ""

    @property
    def middle(self) -> Fraction:
        """The number it counts as: the middle, or (low + 4 likely + high) / 6.

        >>> Range(Fraction(2), Fraction(5)).middle
        Fraction(7, 2)
        """
        if self.likely is None:
            return self.low if self.low is self.high else (self.low + self.high) / 2
        return (self.low + 4 * self.likely + self.high) / 6


@dataclass(frozen=True, slots=True)
class Level:
    """An impact or a confidence: a word (`high`), a share of 1, or a gain in some unit.

    Exactly one of `word`, `share` and `gain` is set. `share` is never negative;
    `negative` marks a loss (`-low`). Frameworks turn words into numbers.
    """

    word: str | None = None
    share: Range | None = None
    gain: Range | None = None
    negative: bool = False
    text: str = ""
