"""Parse single values: shares, durations, ranges, levels and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from roadmap.model.amounts import Level, Range, exact
from roadmap.model.calendar import FIRST_YEAR, LAST_YEAR, DateRange, Period
from roadmap.model.periods import FiscalYear, NamedBy, month
from roadmap.reading.quoting import shown
from roadmap.reading.refusals import (
    DATES,
    PLAIN,
    Unreadable,
    no_date,
    no_effort,
    no_share,
    no_word,
    no_work,
    number_cure,
    one_of,
    share_cure,
    wordy,
)
from roadmap.reading.tree import typed

IMPACTS = ("minimal", "low", "medium", "high", "massive")
CONFIDENCES = ("low", "medium", "high")
WEEKS = {"w": Fraction(1), "m": Fraction(13, 3), "q": Fraction(13)}
MOST_WEEKS = 1040
LEAST_SPREAD, MOST_SPREAD = Fraction(5, 100), 10
_SHARE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) ?%")
_SPREAD = re.compile(
    r"([0-9]{1,4}(?:\.[0-9]{1,12})?) ?%?\s*\.\.\s*([0-9]{1,4}(?:\.[0-9]{1,12})?) ?%"
)
_DURATION = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) ?([dwmq])")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_PART = re.compile(
    r"(?:(?:FY)?([0-9]{4})-|FY([0-9]{4}) )(Q[1-4]|H[12])"
    r"|(Q[1-4]|H[12]) (?:FY)?([0-9]{4})"
)
"""A quarter or half: `2027-Q3`, `FY2027-Q3`, or `Q3 2027` as pages print it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The settings of a portfolio that change how values are read."""

    days_a_week: int = 5
    sizes: Mapping[str, Range] = field(default_factory=dict)
    fiscal_year_starts: int = 1
    fiscal_year_named_by: NamedBy = NamedBy.START
    status_words: Mapping[str, str] = field(default_factory=dict)


def share(value: object) -> Fraction:
    """A percentage from 0 to 100 as a share of 1.

    >>> share("60%")
    Fraction(3, 5)
    """
    text = _text(value, "a percentage", "write it as `60%`")
    match = _SHARE.fullmatch(text)
    if match is None:
        raise no_share(text, "a percentage", share_cure(text))
    amount = Fraction(match[1]) / 100
    if amount > 1:
        raise Unreadable(f"{shown(text)} is more than 100 %", "write at most `100%`")
    return amount


def share_range(value: object) -> Range:
    """A percentage or a range of percentages: `20%..40%`, `20..40%`."""
    text = _text(value, "a percentage", "write it as `60%` or `40%..80%`")
    pieces = text.split("..")
    last_has = pieces[-1].rstrip().endswith("%")
    full = [p if "%" in p or not last_has else p.strip() + "%" for p in pieces]
    return _range([share(p.strip()) for p in full], text)


def spread(value: object) -> Range:
    """What work takes, as two percentages of its estimate that lie on both sides of it.

    >>> spread("80%..160%").high
    Fraction(8, 5)
    """
    cure = "write two percentages around 100 %, such as `80%..160%`"
    text = _text(value, "a spread", cure)
    match = _SPREAD.fullmatch(text)
    if match is None:
        raise Unreadable(f"{shown(text)} is not a spread", cure)
    low, high = (Fraction(number) / 100 for number in match.groups())
    if not LEAST_SPREAD <= low <= 1 <= high <= MOST_SPREAD:
        raise Unreadable(f"{shown(text)} is not around 100 %", f"{cure}, from 5 to 1000")
    return Range(low, high, text=text)


def duration(value: object, terms: Terms) -> Fraction:
    """A duration in working days.

    >>> duration("1.5w", Terms())
    Fraction(15, 2)
    """
    cure = "write it as `3d`, `2w`, `1m` or `1q`"
    text = _text(value, "a duration", cure)
    match = _DURATION.fullmatch(text)
    if match is None:
        raise no_work(text, "a duration", cure)
    amount = Fraction(match[1])
    days = amount if match[2] == "d" else amount * WEEKS[match[2]] * terms.days_a_week
    if days > MOST_WEEKS * terms.days_a_week:
        raise Unreadable(f"{shown(text)} is more than {MOST_WEEKS} weeks", "split the work")
    return days


def estimate(value: object, terms: Terms) -> Range:
    """An amount of work in person-days: a duration, a range of them, or a size.

    >>> estimate("2w..5w", Terms()).middle
    Fraction(35, 2)
    """
    text = _text(value, "an effort", "write it as `6w`, `2w..5w` or a size")
    if text in terms.sizes:
        known = terms.sizes[text]
        return Range(known.low, known.high, known.likely, text)
    if ".." not in text and _DURATION.fullmatch(text) is None:
        raise no_effort(text, terms.sizes)
    pieces = [piece.strip() for piece in text.split("..")]
    unit = pieces[-1][-1:]
    full = [p + unit if PLAIN.fullmatch(p) else p for p in pieces]
    if not all(_DURATION.fullmatch(each) for each in full):
        raise no_effort(text, terms.sizes)
    return _range([duration(piece, terms) for piece in full], text)


def period(value: object, terms: Terms) -> Period:
    """A date in any form: a day, a month, a quarter or half a year.

    >>> period("2027-Q2", Terms()).last
    datetime.date(2027, 6, 30)
    """
    text = _text(value, "a date", DATES)
    try:
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return _near(Period(day, day, text))
        if match := _MONTH.fullmatch(text):
            return _near(Period(*month(int(match[1]), int(match[2])), text))
        if match := _PART.fullmatch(text):
            part, year = match[3] or match[4], match[1] or match[2] or match[5]
            return _part(part, int(year), text, terms)
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise no_date(text, f": {error}") from None
    raise no_date(text)


def earliest(value: object, terms: Terms) -> Period | DateRange:
    """A date in any form, or two of them: `2027-02..2027-04`."""
    if not isinstance(value, str) or ".." not in value:
        return period(value, terms)
    pieces = [period(piece, terms) for piece in value.split("..", 1)]
    whole = Period(pieces[0].first, pieces[1].last, "..".join(one.text for one in pieces))
    if whole.first > whole.last:
        raise Unreadable(f"{shown(value)} runs backwards", "write the earlier date first")
    return DateRange(whole)


def impact(value: object) -> Level:
    """An impact: a word, a percentage or a range; a `-` in front makes it a loss."""
    cure = f"write {one_of(IMPACTS)}, a percentage, or a range"
    text = _text(value, "an impact", cure)
    negative = text.startswith("-")
    bare = text[1:].strip() if negative else text
    if bare in IMPACTS:
        return Level(word=bare, negative=negative, text=text)
    if wordy(bare):
        raise no_word(text, bare, IMPACTS, "an impact", cure)
    return Level(share=_level_share(bare, "an impact", cure), negative=negative, text=text)


def confidence(value: object) -> Level:
    """A confidence: a word, a percentage or a range."""
    cure = f"write {one_of(CONFIDENCES)}, a percentage, or a range"
    text = _text(value, "a confidence", cure)
    if text in CONFIDENCES:
        return Level(word=text, text=text)
    if wordy(text):
        raise no_word(text, text, CONFIDENCES, "a confidence", cure)
    return Level(share=_level_share(text, "a confidence", cure), text=text)


def gain(value: object) -> Level:
    """A gain in a key result's unit: a number or a range of numbers."""
    cure = "write a number, or a range such as `20..40`"
    if isinstance(value, int | float) and not isinstance(value, bool):
        amount = exact(value)
        return Level(gain=Range(amount, amount, text=str(value)), text=str(value))
    text = _text(value, "a gain", cure)
    pieces = [piece.strip() for piece in text.split("..")]
    if not all(re.fullmatch(r"-?" + PLAIN.pattern, piece) for piece in pieces):
        raise Unreadable(f"{shown(text)} is not a gain", cure)
    return Level(gain=_range([Fraction(piece) for piece in pieces], text), text=text)


