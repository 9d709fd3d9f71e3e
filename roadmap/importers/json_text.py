"""JSON as trackers write it: read within limits, and the texts, days and lists in it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.importers.export import Missing, Refusal

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![0-9])")
_SURROGATE = re.compile("[\ud800-\udfff]")


def json_value(data: bytes) -> Any:
    """The value that a file holds; a Refusal where it is no JSON."""
    text = data.decode(json.detect_encoding(data), errors="replace").lstrip("\ufeff")
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        return Refusal(
            Missing.BROKEN, (f"{error.msg}, column {error.colno}",), error.lineno
        )
    except (ValueError, RecursionError) as error:  # numbers or nesting without end
        return Refusal(Missing.BROKEN, (str(error).split(";")[0],))


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def text(value: Any) -> str:
    """A scalar as text, stripped; empty for null, lists and objects.

    >>> text(" a "), text(3), text(3.0), text(True), text(None), text([1])
    ('a', '3', '3', 'true', '', '')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else ""
    return _SURROGATE.sub("\ufffd", value).strip() if isinstance(value, str) else ""


def line_of(value: Any) -> str:
    """A text on one line, such as a title."""
    return " ".join(text(value).split())


def texts(value: Any, *keys: str) -> tuple[str, ...]:
    """The texts of a list; of an object in it the first of `keys` that it has.

    GitHub's `{"nodes": […]}` counts as the list in it, a single text as a list of one.
    """
    found = (_named(each, keys) for each in listed(value))
    return tuple(each for each in found if each)


def _named(value: Any, keys: tuple[str, ...]) -> str:
    if isinstance(value, dict):
        return next((name for key in keys if (name := line_of(value.get(key)))), "")
    return line_of(value)


def listed(value: Any) -> list[Any]:
    """A list as it is, the `nodes` of an object, and anything else as a list of one."""
    if isinstance(value, dict) and isinstance(value.get("nodes"), list):
        return list(value["nodes"])
    if isinstance(value, list):
        return value
    return [] if value is None or isinstance(value, dict) else [value]


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list."""
    return [each for each in listed(value) if isinstance(each, dict)]


def day(value: Any) -> date | None:
    """The day that an ISO date or time names; None where there is none.

    >>> day("2025-12-24T16:20:49.905172-08:00")
    datetime.date(2025, 12, 24)
    """
    found = _DAY.match(text(value))
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def fields(names: str) -> frozenset[str]:
    """The names in a text, between spaces."""
    return frozenset(names.split())


def leftovers(
    record: dict[str, Any], used: frozenset[str], *keys: str
) -> Iterator[tuple[str, str]]:
    """What a record says beside the fields that were `used`: (field, value) pairs.

    An object gives the first of `keys` that it has, a list one pair for each value.
    """
    for name, value in record.items():
        if name not in used:
            values = [value] if isinstance(value, dict) and "nodes" not in value else value
            yield from ((line_of(name), each) for each in texts(values, *keys))


def number(value: Any) -> Fraction | None:
    """A number above zero, exactly; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    found = Fraction(repr(value)) if math.isfinite(value) else Fraction(0)
    return found if 0 < found < 10**9 else None
