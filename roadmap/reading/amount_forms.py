"""Numbers, percentages and amounts of work as other tools write them, in our notation."""

from __future__ import annotations

import re
from fractions import Fraction

_GROUPS = re.compile(
    r"[0-9]{1,3}(?P<sign>[,. '’_\u00a0\u202f])[0-9]{3}(?:(?P=sign)[0-9]{3})*"
)
_DECIMALS = re.compile(rf"(?P<whole>{_GROUPS.pattern})[.,](?P<part>[0-9]+)")
_UNITS = {
    "d": ("d", "day", "days", "pd", "person-day", "person-days", "man-days"),
    "w": ("w", "wk", "wks", "week", "weeks", "pw", "person-week", "person-weeks"),
    "m": ("m", "mo", "mos", "month", "months", "pm", "person-month", "person-months"),
    "q": ("q", "qtr", "qtrs", "quarter", "quarters"),
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words}
_AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?([A-Za-z][A-Za-z -]*)?")
_SPLIT = re.compile(r"([0-9]+ ?([A-Za-z]+)?),([0-9]+ ?[A-Za-z]*)")
_BETWEEN = re.compile(r"\s*(?:\.{2,3}|…|-|–|—|\bto\b)\s*")
_CURRENCY = "€$£¥"
RICE = {
    Fraction(3): "massive",
    Fraction(2): "high",
    Fraction(1): "medium",
    Fraction(1, 2): "low",
    Fraction(1, 4): "minimal",
}
"""RICE's impacts, and what each is called here."""


def number_meant(text: str) -> str | None:
    """The number that a text means, without separators; None if it is unclear.

    >>> number_meant("1,200"), number_meant("1.234,50"), number_meant("8,7")
    ('1200', '1234.50', '8.7')
    """
    plain = text.strip().strip(_CURRENCY).strip()
    sign, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain):
        return sign + plain if plain != text and not re.match(r"0[0-9]", plain) else None
    if _GROUPS.fullmatch(plain):
        digits = re.sub(r"[^0-9]", "", plain)
    elif match := re.fullmatch(r"([0-9]{1,12}),([0-9]{1,2}|[0-9]{4,12})", plain):
        digits = f"{match[1]}.{match[2]}"
    elif match := _DECIMALS.fullmatch(plain):
        digits = re.sub(r"[^0-9]", "", match["whole"]) + "." + match["part"]
    elif match := re.fullmatch(r"([0-9]+)(?:\.([0-9]+))? ?([kK]|[mM])", plain):
        zeros = 3 if match[3] in "kK" else 6
        digits = str(Fraction(f"{match[1]}.{match[2] or 0}") * 10**zeros)
    else:
        return None
    return None if re.match(r"0[0-9]", digits) or "/" in digits else sign + digits


def work_meant(text: str) -> str | None:
    """The amount or range of work that a text means; None if it is unclear.

    >>> work_meant("3 weeks"), work_meant("2-5 weeks"), work_meant("1,5w")
    ('3w', '2w..5w', '1.5w')
    >>> work_meant("1w,5w")
    '1.5w'
    """
    plain = " ".join(text.split())
    if len(plain) > 60:
        return None
    if match := _SPLIT.fullmatch(plain):
        whole = re.sub(r"[^0-9]", "", match[1])
        if not match[2] or match[3].endswith(match[2]):
            return _one(f"{whole}.{match[3]}")
    if whole_text := _one(plain):
        return whole_text
    pieces = _BETWEEN.split(plain)
    if not 2 <= len(pieces) <= 3:
        return None
    last = _AMOUNT.fullmatch(pieces[-1])
    unit = last[2] if last and last[2] else ""
    amounts = [
        _one(piece if re.search("[A-Za-z]", piece) else piece + unit) for piece in pieces
    ]
    return "..".join(filter(None, amounts)) if all(amounts) else None


def _one(text: str) -> str | None:
    match = _AMOUNT.fullmatch(text)
    if match is None or not match[2]:
        return None
    unit = _UNIT.get(match[2].strip().lower().replace(" ", "-"))
    return f"{match[1].replace(',', '.')}{unit}" if unit else None


def share_meant(text: str) -> str | None:
    """The percentage or range that a text means: `60,5 %`, `60 percent`, `40-60%`.

    >>> share_meant("60 percent"), share_meant("40-60%")
    ('60%', '40%..60%')
    """
    plain = re.sub(r"\s*(percent|per cent|pct|%)", "%", text.strip(), flags=re.IGNORECASE)
    if not plain.endswith("%") or len(plain) > 40:
        return None
    pieces = [each.rstrip("%").replace(",", ".") for each in _BETWEEN.split(plain)]
    if not 1 <= len(pieces) <= 3:
        return None
    if not all(
        re.fullmatch(r"[0-9]{1,2}(\.[0-9]+)?|100(\.0+)?", piece) for piece in pieces
    ):
        return None
    return "..".join(f"{piece}%" for piece in pieces)


def as_impact(number: str) -> str:
    """The advice for an impact that is a bare number, perhaps from another scale.

    >>> as_impact("3")
    'write `massive` (3 on the RICE scale), or `3%` if you mean that share'
    """
    sign, plain = ("-", number[1:]) if number.startswith("-") else ("", number)
    shares = [f"`{sign}{share}%`" for share in _shares(plain)]
    mean = f"{' or '.join(shares)} if you mean that share" if shares else "a percentage"
    word = RICE.get(Fraction(plain))
    if word:
        return f"write `{sign}{word}` ({plain} on the RICE scale), or {mean}"
    return f"write minimal, low, medium, high or massive, or {mean}"


def as_confidence(number: str) -> str:
    """The advice for a confidence that is a bare number, perhaps out of ten.

    >>> as_confidence("8")
    'write `80%` (8 of 10), or `8%` if you mean that share'
    """
    value = Fraction(number)
    if not 1 <= value <= 10:
        shares = [f"`{share}%`" for share in _shares(number)] or ["`80%`"]
        return f"write {' or '.join(shares)}"
    of_ten = _decimal(value * 10)
    if value == 1:
        return "write `100%`, `10%` (1 of 10) or `1%`, whichever you mean"
    if value == 10:
        return "write `100%` (10 of 10), or `10%` if you mean that share"
    return f"write `{of_ten}%` ({number} of 10), or `{number}%` if you mean that share"


def _shares(number: str) -> list[str]:
    """The percentages that a bare number may mean: `0.5` is rather 50 %, `1` either."""
    value = Fraction(number)
    found = [_decimal(value)] if 1 <= value <= 100 else []
    return found + ([_decimal(value * 100)] if 0 < value <= 1 else [])


def _decimal(value: Fraction) -> str:
    return f"{float(value):.10g}"
