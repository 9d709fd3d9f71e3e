"""English: ordinals, counts, lists and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from roadmap.scoring.figures import brief, figure, joined

_QUOTED = re.compile("“[^”]*”")


def grouped(value: Fraction) -> str:
    """A number with its thousands separated, and with cents if it has any.

    >>> grouped(Fraction(12000)), grouped(Fraction(5, 2)), grouped(Fraction(1234567))
    ('12 000', '2.50', '1 234 567')
    >>> grouped(Fraction(12999, 1000)), grouped(Fraction(-1, 2))
    ('13.00', '-0.50')
    """
    text = figure(value, 2 if value.denominator > 1 else 0)
    return f"{Decimal(text):,}".replace(",", " ")


def ordinal(number: int) -> str:
    """A number as a rank.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def count(number: int | Fraction, one: str, many: str = "") -> str:
    """A number and what it counts.

    >>> count(1, "week"), count(Fraction(5, 2), "week"), count(2, "person", "people")
    ('1 week', '2.5 weeks', '2 people')
    """
    text = brief(Fraction(number))
    return f"{text} {one if text == '1' else many or one + 's'}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence, the first `most` of them; semicolons if names hold commas.

    Commas in quotation marks do not count.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a and b', 'a, b, c and 2 more')
    >>> listed(["We ring you, when it suits you", "One login", "Solar"])
    'We ring you, when it suits you; One login; and Solar'
    """
    kept = list(names[:most])
    commas = any("," in _QUOTED.sub("", name) for name in kept)
    if len(names) > most:
        return and_more(("; " if commas else ", ").join(kept), len(names) - most)
    if commas and len(kept) > 2:
        return "; ".join([*kept[:-1], f"and {kept[-1]}"])
    return joined(kept)


def and_more(first: str, others: int) -> str:
    """The first of several, and how many more there are.

    >>> and_more("half-hourly-view", 4), and_more("half-hourly-view", 0)
    ('half-hourly-view and 4 more', 'half-hourly-view')
    """
    return f"{first} and {others} more" if others else first


def sentence(text: str) -> str:
    """Text with a capital at its start and a full stop at its end.

    >>> sentence("nobody has looked")
    'Nobody has looked.'
    """
    ended = text if text.endswith((".", "!", "?", "…")) else text + "."
    return ended[:1].upper() + ended[1:]
