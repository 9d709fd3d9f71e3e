"""The keys that the reader knows, as paths: `needs.*.importance`, `teams.*.away[].from`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from roadmap.reading.kinds import Kind
from roadmap.reading.record import Key as Known
from roadmap.reading.record import Record


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `default` is what the file format gives where it is left out, as YAML."""

    path: str
    required: bool
    default: str | None
    choices: tuple[str, ...]
    known: Known


def keys(record: type[Record], prefix: str = "") -> dict[str, Key]:
    """Every key of a mapping and of all that is nested in it, by path."""
    found: dict[str, Key] = {}
    for name, known in record.KEYS.items():
        path = prefix + name
        choices = tuple(_choices(known.kind))
        found[path] = Key(path, known.required, _default(known.usual), choices, known)
        for way, nested in _nested(known.kind).items():
            found |= keys(nested, f"{path}{way}.")
    return found


def names(record: type[Record], prefix: str = "") -> set[str]:
    """The paths of the entries that authors name: `needs.*`, `outcomes.*`."""
    found = set()
    for name, known in record.KEYS.items():
        for way, nested in _nested(known.kind).items():
            path = f"{prefix}{name}{way}"
            found |= {path} if way == ".*" else set()
            found |= names(nested, f"{path}.")
    return found


def normal(path: str) -> str:
    """A path of the documents as the schema has it: names in capitals become `*`."""
    return re.sub(r"\b[A-Z]+\b", "*", path)


def _nested(kind: Kind) -> Mapping[str, type[Record]]:
    """The mappings that a value may be or hold, by how one gets there.

    Where names may be given as a list too, the list is another form of the same; where a
    list may be given as its only item, the item is.
    """
    found: dict[str, type[Record]] = {}
    for way, record in _ways(kind, ""):
        found.setdefault(way, record)
    if ".*" in found:
        return {".*": found[".*"]}
    if "[]" in found and found.get("") is found["[]"]:
        del found[""]
    return found


def _ways(kind: Kind, way: str) -> Iterator[tuple[str, type[Record]]]:
    if kind.record is not None:
        yield way, kind.record
    for form in kind.forms:
        yield from _ways(form, way)
    if kind.of is not None:
        yield from _ways(kind.of, way + {"map": ".*", "list": "[]"}[kind.name])


def _default(usual: Any) -> str | None:
    if usual is None or usual in ("", (), {}):
        return None
    if isinstance(usual, bool):
        return str(usual).lower()
    return f"{usual:g}" if isinstance(usual, float) else str(usual)


def _choices(kind: Kind) -> Iterator[str]:
    yield from kind.choices
    for form in kind.forms:
        yield from _choices(form)
    if kind.of is not None and kind.name == "list":
        yield from _choices(kind.of)
