"""Data as JSON text: the same bytes for the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import isfinite
from typing import Any

from roadmap.writers.writer import Setting

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(data: Any, setting: Setting) -> str:
    """Data as indented JSON, always the same for the same data."""
    text = json.dumps(
        known(data),
        ensure_ascii=not setting.unicode,
        sort_keys=True,
        indent=2,
        allow_nan=False,
    )
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def known(value: Any) -> Any:
    """A value as JSON: measures become floats, counts stay integers.

    >>> known({"score": Fraction(13, 2), "rank": 2, "end": date(2027, 1, 4)})
    {'score': 6.5, 'rank': 2, 'end': '2027-01-04'}
    """
    match value:
        case Fraction():
            return known(_measured(value))
        case float():
            return value if isfinite(value) else None
        case Mapping():
            return {str(key): known(each) for key, each in value.items()}
        case list() | tuple():
            return [known(each) for each in value]
        case date():
            return value.isoformat()
        case _:
            return value


def _measured(value: Fraction) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def json_data(text: str) -> Any:
    """The data of a text that is JSON; None for any other text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
