"""Data as JSON text: the same bytes for the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import isfinite
from typing import Any

from roadmap.writers.text.log_commands import inert_json
from roadmap.writers.writer import Setting

_ACTS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]")
"""What acts on a terminal, turns text round, or is no sign of UTF-8."""


def json_text(data: Any, setting: Setting) -> str:
    """Data as indented JSON, always the same for the same data."""
    text = json.dumps(
        known(data),
        ensure_ascii=not setting.unicode,
        sort_keys=True,
        indent=2,
        allow_nan=False,
    )
    return harmless_json(text) + "\n"


def harmless_json(text: str) -> str:
    r"""JSON with the same meaning that acts neither on a terminal nor in a CI log.

    >>> harmless_json('"red \x9b31m, caf\udce9, ##[group]"')
    '"red \\u009b31m, caf\\udce9, \\u0023#[group]"'
    """
    return inert_json(_ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


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
