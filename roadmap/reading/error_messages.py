"""Messages about wrong values: what was found, what is expected, how to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roadmap.diagnostics import Route
from roadmap.reading.amount_forms import number_meant
from roadmap.reading.kinds import Unfit
from roadmap.reading.quoting import shown
from roadmap.reading.record import Key
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.tree import scalar
from roadmap.reading.word_advice import Advice, advice

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_PLAIN = re.compile(r"[\w.%-]+(?: [\w.%-]+)*")
"""Text that needs no quotes between brackets."""
_TYPES = {
    "string_type": ("text", "write plain text"),
    "bool_type": ("`true` or `false`", "write `true` or `false`"),
    "float_type": ("a number", "write a number"),
    "int_type": ("a whole number", "write a whole number"),
    "list_type": ("a list", "write a list: `[one, two]`"),
    "dict_type": ("a mapping", "write `key: value` pairs"),
    "model_type": ("a mapping", "write `key: value` pairs"),
    "model_attributes_type": ("a mapping", "write `key: value` pairs"),
}
_PLAIN_TYPES = ("bool_type", "float_type", "int_type")
_SHAPES = {"mapping": "a mapping", "list": "a list"}
_SHAPE_CURE = "look up the key in docs/file-format.md"


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong with a value, and how to write it."""

    message: str
    advice: Advice


def said_of(error: ErrorDetails, route: Route, key: Key | None) -> Said:
    """What to say of a wrong value; `key` is the key it belongs to."""
    said = _said_of(error, route, key)
    do, wanted = said.advice, error["input"]
    if do.write and isinstance(wanted, str) and _COMMA.search(wanted):
        cure = f"{do.cure}; in braces a comma ends the value"
        return Said(said.message, Advice(cure, do.write, do.safe))
    return said


_COMMA = re.compile("[0-9][A-Za-z%]*, *[0-9](?![0-9]{3}(?![0-9]))")
"""A comma between numbers, the second of which is no year."""


def _said_of(error: ErrorDetails, route: Route, key: Key | None) -> Said:
    if error["type"] == "roadmap":
        context = error.get("ctx", {})
        message = f"{_subject(route)}: {error['msg']}" if route else error["msg"]
        write, safe = str(context.get("write", "")), bool(context.get("safe"))
        return Said(message, Advice(str(context["cure"]), write, safe))
    if error["type"] == "literal_error":
        wanted, known = error["input"], _listed(str(error.get("ctx", {})["expected"]))
        message = f"{_subject(route)}: {shown(wanted)} is not one of {_either(known)}"
        return Said(message, advice(wanted, known, _choose(known, key)))
    if (kind := error["type"]) in _PLAIN_TYPES and isinstance(error["input"], str):
        return _no_plain(kind, error["input"], _subject(route))
    message, cure = _words(error, route, key)
    return Said(message, Advice(cure))


def _choose(known: list[str], key: Key | None) -> str:
    """The advice if no known word is near; a team may have its own words for some keys."""
    own = key is not None and key.kind.open
    define = ", or define yours in `status_words` of portfolio.yaml" if own else ""
    return f"write {_either(known)}{define}"


def _no_plain(kind: str, wanted: str, subject: str) -> Said:
    """What to say of text in place of a number, or of `true` or `false`."""
    expected, cure = _TYPES[kind]
    message = f"{subject}: expected {expected}, not {shown(wanted)}"
    flag = kind == "bool_type"
    value = scalar(wanted)
    if value is not None and isinstance(value, bool) is flag and not isinstance(value, str):
        message = f'{subject}: expected {expected}, but `"{wanted}"` is text'
        return Said(message, Advice(f"remove the quotes: `{wanted}`", wanted, safe=True))
    if flag:
        return Said(message, advice(wanted, ("true", "false"), cure))
    meant = number_meant(wanted)
    return Said(message, Advice(f"write `{meant}`", meant) if meant else Advice(cure))


def _subject(route: Route) -> str:
    named = [step for step in route if isinstance(step, str)]
    return f"`{named[-1]}`" if named else "this"


def _listed(expected: str) -> list[str]:
    return [each.strip("'") for each in expected.replace(" or ", ", ").split(", ")]


def _either(known: list[str]) -> str:
    quoted = [f"`{each}`" for each in known]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _words(error: ErrorDetails, route: Route, key: Key | None) -> tuple[str, str]:
    kind, context, wanted = error["type"], error.get("ctx", {}), error["input"]
    said = _subject(route)
    if kind == "missing":
        return f"`{error['loc'][-1]}` is missing", f"add `{error['loc'][-1]}`"
    if kind == "union_tag_invalid":
        return f"{said}: expected {_shapes(context)}, not {shown(wanted)}", _SHAPE_CURE
    if kind in _TYPES:
        expected, cure = _TYPES[kind]
        form = key and _form(kind, wanted, key)
        message = f"{said}: expected {expected}, not {shown(wanted)}"
        return message, f"write `{form}`" if form else cure
    return f"{said}: {shown(wanted)} is out of range", _range_cure(kind, context)


def _shapes(context: dict[str, Any]) -> str:
    """The shapes that a value may have: "a mapping or a list"."""
    tags = str(context.get("expected_tags", ""))
    named = [words for name, words in _SHAPES.items() if name in tags]
    return " or ".join(named) if len(named) > 1 else f"{named[0]} or a single value"


def _range_cure(kind: str, context: dict[str, Any]) -> str:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    for name, words in signs.items():
        if name in context:
            return f"write {words} {context[name]:g}"
    return "write at least one" if kind == "too_short" else "write a finite number"


def _form(kind: str, wanted: object, key: Key) -> str | None:
    """The key written in full, with the author's own value where that fits."""
    if kind == "string_type" and key.name == "owner" and isinstance(wanted, list):
        names = [each for each in wanted if isinstance(each, str)]
        return f"owners: [{', '.join(names)}]"
    plain = isinstance(wanted, str) and _PLAIN.fullmatch(wanted) is not None
    if kind == "list_type":
        return f"{key.name}: [{wanted}]" if plain else None
    if kind != "model_type" or key.kind.record is None:
        return None
    needed = [each for each in key.kind.record.KEYS.values() if each.required]
    ours = _fitting(str(wanted), needed[0]) if plain and len(needed) == 1 else ""
    if ours:
        return f"{key.name}: {{{needed[0].name}: {ours}}}"
    return f"{key.name}: {key.example}"


def _fitting(wanted: str, key: Key) -> str:
    """A text as a key expects it, or what it means there; empty where neither is known."""
    return wanted if _fits(wanted, key) else advice(wanted, key.kind.choices, "").write


def _fits(value: object, key: Key) -> bool:
    try:
        key.kind.read(value, Terms())
    except (Unfit, Unreadable):
        return False
    return True
