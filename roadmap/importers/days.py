"""DayReader as trackers and spreadsheets write them, in the order and language they use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

LANGUAGES = ("de", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "zh")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_TIME = re.compile(r"\d{1,2}:\d{2}.*", re.DOTALL)
_MONTH = re.compile(r"[^\W\d_]{2,}\.?|\d{1,2}月")
_NUMBER = re.compile(r"\d+")


@dataclass(slots=True)
class DayReader:
    """Reads days, and counts what it cannot read.

    `day_first` says how `03/04/2025` is meant; None means that nobody has said.
    """

    day_first: bool | None = None
    ambiguous: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def learn(self, texts: Iterable[str]) -> None:
        """Take the order of day and month from days that can only be read in one way."""
        if self.day_first is not None:
            return
        orders = {order for text in texts if (order := _order(text)) is not None}
        if len(orders) == 1:
            self.day_first = orders.pop()

    def day(self, text: str) -> date | None:
        """The day that a text names; None, and counted, where it names none.

        >>> DayReader().day("22/Sep/25 9:26 AM")
        datetime.date(2025, 9, 22)
        """
        if not text:
            return None
        if found := _YEAR_FIRST.match(text):
            return self._date(text, *map(int, found.groups()))
        if found := _NUMERIC.match(text):
            return self._numeric(text, found)
        return self._named(text)

    def _numeric(self, text: str, found: re.Match[str]) -> date | None:
        one, two, year = int(found[1]), int(found[3]), _year(found[4])
        order = _order(text)
        if order is None:
            order = self.day_first
        if order is None:
            if one == two:
                return self._date(text, year, one, two)
            self.ambiguous.append(text)
            return None
        day, month = (one, two) if order else (two, one)
        return self._date(text, year, month, day)

    def _named(self, text: str) -> date | None:
        """A day whose month is a word."""
        plain = _TIME.sub("", text)
        for word in _MONTH.findall(plain):
            if month := _months().get(word.casefold().rstrip(".")):
                numbers = _NUMBER.findall(plain.replace(word, " ", 1))
                if len(numbers) >= 2:
                    first, second = numbers[:2]
                    day, year = (second, first) if len(first) == 4 else (first, second)
                    return self._date(text, _year(year), month, int(day))
        self.unread.append(text)
        return None

    def _date(self, text: str, year: int, month: int, day: int) -> date | None:
        try:
            return date(year, month, day)
        except ValueError:
            self.unread.append(text)
            return None


def _order(text: str) -> bool | None:
    """Whether the day stands first, where only one reading is possible."""
    found = _NUMERIC.match(text)
    if not found:
        return None
    if found[2] == ".":  # nobody writes the month first with dots
        return True
    one, two = int(found[1]), int(found[3])
    return True if one > 12 >= two else False if two > 12 >= one else None


def _year(text: str) -> int:
    return int(text) if len(text) > 2 else 2000 + int(text)


@cache
def _months() -> dict[str, int]:
    """The months by their names: English ones, and CLDR's where Babel is installed."""
    names = {f"{number}月": number for number in range(1, 13)}
    for number, name in enumerate(_ENGLISH, start=1):
        names |= {name: number, name[:3]: number, name[:4]: number}
    try:
        from babel.dates import get_month_names
    except ImportError:
        return names
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found = get_month_names(width, context, language)
                for number in range(1, 13):
                    names.setdefault(str(found[number]).casefold().rstrip("."), number)
    return names


_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
