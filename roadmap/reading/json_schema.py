"""The file format as JSON Schema draft 07, for editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from roadmap.model.words import Words
from roadmap.reading.declared import extended
from roadmap.reading.efforts import RESERVED
from roadmap.reading.initiative_file import InitiativeFile
from roadmap.reading.kinds import Kind
from roadmap.reading.portfolio_file import SECTIONS, PortfolioFile
from roadmap.reading.published import NAME as PUBLISHED
from roadmap.reading.published import PublishedFile
from roadmap.reading.record import Key, Record
from roadmap.reading.scalars import CONFIDENCES, IMPACTS, MOST_WEEKS
from roadmap.reading.scenario_file import ScenarioFile
from roadmap.reading.stamps import COMPACT, TIME
from roadmap.reading.tree import tree

Schema = dict[str, Any]
SCENARIO = "scenario"
NAMES = ("initiative", "portfolio", *SECTIONS, PUBLISHED, SCENARIO)
"""The kinds of file with a schema: initiatives, portfolio.yaml and what is beside it."""
HOME = "https://raw.githubusercontent.com/customer-roadmap/roadmap/main"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(name: str, words: Words) -> Schema:
    """The schema of a kind of file, with the keys that parts declare."""
    if name == "initiative":
        return _file(name, extended(InitiativeFile, words.initiative))
    if name == PUBLISHED:
        return _file(name, PublishedFile)
    if name == SCENARIO:
        return _scenario(extended(InitiativeFile, words.initiative))
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


def _scenario(initiative: type[Record]) -> Schema:
    """The schema of a scenario, whose `add` holds initiatives as a file of them does."""
    said = _file(SCENARIO, ScenarioFile)
    writer = _Writer(initiative)
    writer.shared["initiative"] = writer.mapping(initiative)
    added = said["properties"]["add"]
    said["properties"]["add"] = _several({"$ref": "#/definitions/initiative"}) | {
        "title": added["title"],
        "description": added["description"],
        "examples": added["examples"],
    }
    return said | {"definitions": writer.shared}


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
        schema: Schema = {"properties": {key.name: self.key(key) for key in keys}}
        if required:
            schema["required"] = required
        return schema | {"patternProperties": {"^x-": {}}, "additionalProperties": False}

    def key(self, key: Key) -> Schema:
        """A key with its meaning; unless it is required, null counts as left out."""
        schema: Schema = {
            "title": key.title,
            "description": f"{key.help[:1].upper()}{key.help[1:]}.",
            "examples": [_plain(key.example)],
        }
        if key.usual not in (None, "", (), {}):
            schema["default"] = key.usual
        said = self.kind(key.kind) | _ids_in(key)
        return schema | (said if key.required else _or_null(said))

    def kind(self, kind: Kind) -> Schema:
        """The keywords for values of a kind."""
        match kind.name:
            case "list" if kind.of is not None:
                least = {"minItems": kind.least} if kind.least else {}
                return {"type": ["array"], "items": self.kind(kind.of), **least}
            case "map" if kind.of is not None:
                entry = self.kind(kind.of)
                return {
                    "type": ["object"],
                    "additionalProperties": entry if kind.filled else _or_null(entry),
                }
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


def _ids_in(key: Key) -> Schema:
    """The keyword for an id, and for the names in a section, which are ids."""
    if key.name == "id":
        return {"pattern": _ID}
    if key.name not in SECTIONS or not key.kind.named:
        return {}
    taken = {"not": {"enum": list(RESERVED)}} if key.name == "teams" else {}
    return {"propertyNames": {"pattern": _ID, **taken}}


def _or_null(said: Schema) -> Schema:
    choices = {"enum": [*said["enum"], None]} if "enum" in said else {}
    return said | {"type": [*said["type"], "null"]} | choices


def _plain(example: str) -> Any:
    return tree("", example.encode()).documents[0]


_NUMBER = r"[0-9]{1,12}(\.[0-9]{1,12})?"


def _up_to(most: int) -> str:
    """A pattern for the numbers from 0 to `most`."""
    digits = str(most)
    below = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    for at, digit in enumerate(digits):
        if digit > "0" and (at or digit > "1"):
            lowest = 0 if at else 1
            rest = f"[0-9]{{{len(digits) - at - 1}}}"
            below.append(f"{digits[:at]}[{lowest}-{int(digit) - 1}]{rest}")
    fewer = f"({'|'.join(below)})" r"(\.[0-9]{1,12})?"
    return rf"(?![0-9]{{13}})0*({most}(\.0{{1,12}})?|{fewer})"


_PERCENT = _up_to(100)
_SHARES = rf"({_PERCENT} ?%?\s*\.\.\s*){{0,2}}{_PERCENT} ?%"
_LESS = r"(0{0,3}[5-9]|0{0,2}[1-9][0-9])(\.[0-9]{1,12})?|0?100(\.0{1,12})?"
_MORE = r"0?[1-9][0-9]{2}(\.[0-9]{1,12})?|1000(\.0{1,12})?"
_SPREAD = rf"({_LESS}) ?%?\s*\.\.\s*({_MORE}) ?%"
_YEAR = r"(19[7-9][0-9]|2[01][0-9]{2})"
_LEAP = rf"(?={_YEAR})(?!2100)[0-9]{{2}}([02468][048]|[13579][26])"


def _days(apart: str) -> str:
    """A pattern for the days of the years that may be stated."""
    days = (
        f"((0[13578]|1[02]){apart}(0[1-9]|[12][0-9]|3[01])"
        f"|(0[469]|11){apart}(0[1-9]|[12][0-9]|30)|02{apart}(0[1-9]|1[0-9]|2[0-8]))"
    )
    return f"({_YEAR}{apart}{days}|{_LEAP}{apart}02{apart}29)"


_PART_YEAR = r"(1969|19[7-9][0-9]|2[01][0-9]{2})"
_UNITS = {
    "d": 7 * MOST_WEEKS,
    "w": MOST_WEEKS,
    "m": MOST_WEEKS * 3 // 13,
    "q": MOST_WEEKS // 13,
}
"""The most of each unit; how many days are in a week is the portfolio's choice."""
_DURATION = f"({'|'.join(f'{_up_to(most)} ?{unit}' for unit, most in _UNITS.items())})"
_AMOUNT = rf"({_NUMBER} ?[dwmq]?\s*\.\.\s*){{0,9}}{_NUMBER} ?[dwmq]"
_DATE = (
    f"{_days('-')}|{_YEAR}-(0[1-9]|1[0-2])"
    f"|((FY)?{_PART_YEAR}-|FY{_PART_YEAR} )(Q[1-4]|H[12])"
    f"|(Q[1-4]|H[12]) (FY)?{_PART_YEAR}"
)
_PATTERNS = {
    "percentage": f"{_PERCENT} ?%",
    "percentage above 0": f"(?=0*[1-9][0-9]){_PERCENT} ?%",
    "share": _SHARES,
    "spread": _SPREAD,
    "impact": rf"(-\s*)?({'|'.join(IMPACTS)}|{_SHARES})",
    "confidence": f"{'|'.join(CONFIDENCES)}|{_SHARES}",
    "gain": rf"-?{_NUMBER}(\s*\.\.\s*-?{_NUMBER}){{0,2}}",
    "duration": _DURATION,
    "date": _DATE,
    "date or range": rf"({_DATE})(\s*\.\.\s*({_DATE}))?",
    "date or time": f"{_DATE}|{_days('-')}{TIME}|{_days('')}{COMPACT}",
}
_WORK = (
    rf"^(?!\s*{_AMOUNT}\s*$)|"
    rf"^\s*(({_DURATION}|{_NUMBER})\s*\.\.\s*){{0,2}}{_DURATION}\s*$"
)
"""An amount of work within bounds, or the name of a size, which may be any text."""
_ID = (
    r"^[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xa0]"
    r"[^\x00-\x22\x24-\x2c\x3a-\x40\x5b-\x5e\x60\x7b-\xa0]*$"
)
"""What may be an id, as far as signs that every keyboard has are concerned."""


_SCALARS = ("string", "number", "boolean")


def _single(kind: Kind) -> Schema:
    """The keywords for a single value."""
    match kind.name:
        case "anything":
            return {"type": [*_SCALARS, "array", "object"]}
        case "text":
            return {"type": [*_SCALARS]}
        case "flag":
            return {"type": ["boolean"]}
        case "choice" if kind.open:
            known = {"enum": list(kind.choices)}
            return {"type": ["string"], "anyOf": [known, {"type": ["string", "null"]}]}
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
        case "work":
            return {"type": ["string"], "pattern": _WORK}
        case _:
            types = ["string", "number"] if kind.name == "gain" else ["string"]
            return {"type": types, "pattern": rf"^\s*({_PATTERNS[kind.name]})\s*$"}
