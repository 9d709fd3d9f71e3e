"""Mappings that are not initiatives: another tool's file, or a list under a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import UNKNOWN_KEY
from roadmap.reading.near import Names

_VAGUE = frozenset(
    ("kind", "created", "updated", "priority", "parent", "owners", "relations")
)
"""Keys that other tools' files have too: one of them alone does not make an initiative."""


def foreign(data: Mapping[str, Any], place: Place, keys: Names) -> Diagnostic | None:
    """The finding that none of a mapping's keys is known, if so; None otherwise.

    A key that a slip of the finger made of a known one counts as known, and so does one of
    the author's own (`x-…`).
    """
    if any(_known(str(key), keys) for key in data) or data.keys() <= set(keys.known):
        return None
    wrapped = next((key for key, value in data.items() if _initiatives(value, keys)), None)
    if wrapped is not None:
        message = f"a list of initiatives is under `{wrapped}`; none of them is read"
        cure = f"remove `{wrapped}:`, so that the list is at the top of the file"
        return Diagnostic(UNKNOWN_KEY, message, (place / wrapped).key, cure=cure)
    first = next(iter(data))
    message = "holds no initiative: none of its keys is known"
    cure = "move the file out of the portfolio, or begin its name with `_`"
    return Diagnostic(UNKNOWN_KEY, message, (place / first).key, cure=cure)


def _known(key: str, keys: Names) -> bool:
    if key in keys.known:
        return key not in _VAGUE
    near = keys.near(key)
    sure = near is not None and near.sure and near.name not in _VAGUE
    return sure or key.startswith("x-")


def _initiatives(value: object, keys: Names) -> bool:
    """Whether a value is a list or mapping of what look like initiatives."""
    if not isinstance(value, dict | list):
        return False
    items = value.values() if isinstance(value, dict) else value
    telling = set(keys.known) - _VAGUE
    return any(isinstance(item, dict) and not telling.isdisjoint(item) for item in items)
