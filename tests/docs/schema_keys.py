"""The keys that the reader knows, as paths: `needs.*.importance`, `teams.*.away[].from`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `default` is what the file format gives where it is left out, as YAML."""

    path: str
    required: bool
    default: str | None
    choices: tuple[str, ...]


def keys(model: type[BaseModel], prefix: str = "") -> dict[str, Key]:
    """Every key of a mapping and of all that is nested in it, by path."""
    found: dict[str, Key] = {}
    for name, field in model.model_fields.items():
        path = prefix + (field.alias or name)
        found[path] = Key(path, field.is_required(), _default(field), _choices(field))
        for nested, way in _nested(field.annotation):
            found |= keys(nested, f"{path}{way}.")
    return found


def names(model: type[BaseModel], prefix: str = "") -> set[str]:
    """The paths of the entries that authors name: `needs.*`, `outcomes.*`."""
    found = set()
    for name, field in model.model_fields.items():
        path = prefix + (field.alias or name)
        for nested, way in _nested(field.annotation):
            found |= {f"{path}{way}"} if way == ".*" else set()
            found |= names(nested, f"{path}{way}.")
    return found


def normal(path: str) -> str:
    """A path of the documents as the schema has it: names in capitals become `*`."""
    return re.sub(r"\b[A-Z]+\b", "*", path)


def _nested(annotation: Any) -> Iterator[tuple[type[BaseModel], str]]:
    """The mappings that a type may hold, and how one gets there.

    Where names may be given as a list too, the list is another form of the same.
    """
    found = list(_ways(annotation, ""))
    by_name = {model for model, way in found if way == ".*"}
    for model, way in found:
        if way == ".*" or model not in by_name:
            yield model, way


def _ways(annotation: Any, way: str) -> Iterator[tuple[type[BaseModel], str]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, way
        return
    step = {dict: ".*", list: "[]"}.get(get_origin(annotation), "")
    for part in get_args(annotation):
        yield from _ways(part, way + step)


def _default(field: FieldInfo) -> str | None:
    value = field.default
    if field.is_required() or value is None or value in ("", [], {}):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _choices(field: FieldInfo) -> tuple[str, ...]:
    return tuple(_literals(field.annotation))


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif get_origin(annotation) is not dict:
        for part in get_args(annotation):
            if not (isinstance(part, type) and issubclass(part, BaseModel)):
                yield from _literals(part)
