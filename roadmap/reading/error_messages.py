"""Messages about wrong values: what was found, what is expected, how to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roadmap.diagnostics import Step
from roadmap.reading.kinds import Unfit
from roadmap.reading.near import Names
from roadmap.reading.quoting import shown
from roadmap.reading.record import Key
from roadmap.reading.scalars import Terms, Unreadable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Route = tuple[Step, ...]
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
_SHAPES = {"mapping": "a mapping", "list": "a list"}
_SHAPE_CURE = "look up the key in docs/file-format.md"


def words(error: ErrorDetails, route: Route, key: Key | None) -> tuple[str, str]:
    """What is wrong with a value, and how to write it; `key` is the key it belongs to."""
    kind, context, wanted = error["type"], error.get("ctx", {}), error["input"]
    named = [step for step in route if isinstance(step, str)]
    said = f"`{named[-1]}`" if named else "this"
    if kind == "roadmap":
        return f"{said}: {error['msg']}" if route else error["msg"], str(context["cure"])
    if kind == "missing":
        return f"`{error['loc'][-1]}` is missing", f"add `{error['loc'][-1]}`"
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "`")
        message = f"{said}: {shown(wanted)} is not one of {expected}"
        return message, _nearest(wanted, expected)
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


def _nearest(wanted: object, expected: str) -> str:
    words = [word.strip("` ") for word in expected.replace(" or ", ",").split(",")]
    near = Names(words).near(str(wanted))
    return f"write `{near.name}`" if near else f"write {expected}"


def _range_cure(kind: str, context: dict[str, Any]) -> str:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    for name, words in signs.items():
        if name in context:
            return f"write {words} {context[name]:g}"
    return "write at least one" if kind == "too_short" else "write a finite number"


def _form(kind: str, wanted: object, key: Key) -> str | None:
    """The key written in full, with the author's own value where that fits."""
    plain = isinstance(wanted, str) and _PLAIN.fullmatch(wanted) is not None
    if kind == "list_type":
        return f"{key.name}: [{wanted}]" if plain else None
    if kind != "model_type" or key.kind.record is None:
        return None
    needed = [each for each in key.kind.record.KEYS.values() if each.required]
    if plain and len(needed) == 1 and _fits(wanted, needed[0]):
        return f"{key.name}: {{{needed[0].name}: {wanted}}}"
    return f"{key.name}: {key.example}"


def _fits(value: object, key: Key) -> bool:
    try:
        key.kind.read(value, Terms())
    except (Unfit, Unreadable):
        return False
    return True
