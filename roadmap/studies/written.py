"""A value of the model as a file would say it, and whether two say the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from roadmap.model.amounts import Level, Range
from roadmap.model.calendar import WEEKDAYS, Period
from roadmap.model.customers import KeyResult, Survey
from roadmap.model.initiative import Claim, Measure, Must, Part, Pin, Promise
from roadmap.model.teams import Absence

SHARES = ("affects", "focus")
_UNSAID = ("place", "named_only", "assumed", "untitled")


def written(value: Any, key: str = "") -> str:
    """A value in the words of a file; what is not there is empty.

    >>> written((Part("web", Range(Fraction(30), Fraction(30), text="6w")),))
    'web 6w'
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Fraction():
            return f"{_number(value * 100)}%" if key in SHARES else _number(value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case tuple() if key == "week":
            return ", ".join(WEEKDAYS[day] for day in value)
        case tuple() | list():
            return ", ".join(written(each) for each in value)
        case Mapping():
            return _mapping(value)
    return _record(value)


def _record(value: Any) -> str:
    match value:
        case Range() | Level():
            return value.text or _amount(value)
        case Period():
            return value.text or _stretch(value)
        case Part():
            crew = f" by {_number(value.people)}" if value.people is not None else ""
            return f"{value.team} {written(value.work)}{crew}"
        case Must():
            return f"{value.why}: {value.note}" if value.note else value.why
        case Pin():
            return f"{value.why} ({value.by})" if value.by else value.why
        case Promise():
            return written(value.period) + (f" to {value.to}" if value.to else "")
        case Absence():
            who = "all" if value.people is None else _number(value.people)
            return f"{who} away {_stretch(value.period)}"
        case Survey() | KeyResult() | Measure() | Claim():
            return _mapping(said(value))
        case _:
            return str(value) if not is_dataclass(value) else _mapping(said(value))


def said(value: Any) -> dict[str, Any]:
    """The fields of a value that say something, by name, without where it stands."""
    every = {each.name: getattr(value, each.name) for each in fields(value)}
    return {
        name: each
        for name, each in every.items()
        if name not in _UNSAID and each not in (None, "", (), {})
    }


def same(one: Any, other: Any, *, words: bool = True) -> bool:
    """Whether two values say the same, wherever they stand.

    Without `words`, amounts and dates that count the same are the same.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(same(a, b, words=words) for a, b in pairs)
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(
            same(one[key], other[key], words=words) for key in one
        )
    if is_dataclass(one):
        skipped = ("place",) if words else ("place", "text")
        return all(
            same(getattr(one, each.name), getattr(other, each.name), words=words)
            for each in fields(one)
            if each.name not in skipped
        )
    return bool(one == other)


def _mapping(value: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {_inner(each, key)}" for key, each in value.items())


def _inner(value: Any, key: str) -> str:
    if isinstance(value, Mapping | tuple | list) and value:
        return f"[{written(value, key)}]"
    if isinstance(value, float):
        return json.dumps(value)
    return written(value, key)


def _stretch(period: Period) -> str:
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first.isoformat()} to {period.last.isoformat()}"


def _amount(value: Range | Level) -> str:
    if isinstance(value, Level):
        inner = value.word or written(value.share or value.gain)
        return f"-{inner}" if value.negative else inner
    ends = (value.low, value.high) if value.low != value.high else (value.low,)
    return "..".join(map(_number, ends))


def _number(value: Fraction) -> str:
    """A number in full where it is a short decimal, else to three places.

    >>> _number(Fraction(87, 10)), _number(Fraction(1, 3)), _number(Fraction(120000))
    ('8.7', '0.333', '120000')
    """
    return f"{float(value):.3f}".rstrip("0").rstrip(".")