def _level_share(text: str, what: str, cure: str) -> Range:
    if "%" not in text:
        if PLAIN.fullmatch(text):
            cure = number_cure(text, what, cure)
        raise no_share(text, what, cure)
    return share_range(text)


def _range(numbers: list[Fraction], text: str) -> Range:
    if len(numbers) > 3:
        cure = "write `low..high` or `low..likely..high`"
        raise Unreadable(f"{shown(text)} has more than three numbers", cure)
    if sorted(numbers) != numbers:
        raise Unreadable(f"{shown(text)} runs downwards", "write the lower number first")
    return Range(numbers[0], numbers[-1], numbers[1] if len(numbers) == 3 else None, text)


def _text(value: object, what: str, cure: str) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        cure = number_cure(typed(value), what, cure)
    raise Unreadable(f"expected {what}, not {shown(value)}", cure)


def _part(part: str, year: int, text: str, terms: Terms) -> Period:
    """A quarter or half, in one form however it was written."""
    fiscal = FiscalYear(terms.fiscal_year_starts, terms.fiscal_year_named_by)
    days = (fiscal.quarter if part[0] == "Q" else fiscal.half)(year, int(part[1]))
    _near(Period(*days, text), year)
    return Period(*days, fiscal.stated(year, part))


def _near(given: Period, named: int = LAST_YEAR) -> Period:
    if given.first.year < FIRST_YEAR or max(given.first.year, named) > LAST_YEAR:
        message = f"{shown(given.text)} is not between {FIRST_YEAR} and {LAST_YEAR}"
        raise Unreadable(message, "write the year in full")
    return given
