"""The format of the files as JSON Schema, draft 07, which every editor understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from roadmap.model.words import Words
from roadmap.reading.declared import extended
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.record import Key, Record
from roadmap.reading.scalars import CONFIDENCES, IMPACTS
from roadmap.reading.tree import tree

Schema = dict[str, Any]
NAMES = ("initiative", "portfolio", *SECTIONS)
"""The kinds of file with a schema: initiatives, portfolio.yaml and its section files."""
HOME = "https://raw.githubusercontent.com/customer-roadmap/roadmap/main"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(name: str, words: Words) -> Schema:
    """The schema of a kind of file, with the keys that parts declare."""
    if name == "initiative":
        return _file(name, extended(InitiativeFile, words.initiative))
    return _file(name, extended(PortfolioFile, words.portfolio))


def _file(name: str, record: type[Record]) -> Schema:
    writer = _Writer(record)
    if name in SECTIONS:
        body = writer.key(record.KEYS[name])
    else:
        said = (record.__doc__ or "").strip()
        body = {"title": said.rstrip("."), "description": said, "type": ["object", "null"]}
        body |= writer.mapping(record)
    if name == "initiative":
        writer.shared[name] = body
        body = _several({"$ref": f"#/definitions/{name}"})
    head = {"$schema": _DRAFT, "$id": f"{HOME}/roadmap/reading/schemas/{name}.json"}
    return head | body | ({"definitions": writer.shared} if writer.shared else {})


def _several(one: Schema) -> Schema:
    """One initiative or a list of them."""
    title = {"title": "Initiatives", "description": "An initiative, or a list of them."}
    return {
        **title,
        "type": ["object", "array", "null"],
        "if": {"type": "array"},
        "then": {"items": one},
        "else": one,
    }


class _Writer:
    """Records as schemas; those used in several places are written once."""

    def __init__(self, root: type[Record]) -> None:
        self.shared: dict[str, Schema] = {}
        self._uses = Counter(_records(root, set()))

    def mapping(self, record: type[Record]) -> Schema:
        """The keywords for a mapping with known keys."""
        keys = record.KEYS.values()
        required = [key.name for key in keys if key.required]
        found: Schema = {"properties": {key.name: self.key(key) for key in keys}}
        if required:
            found["required"] = required
        return found | {"patternProperties": {"^x-": {}}, "additionalProperties": False}

    def key(self, key: Key) -> Schema:
        """A key with its meaning; unless it is required, null counts as left out."""
        found: Schema = {
            "title": key.title,
            "description": f"{key.help[:1].upper()}{key.help[1:]}.",
            "examples": [_plain(key.example)],
        }
        if key.usual not in (None, "", (), {}):
            found["default"] = key.usual
        said = self.kind(key.kind)
        return found | (said if key.required else _or_null(said))

    def kind(self, kind: Kind) -> Schema:
        """The keywords for values of a kind."""
        match kind.name:
            case "list" if kind.of is not None:
                least = {"minItems": kind.least} if kind.least else {}
                return {"type": ["array"], "items": self.kind(kind.of), **least}
            case "map" if kind.of is not None:
                entry = _or_null(self.kind(kind.of))
                return {"type": ["object"], "additionalProperties": entry}
            case "record" if kind.record is not None:
                return {"type": ["object"], **self._record(kind.record)}
            case "either":
                forms = [self.kind(form) for form in kind.forms]
                types = [each for form in forms for each in form["type"]]
                return {k: v for form in forms for k, v in form.items()} | {"type": types}
            case _:
                return _single(kind)

    def _record(self, record: type[Record]) -> Schema:
        if self._uses[record] == 1:
            return self.mapping(record)
        name = record.__name__.removesuffix("File").lower()
        if name not in self.shared:
            self.shared[name] = {}
            self.shared[name] = self.mapping(record)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def _records(record: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    """Every record below one, as often as it is used."""
    for key in record.KEYS.values():
        for found in _within(key.kind):
            yield found
            if found not in seen:
                seen.add(found)
                yield from _records(found, seen)


def _within(kind: Kind) -> Iterator[type[Record]]:
    if kind.record is not None:
        yield kind.record
    for inner in (*kind.forms, *([kind.of] if kind.of else ())):
        yield from _within(inner)


def _or_null(said: Schema) -> Schema:
    choices = {"enum": [*said["enum"], None]} if "enum" in said else {}
    return said | {"type": [*said["type"], "null"]} | choices


def _plain(example: str) -> Any:
    return tree("", example.encode()).documents[0]


_NUMBER = r"[0-9]{1,12}(\.[0-9]{1,12})?"
_PERCENT = r"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)"
_SHARES = rf"({_PERCENT} ?%?\s*\.\.\s*){{0,2}}{_PERCENT} ?%"
_YEAR = r"(19[7-9][0-9]|2[01][0-9]{2})"
_DAY = r"(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"
_PART = r"(1969|19[7-9][0-9]|2[01][0-9]{2})-(Q[1-4]|H[12])"
_PATTERNS = {
    "percentage": f"{_PERCENT} ?%",
    "percentage above 0": f"(?=.*[1-9]){_PERCENT} ?%",
    "share": _SHARES,
    "impact": rf"(-\s*)?({'|'.join(IMPACTS)}|{_SHARES})",
    "confidence": f"{'|'.join(CONFIDENCES)}|{_SHARES}",
    "gain": rf"-?{_NUMBER}(\s*\.\.\s*-?{_NUMBER}){{0,2}}",
    "duration": f"{_NUMBER} ?[dwmq]",
    "date": f"{_YEAR}-{_DAY}|{_PART}|(Q[1-4]|H[12]) (1969|19[7-9][0-9]|2[01][0-9]{{2}})",
}


def _single(kind: Kind) -> Schema:
    """The keywords for a single value."""
    match kind.name:
        case "text":
            return {"type": ["string", "number", "boolean"]}
        case "flag":
            return {"type": ["boolean"]}
        case "choice":
            return {"type": ["string"], "enum": list(kind.choices)}
        case "number" | "whole":
            bounds = {
                "minimum": kind.at_least,
                "maximum": kind.at_most,
                "exclusiveMinimum": kind.above,
            }
            said = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": ["number" if kind.name == "number" else "integer"], **said}
        case "work":  # a size may have any name
            return {"type": ["string"]}
        case _:
            types = ["string", "number"] if kind.name == "gain" else ["string"]
            return {"type": types, "pattern": rf"^\s*({_PATTERNS[kind.name]})\s*$"}
