"""JSON: the answer itself, keys sorted, numbers in full, one newline at the end."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from roadmap.views.page import Page
from roadmap.writers.writer import Setting, Writer


def write(page: Page, setting: Setting) -> str:
    """A page's data as JSON."""
    return json.dumps(
        page.data,
        default=_plain,
        ensure_ascii=not setting.unicode,
        allow_nan=False,
        indent=2,
        sort_keys=True,
    ) + "\n"


def _plain(value: Any) -> Any:
    match value:
        case Fraction():
            return value.numerator if value.denominator == 1 else float(value)
        case date():
            return value.isoformat()
        case _:
            raise TypeError(f"{type(value).__name__} is not plain data")


WRITER = Writer("json", frozenset({"data"}), write)
