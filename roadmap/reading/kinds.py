"""The kinds of value that a key can have, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from roadmap.model.periods import NamedBy
from roadmap.reading import scalars, stamps
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.tree import typed

Reader = Callable[[Any, Terms], Any]
REMEMBERED = 8192
"""Texts of a kind whose values are cached: files repeat the same few."""


class Unfit(Exception):
    """A value is not of its kind; another module works out why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value can be.

    `name` is text, flag, number, whole, choice, list, map, record, either or anything, or
    the name of a notation such as `date`. `read` returns the value, or raises Unfit or
    Unreadable. The bounds of numbers are inclusive, except for `above`; a list has at least
    `least` items; an `open` choice may be another word, which the portfolio translates
    before it is read; `of` is the kind of the items of a list or map, `forms` are the
    alternatives of an either. In a `named` map the name of an entry means something even
    without a value; in a `filled` one every entry needs one, and reading reports those
    without.
    """

    name: str
    read: Reader
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    choices: tuple[str, ...] = ()
    open: bool = False
    of: Kind | None = None
    least: int = 0
    named: bool = False
    filled: bool = False
    record: type[Any] | None = None
    forms: tuple[Kind, ...] = ()


def _text(value: Any, terms: Terms) -> str:
    if type(value) is str:
        return value
    if isinstance(value, int | float):
        return typed(value)
    raise Unfit


def _flag(value: Any, terms: Terms) -> bool:
    if value is True or value is False:
        return value
    raise Unfit


TEXT, FLAG = Kind("text", _text), Kind("flag", _flag)
ANYTHING = Kind("anything", lambda value, terms: value)
"""A value that is judged by what it is set to, or added to."""
MOST = 1_000_000_000
"""The largest number that a file may state: every page can print it."""


def number(
    at_least: float | None = None,
    at_most: float | None = None,
    above: float | None = None,
    *,
    whole: bool = False,
) -> Kind:
    """A number within bounds; an integer if `whole`."""
    low = -MOST if at_least is None and above is None else at_least
    high = MOST if at_most is None else at_most
    kinds, plain = (int, int) if whole else ((int, float), float)

    def read(value: Any, terms: Terms) -> float:
        if not isinstance(value, kinds) or value is True or value is False:
            raise Unfit
        if value > high or (low is not None and value < low):
            raise Unfit
        if above is not None and value <= above:
            raise Unfit
        return plain(value)

    return Kind("whole" if whole else "number", read, low, high, above)


def choice(*words: str, open: bool = False) -> Kind:
    """One of several words; if `open`, a portfolio may have others for them."""
    known = frozenset(words)

    def read(value: Any, terms: Terms) -> Any:
        if type(value) is str and value in known:
            return value
        raise Unfit

    return Kind("choice", read, choices=words, open=open)


def listed(of: Kind, least: int = 0) -> Kind:
    """A list of values of a kind."""
    each = of.read

    def read(value: Any, terms: Terms) -> list[Any]:
        if type(value) is not list or len(value) < least:
            raise Unfit
        return [each(item, terms) for item in value]

    return Kind("list", read, of=of, least=least)


def mapped(of: Kind, *, named: bool = False, filled: bool = False) -> Kind:
    """A mapping from names to values of a kind; an entry that is null counts as left out.

    In a `named` one it counts as an empty mapping.
    """
    each = of.read

    def read(value: Any, terms: Terms) -> dict[str, Any]:
        if type(value) is not dict:
            raise Unfit
        if not named:
            return {k: each(item, terms) for k, item in value.items() if item is not None}
        return {
            key: each({} if item is None else item, terms) for key, item in value.items()
        }

    return Kind("map", read, of=of, named=named, filled=filled)


def either(*forms: Kind) -> Kind:
    """A mapping, a list or a single value, each of a kind of its own."""
    reads = {shape_of(form): form.read for form in forms}
    mapping, items, single = (reads.get(name) for name in ("mapping", "list", ""))

    def read(value: Any, terms: Terms) -> Any:
        sort = type(value)
        kind = mapping if sort is dict else items if sort is list else single
        if kind is None:
            raise Unfit
        return kind(value, terms)

    return Kind("either", read, forms=forms)


def shape_of(kind: Kind) -> str:
    """The shape of YAML that a kind is written in: mapping, list, or "" for the others."""
    return {"map": "mapping", "record": "mapping", "list": "list"}.get(kind.name, "")


def _written(name: str, read: Callable[[object], Any]) -> Kind:
    """A notation that means the same in every portfolio."""
    remembered = lru_cache(REMEMBERED)(read)

    def found(value: Any, terms: Terms) -> Any:
        return remembered(value) if type(value) is str else read(value)

    return Kind(name, found)


def _above_0(value: object) -> Fraction:
    share = scalars.share(value)
    if share < LEAST_FOCUS:
        raise Unreadable(
            "less than 10 % is too little to plan with", "write at least `10%`"
        )
    return share


@lru_cache(REMEMBERED)
def _period(text: str, starts: int, named_by: NamedBy) -> Any:
    terms = Terms(fiscal_year_starts=starts, fiscal_year_named_by=named_by)
    return scalars.period(text, terms)


@lru_cache(REMEMBERED)
def _moment(text: str, starts: int, named_by: NamedBy) -> Any:
    terms = Terms(fiscal_year_starts=starts, fiscal_year_named_by=named_by)
    return stamps.stamp(text, terms)


@lru_cache(REMEMBERED)
def _duration(text: str, days_a_week: int) -> Any:
    return scalars.duration(text, Terms(days_a_week))


@lru_cache(REMEMBERED)
def _estimate(text: str, days_a_week: int) -> Any:
    return scalars.estimate(text, Terms(days_a_week))


def _when(value: Any, terms: Terms) -> Any:
    if type(value) is str:
        return _period(value, terms.fiscal_year_starts, terms.fiscal_year_named_by)
    return scalars.period(value, terms)


def _earliest(value: Any, terms: Terms) -> Any:
    if type(value) is str and ".." in value:
        return scalars.earliest(value, terms)
    return _when(value, terms)


def _stamp(value: Any, terms: Terms) -> Any:
    if type(value) is str:
        return _moment(value, terms.fiscal_year_starts, terms.fiscal_year_named_by)
    return stamps.stamp(value, terms)


def _time(value: Any, terms: Terms) -> Any:
    if type(value) is str:
        return _duration(value, terms.days_a_week)
    return scalars.duration(value, terms)


def _work(value: Any, terms: Terms) -> Any:
    if type(value) is str and not terms.sizes:
        return _estimate(value, terms.days_a_week)
    return scalars.estimate(value, terms)


SHARE = _written("percentage", scalars.share)
SHARE_ABOVE_0 = _written("percentage above 0", _above_0)
SHARE_RANGE = _written("share", scalars.share_range)
SPREAD = _written("spread", scalars.spread)
IMPACT = _written("impact", scalars.impact)
CONFIDENCE = _written("confidence", scalars.confidence)
GAIN = _written("gain", scalars.gain)
DURATION = Kind("duration", _time)
WORK = Kind("work", _work)
WHEN = Kind("date", _when)
EARLIEST = Kind("date or range", _earliest)
STAMP = Kind("date or time", _stamp)
AMOUNT = number(0, 1e15)
ANY_AMOUNT = number(-1e15, 1e15)
LEAST_FOCUS = Fraction(1, 10)
PEOPLE = number(at_least=0.1, at_most=1e6)
ZERO_TO_TEN = number(0, 10)
