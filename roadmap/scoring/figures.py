"""Numbers as text: the one place where amounts are rounded for readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil

_FINEST = 6
"""Decimals of numbers that are told apart; finer differences make none to a reader."""
FEWEST = 6
"""Zeros behind the decimal point that are written out before a power of ten is."""


def rounded(value: Fraction, parts: int = 100) -> Fraction:
    """The nearest multiple of one in `parts`, half away from zero.

    >>> rounded(Fraction(-125, 1000))
    Fraction(-13, 100)
    """
    return Fraction(_nearest(value.numerator, value.denominator, parts), parts)


def figure(value: Fraction, decimals: int = 1) -> str:
    """A number with a fixed number of decimals, for columns and comparisons.

    >>> figure(Fraction(29005, 100)), figure(Fraction(-1, 20)), figure(Fraction(7), 0)
    ('290.1', '-0.1', '7')
    """
    return _written(value.numerator, value.denominator, decimals)


def brief(value: Fraction, decimals: int = 1) -> str:
    """A number with as few decimals as it needs, up to `decimals`.

    >>> brief(Fraction(6)), brief(Fraction(7, 2)), brief(Fraction(-2, 3), 2)
    ('6', '3.5', '-0.67')
    """
    text = figure(value, decimals)
    return text.rstrip("0").rstrip(".") if decimals else text


def apart(one: Fraction, other: Fraction, decimals: int = 1) -> tuple[str, str]:
    """Two numbers with `decimals` decimals, or more if that tells them apart.

    >>> apart(Fraction(7, 2), Fraction(4)), apart(Fraction(123, 100), Fraction(121, 100))
    (('3.5', '4.0'), ('1.23', '1.21'))
    """
    texts = figure(one, decimals), figure(other, decimals)
    if one == other or texts[0] != texts[1] or decimals >= _FINEST:
        return texts
    return apart(one, other, decimals + 1)


def significant(value: Fraction, digits: int) -> str:
    """A number rounded to `digits` significant digits; integer digits always stay.

    >>> significant(Fraction(12345), 3), significant(Fraction(12345, 10000), 3)
    ('12300', '1.23')
    >>> significant(Fraction(1, 3 * 10**20), 3)
    '3.33e-21'
    """
    if not value:
        return "0"
    above = _whole_digits(abs(value))
    if above < -FEWEST:
        return f"{brief(value * 10 ** (1 - above), digits - 1)}e{above - 1}"
    if above < digits:
        return figure(value, digits - above)
    step = 10 ** (above - digits)
    return figure(rounded(value / step, 1) * step, 0)


def percent(share: Fraction, decimals: int = 1) -> str:
    """A share of 1 as a percentage; below 1 % it keeps a decimal if it needs one.

    >>> percent(Fraction(64, 100)), percent(Fraction(2, 3)), percent(Fraction(-1, 10))
    ('64 %', '66.7 %', '-10 %')
    >>> percent(Fraction(2, 3), 0), percent(Fraction(1, 250), 0)
    ('67 %', '0.4 %')
    """
    small = 0 < abs(share) < Fraction(1, 100)
    return f"{brief(share * 100, max(decimals, 1) if small else decimals)} %"


def percent_up(share: Fraction) -> str:
    """A share of 1 as a percentage, rounded up to a tenth.

    >>> percent_up(Fraction(1, 80)), percent_up(Fraction(1, 10**6)), percent_up(Fraction(2))
    ('1.3 %', '0.1 %', '200 %')
    """
    return f"{brief(Fraction(ceil(share * 1000), 10))} %"


def adds_up(printed: Iterable[str], total: str) -> bool:
    """Whether numbers add up as printed, each rounded separately.

    >>> adds_up(["42.0", "27.4", "9.5"], "79.0"), adds_up(["42.0", "27.5"], "69.5")
    (False, True)
    """
    return sum(map(Fraction, printed)) == Fraction(total)


def joined(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> joined(["families", "renters", "business"])
    'families, renters and business'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@lru_cache(8192)
def _written(numerator: int, denominator: int, decimals: int) -> str:
    near = _nearest(numerator, denominator, 10**decimals)
    text = f"{abs(near):0{decimals + 1}d}"
    digits = f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text
    return f"-{digits}" if near < 0 else digits


def _nearest(numerator: int, denominator: int, parts: int) -> int:
    whole = (2 * abs(numerator) * parts + denominator) // (2 * denominator)
    return -whole if numerator < 0 else whole


def _whole_digits(value: Fraction) -> int:
    """The number of digits before the decimal point; leading zeros after it count negative.

    >>> [_whole_digits(Fraction(one, 1000)) for one in (12345678, 1000, 100, 9)]
    [5, 1, 0, -2]
    """
    digits = len(str(value.numerator)) - len(str(value.denominator))
    least = Fraction(10) ** digits
    return digits + (value >= least)
