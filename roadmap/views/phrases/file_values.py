"""A value of the model as a file says it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from roadmap.model.amounts import Level, Range
from roadmap.model.calendar import WEEKDAYS, Period
from roadmap.model.customers import KeyResult, Survey
from roadmap.model.initiative import Claim, Measure, Must, Part, Pin, Promise
from roadmap.model.teams import Absence
from roadmap.studies.sameness import stated_fields

SHARES = ("affects", "focus", "steadiness")


def written(value: Any, key: str = "") -> str:
    """A value as a file says it; empty for what is not there.

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
            return ", ".join(written(entry) for entry in value)
        case Mapping():
            return _mapping(value)
    return _record(value)


def in_full(value: Any, key: str = "") -> str:
    """A value with every digit and in quotes, where `written` would hide what differs.

    >>> in_full(Fraction(60001, 100000), "affects"), in_full(("a, b",))
    ('60.001%', '["a, b"]')
    """
    if isinstance(value, Fraction):
        shown = value * 100 if key in SHARES else value
        return f"{float(shown)!r}{'%' if key in SHARES else ''}"
    if isinstance(value, tuple | list) and all(isinstance(each, str) for each in value):
        return json.dumps(list(value), ensure_ascii=False)
    if isinstance(value, str) and not isinstance(value, Enum):
        return json.dumps(value, ensure_ascii=False)
    return written(value, key)


def written_part(part: Part) -> str:
    """A team's share of an effort without the team: `4w..6w (2 people)`."""
    if part.people is None:
        return written(part.work)
    return f"{written(part.work)} ({_people(part.people)})"


def _people(number: Fraction | None) -> str:
    if number is None:
        return "everybody"
    return f"{_number(number)} {'person' if number == 1 else 'people'}"


def _record(value: Any) -> str:
    match value:
        case Range() | Level():
            return value.text or _amount(value)
        case Period():
            return value.text or _dates(value)
        case Part():
            return f"{value.team} {written_part(value)}"
        case Must():
            return f"{value.why}: {value.note}" if value.note else value.why
        case Pin():
            return f"{value.why} ({value.by})" if value.by else value.why
        case Promise():
            return written(value.period) + (f" to {value.to}" if value.to else "")
        case Absence():
            return f"{_people(value.people)} away {_dates(value.period)}"
        case Survey() | KeyResult() | Measure() | Claim():
            return _mapping(stated_fields(value))
        case _:
            return _mapping(stated_fields(value)) if is_dataclass(value) else str(value)


def _mapping(value: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {_entry(content, key)}" for key, content in value.items())


def _entry(value: Any, key: str) -> str:
    if isinstance(value, Mapping | tuple | list) and value:
        return f"[{written(value, key)}]"
    if isinstance(value, float):
        return json.dumps(value)
    return written(value, key)


def _dates(period: Period) -> str:
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first.isoformat()} to {period.last.isoformat()}"


def _amount(value: Range | Level) -> str:
    if isinstance(value, Level):
        amount = value.word or written(value.share or value.gain)
        return f"-{amount}" if value.negative else amount
    ends = (value.low, value.high) if value.low != value.high else (value.low,)
    return "..".join(map(_number, ends))


def _number(value: Fraction) -> str:
    """A number in full where it is a short decimal, and to three places otherwise.

    >>> _number(Fraction(87, 10)), _number(Fraction(1, 3)), _number(Fraction(120000))
    ('8.7', '0.333', '120000')
    """
    return f"{float(value):.3f}".rstrip("0").rstrip(".")
