"""Amounts of work in a cell: `3d`, `2w 1d`, `1.5 h`, `7200`, `3.0`."""

from __future__ import annotations

import re
from fractions import Fraction

from roadmap.importers.item import Estimate, EstimateUnit

_PLAIN = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*([a-z]+)\.?\s*,?\s*")
_SECONDS = {
    word: seconds
    for words, seconds in (
        ("s sec secs second seconds", 1),
        ("m min mins minute minutes minuten", 60),
        ("h hr hrs hour hours std stunde stunden heure heures hora horas", 3600),
    )
    for word in words.split(" ")
}
_WHOLE = {
    word: unit
    for words, unit in (
        (
            "d day days md pd pt tag tage personentage jour jours día días",
            EstimateUnit.DAYS,
        ),
        (
            "w wk wks week weeks woche wochen semaine semaines semana semanas",
            EstimateUnit.WEEKS,
        ),
        ("p pts point points sp", EstimateUnit.POINTS),
    )
    for word in words.split(" ")
}
_SIZES = {
    word: size
    for size, words in {
        "XXS": "xxs", "XS": "xs, x-small, extra small, tiny", "S": "s, small",
        "M": "m, medium", "L": "l, large", "XL": "xl, x-large, extra large, huge",
        "XXL": "xxl, 2xl", "XXXL": "xxxl, 3xl",
    }.items()
    for word in words.split(", ")
}  # fmt: skip
"""Sizes as of T-shirts, up to a triple XL: each as files have it, by what people write."""
_ABOUT = re.compile(
    r"^(?:~|≈|about |approx\.? |ca\.? |circa )\s*|\b(?:person|man)[ -]?(?=[a-z])"
)
_RANGE = re.compile(
    r"(\d{1,6}(?:[.,]\d{1,6})?)\s*[a-z]*\s*(?:-|–|\.\.|to|bis)\s*(\d{1,6}(?:[.,]\d{1,6})?)(\s*[a-z]*)"
)
NONE = 0
_NOTHING = frozenset({"-", "–", "none", "n/a", "na", "null", "?", "unestimated", "tbd"})


def amount(text: str, unit: EstimateUnit) -> Estimate | int | None:
    """The amount that a cell states; NONE for zero, None where it states no amount.

    A plain number counts in `unit`. Amounts in two units are read where both are spans
    of the clock, or a week and days of five.

    >>> amount("7200", EstimateUnit.SECONDS).amount, amount("0", EstimateUnit.POINTS)
    (Fraction(7200, 1), 0)
    >>> amount("Medium", EstimateUnit.POINTS).word
    'M'
    >>> str(amount("2-4 weeks", EstimateUnit.POINTS).amount)
    '3'
    >>> amount("2h 30m", EstimateUnit.POINTS).unit.value, amount("soon", EstimateUnit.DAYS)
    ('seconds', None)
    """
    plain = _ABOUT.sub("", text.strip().casefold())
    if found := _RANGE.fullmatch(plain):
        return _middle(found[1], found[2], found[3], unit)
    if plain in _NOTHING:
        return NONE
    if plain in _SIZES:
        return Estimate(Fraction(1), EstimateUnit.SIZE, _SIZES[plain])
    if _PLAIN.fullmatch(plain):
        return _estimate(_number(plain), unit)
    parts = _parts(plain)
    if not parts:
        return None
    if all(word in _SECONDS for _, word in parts):
        seconds = sum(number * _SECONDS[word] for number, word in parts)
        return _estimate(Fraction(seconds), EstimateUnit.SECONDS)
    if len(parts) == 1 and (whole := _WHOLE.get(parts[0][1])):
        return _estimate(parts[0][0], whole)
    units = {_WHOLE.get(word) for _, word in parts}
    if units == {EstimateUnit.WEEKS, EstimateUnit.DAYS}:
        days = sum(
            number * (5 if _WHOLE[word] is EstimateUnit.WEEKS else 1)
            for number, word in parts
        )
        return _estimate(Fraction(days), EstimateUnit.DAYS)
    return None


def _middle(low: str, high: str, word: str, unit: EstimateUnit) -> Estimate | int | None:
    """The middle of a range; the unit of its end counts for both."""
    ends = [amount(f"{number}{word}", unit) for number in (low, high)]
    known = [end for end in ends if isinstance(end, Estimate)]
    if len(known) < 2 or known[0].unit is not known[1].unit:
        return None
    return Estimate((known[0].amount + known[1].amount) / 2, known[0].unit)


def _parts(text: str) -> list[tuple[Fraction, str]]:
    """The numbers and their units; empty where something else stands between them."""
    found, at = [], 0
    while at < len(text):
        part = _PART.match(text, at)
        if not part:
            return []
        found.append((_number(part[1]), part[2]))
        at = part.end()
    return found


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _estimate(number: Fraction, unit: EstimateUnit) -> Estimate | int:
    return Estimate(number, unit) if number > 0 else NONE
