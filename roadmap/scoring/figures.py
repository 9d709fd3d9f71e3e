"""Numbers in the words of a term: percentages, plain figures, and names in a row."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache


def rounded(value: Fraction, parts: int = 100) -> Fraction:
    """The nearest multiple of one in `parts`, half away from zero.

    >>> rounded(Fraction(-125, 1000))
    Fraction(-13, 100)
    """
    return Fraction(_nearest(value.numerator, value.denominator, parts), parts)


def figure(value: Fraction, decimals: int = 2) -> str:
    """A number with as many decimals as it needs, at most so many.

    >>> figure(Fraction(87, 10)), figure(Fraction(500)), figure(Fraction(-2, 3))
    ('8.7', '500', '-0.67')
    """
    return _written(value.numerator, value.denominator, decimals)


@lru_cache(8192)
def _written(numerator: int, denominator: int, decimals: int) -> str:
    near = _nearest(numerator, denominator, 10**decimals)
    text = f"{abs(near):0{decimals + 1}d}"
    digits = f"{text[:-decimals]}.{text[-decimals:]}".rstrip("0").rstrip(".")
    return f"-{digits}" if near < 0 else digits


def percent(share: Fraction) -> str:
    """A share of 1 as a percentage, with one decimal where it needs one.

    >>> percent(Fraction(64, 100)), percent(Fraction(2, 3)), percent(Fraction(-1, 10))
    ('64 %', '66.7 %', '-10 %')
    """
    return f"{_written(share.numerator * 100, share.denominator, 1)} %"


def joined(names: Sequence[str]) -> str:
    """Names in a row.

    >>> joined(["families", "renters", "business"])
    'families, renters and business'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _nearest(numerator: int, denominator: int, parts: int) -> int:
    whole = (2 * abs(numerator) * parts + denominator) // (2 * denominator)
    return -whole if numerator < 0 else whole
