"""Whether two values of the model say the same, wherever they are in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

_UNSTATED = ("place", "named_only", "assumed", "untitled")
IN_ORDER = ("journey",)
"""The lists of the format whose order says something."""


def stated_fields(value: Any) -> dict[str, Any]:
    """The fields of a value that say something, by name, without its place in a file."""
    every = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: content
        for name, content in every.items()
        if name not in _UNSTATED and content not in (None, "", (), {})
    }


def same(one: Any, other: Any, *, words: bool = True) -> bool:
    """Whether two values say the same, wherever they stand and in whatever order.

    Without `words`, amounts and dates that count the same are the same.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    return essence(one, words=words) == essence(other, words=words)


def essence(value: Any, *, words: bool = True) -> Hashable:
    """What a value says, equal for all values that say the same.

    Names that are listed say the same in any order, and once or twice. What `x-` keys
    hold is not ours to judge, so that their lists keep their order.
    """
    if isinstance(value, tuple):
        entries = [_entry(each, words) for each in value]
        if all(isinstance(each, str) for each in value):
            return (tuple, frozenset(entries))
        return (tuple, frozenset(Counter(entries).items()))
    if isinstance(value, list):
        return (list, tuple(essence(each, words=words) for each in value))
    if isinstance(value, Mapping):
        every = value.items()
        return (dict, frozenset((key, essence(it, words=words)) for key, it in every))
    if is_dataclass(value):
        return (type(value), _fields(value, words))
    return (type(value), value)


def _entry(value: Any, words: bool) -> Hashable:
    """An entry of a list; a pair of a name and what is said of it stays a pair."""
    if isinstance(value, tuple):
        return tuple(essence(each, words=words) for each in value)
    return essence(value, words=words)


def _fields(value: Any, words: bool) -> Hashable:
    ignored = ("place",) if words else ("place", "text")
    return tuple(
        getattr(value, field.name)
        if field.name in IN_ORDER
        else essence(getattr(value, field.name), words=words)
        for field in fields(value)
        if field.name not in ignored
    )
