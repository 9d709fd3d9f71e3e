"""Small English: ordinals, counts, lists, and numbers with the digits they deserve."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor, log10


def figure(value: Fraction, decimals: int = 1) -> str:
    """A number as text, rounded half away from zero.

    >>> figure(Fraction(29005, 100)), figure(Fraction(-1, 20)), figure(Fraction(7), 0)
    ('290.1', '-0.1', '7')
    """
    whole = floor(abs(value) * 10**decimals + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    digits = f"{whole:0{decimals + 1}d}"
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else sign + digits


def brief(value: Fraction) -> str:
    """A number with one decimal, or none when it is whole.

    >>> brief(Fraction(6)), brief(Fraction(7, 2))
    ('6', '3.5')
    """
    text = figure(value)
    return text.removesuffix(".0")


def significant(value: Fraction, digits: int) -> str:
    """A number with so many significant digits, never fewer than its whole ones.

    >>> significant(Fraction(12345), 3), significant(Fraction(12345, 10000), 3)
    ('12300', '1.23')
    """
    if not value:
        return "0"
    above = floor(log10(abs(value))) + 1
    if above < digits:
        return figure(value, digits - above)
    step = 10 ** (above - digits)
    return figure(Fraction(figure(value / step, 0)) * step, 0)


def grouped(value: Fraction) -> str:
    """A number with its thousands apart, and cents where there are any.

    >>> grouped(Fraction(12000)), grouped(Fraction(5, 2)), grouped(Fraction(1234567))
    ('12 000', '2.50', '1 234 567')
    """
    cents = "" if value == int(value) else figure(value, 2)[-3:]
    whole = int(value) if cents else round(value)
    return f"{whole:,}".replace(",", " ") + cents


def percent(share: Fraction) -> str:
    """A share of 1 as a percentage; one decimal where it is below 1 %.

    >>> percent(Fraction(64, 100)), percent(Fraction(1, 250))
    ('64 %', '0.4 %')
    """
    small = 0 < abs(share) < Fraction(1, 100)
    return f"{figure(share * 100, 1 if small else 0)} %"


def ordinal(number: int) -> str:
    """A place in an order.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def count(number: int | Fraction, one: str, many: str = "") -> str:
    """A number of things.

    >>> count(1, "week"), count(Fraction(5, 2), "week"), count(2, "person", "people")
    ('1 week', '2.5 weeks', '2 people')
    """
    text = brief(Fraction(number))
    return f"{text} {one if text == '1' else many or one + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence, the first `most` of them.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a and b', 'a, b, c and 2 more')
    """
    kept = list(names[:most])
    if len(names) > most:
        return and_more(", ".join(kept), len(names) - most)
    return " and ".join(filter(None, [", ".join(kept[:-1]), *kept[-1:]]))


def and_more(first: str, others: int) -> str:
    """The first of several, and how many there are beside it.

    >>> and_more("half-hourly-view", 4), and_more("half-hourly-view", 0)
    ('half-hourly-view and 4 more', 'half-hourly-view')
    """
    return f"{first} and {others} more" if others else first


def sentence(text: str) -> str:
    """Text that begins with a capital and ends with a full stop.

    >>> sentence("nobody has looked")
    'Nobody has looked.'
    """
    ended = text if text.endswith((".", "!", "?", "…")) else text + "."
    return ended[:1].upper() + ended[1:]
