"""Dates as other tools and countries write them, in our notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[, ]+", re.IGNORECASE)
_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}.*$")
_APART = r"[\s./_\-'’,]*"
_FISCAL = r"FY[ '’]?"
_YEAR = rf"((?:{_FISCAL})?(?:19|20|21)?[0-9]{{2}})"
_PART = re.compile(rf"(?:([qh])([1-4])|([1-4])(q|h)){_APART}{_YEAR}", re.IGNORECASE)
_PART_LAST = re.compile(
    rf"((?:{_FISCAL})?(?:19|20|21)[0-9]{{2}}|{_FISCAL}[0-9]{{2}}){_APART}"
    r"(?:([qh])([1-4])|([1-4])([qh]))",
    re.IGNORECASE,
)


def meant(text: str) -> tuple[str, ...]:
    """The dates that a text may mean, in our form; several where it could be each.

    >>> meant("30/06/2027"), meant("5 March 2027")
    (('2027-06-30',), ('2027-03-05',))
    >>> meant("05/06/2027")
    ('2027-06-05', '2027-05-06')
    """
    plain = _TIME.sub("", _WEEKDAY.sub("", text.strip()))
    if len(plain) > 40:
        return ()
    found = _part(plain) or _numbers(plain) or _month(plain)
    return tuple(dict.fromkeys(found))


def certain(text: str) -> bool:
    """Whether a text states its year in full, so that a single meaning is the only one."""
    return re.search(r"(?<![0-9])(19|20|21)[0-9]{2}", text) is not None


def _part(text: str) -> list[str]:
    """A quarter or half: `Q3/27`, `2027 Q3`, `3Q27`."""
    if match := _PART.fullmatch(text):
        letter, number = match[1] or match[4], match[2] or match[3]
        year = match[5]
    elif match := _PART_LAST.fullmatch(text):
        year, letter, number = match[1], match[2] or match[5], match[3] or match[4]
    else:
        return []
    if letter in "hH" and number > "2":
        return []
    return [f"{_full(year)}-{letter.upper()}{number}"]


def _numbers(text: str) -> list[str]:
    """A day or month in numbers alone: `30.6.2027`, `2027/06`, `20270630`."""
    if re.fullmatch(r"(19|20|21)[0-9]{6}", text):
        return list(_day(text[:4], text[4:6], text[6:]))
    pieces = re.split(r"\s*[./\-]\s*|\s+", text.rstrip("."))
    if not all(re.fullmatch(r"[0-9]{1,4}", piece) for piece in pieces):
        return []
    if len(pieces) == 3 and len(pieces[0]) == 4:
        year, one, other = pieces
        return list(_day(year, one, other)) or list(_day(year, other, one))
    if len(pieces) == 3 and len(pieces[2]) in (2, 4):
        one, other, year = pieces
        return [*_day(_full(year), other, one), *_day(_full(year), one, other)]
    if len(pieces) == 2 and {len(piece) for piece in pieces} <= {1, 2, 4}:
        year, month = pieces if len(pieces[0]) == 4 else reversed(pieces)
        if len(year) == 4 and len(month) < 3 and 1 <= int(month) <= 12:
            return [f"{year}-{int(month):02}"]
    return []


def _month(text: str) -> list[str]:
    """A day or month whose month is a word: `June 30th, 2027`, `30-Jun-27`, `Jun 2027`."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", text))
    words = [word for word in words if word.lower() != "of"]
    numbers = re.findall(r"[0-9]+", text)
    month = _MONTHS.get(words[0].lower()) if len(words) == 1 else None
    if month is None or not 1 <= len(numbers) <= 2:
        return []
    if len(numbers) == 1:
        return [f"{numbers[0]}-{month:02}"] if len(numbers[0]) == 4 else []
    day, year = numbers if len(numbers[0]) < 3 else reversed(numbers)
    return list(_day(_full(year), str(month), day))


def _day(year: str, month: str, day: str) -> Iterator[str]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if found.year >= 1970:
        yield found.isoformat()


def _full(year: str) -> str:
    """A year in full, a fiscal one with its FY."""
    number = re.sub("[^0-9]", "", year)
    full = number if len(number) == 4 else f"20{number:0>2}"
    return f"FY{full}" if number != year else full
