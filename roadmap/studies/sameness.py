"""Whether two values of the model say the same, wherever they stand in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

_UNSTATED = ("place", "named_only", "assumed", "untitled")


def stated_fields(value: Any) -> dict[str, Any]:
    """The fields of a value that say something, by name, without its place in a file."""
    every = {each.name: getattr(value, each.name) for each in fields(value)}
    return {
        name: content
        for name, content in every.items()
        if name not in _UNSTATED and content not in (None, "", (), {})
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
        ignored = ("place",) if words else ("place", "text")
        names = (each.name for each in fields(one) if each.name not in ignored)
        return all(
            same(getattr(one, name), getattr(other, name), words=words) for name in names
        )
    return bool(one == other)
