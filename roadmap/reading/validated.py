"""Plain values against a schema: what is right is kept, what is wrong is a finding.

A key that is unknown or has a wrong value counts as absent: it is taken out and the rest
is validated again.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from roadmap.diagnostics import Diagnostic, Place, Step
from roadmap.reading.faults import UNKNOWN_KEY, WRONG_VALUE
from roadmap.reading.scalars import Terms
from roadmap.reading.schema import SECTIONS, SHAPE
from roadmap.reading.tree import typed

T = TypeVar("T", bound=BaseModel)
Route = tuple[Step, ...]


def validated(
    schema: type[T], data: dict[str, Any], place: Place, terms: Terms
) -> tuple[T, list[Diagnostic]]:
    """The schema's value of `data`, and a finding for whatever had to be left out."""
    faults: list[Diagnostic] = []
    while True:
        try:
            return schema.model_validate(data, context=terms), faults
        except ValidationError as error:
            errors = [
                (_route(each, data), each) for each in error.errors(include_url=False)
            ]
            data = _mended(data, errors, schema, place, faults)


def _route(error: ErrorDetails, data: Any) -> Route:
    """Where in the data an error is: pydantic's steps that stand in no file skipped.

    A key that is missing is shown at the mapping that lacks it.
    """
    route: list[Step] = []
    missing = error["type"] == "missing"
    for step in error["loc"][:-1] if missing else error["loc"]:
        if isinstance(step, str) and step.startswith(SHAPE):
            continue
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        route.append(step)
    return tuple(route)


def _mended(
    data: dict[str, Any],
    errors: list[tuple[Route, ErrorDetails]],
    schema: type[BaseModel],
    place: Place,
    faults: list[Diagnostic],
) -> dict[str, Any]:
    """A copy of the data without what was wrong; numbers where text is wanted as typed."""
    mends: dict[Route, Any] = {}
    for route, error in errors:
        if route in mends:
            continue
        wanted = error["input"]
        if error["type"] == "string_type" and isinstance(wanted, int | float):
            mends[route] = typed(wanted)
            continue
        mends[route] = {} if wanted is None and _named(route) else _GONE
        if not _silent(error, wanted):
            faults.append(_finding(route, error, schema, place))
    return dict(_copy(data, (), mends))


_GONE = object()


_NAMED = frozenset(("outcomes", "contributes_to", *SECTIONS))


def _named(route: Route) -> bool:
    """Whether a name alone says something there (`know-my-bill:` under `outcomes`)."""
    return len(route) == 2 and route[0] in _NAMED


def _silent(error: ErrorDetails, wanted: object) -> bool:
    """Whether it is null, which counts as left out, or a key of the author's own."""
    if error["type"] == "extra_forbidden":
        return str(error["loc"][-1]).startswith("x-")
    return wanted is None and error["type"] != "missing"


def _copy(data: Any, route: Route, mends: dict[Route, Any]) -> Any:
    if isinstance(data, dict):
        return {
            key: value
            for key, old in data.items()
            if (value := _value(old, (*route, key), mends)) is not _GONE
        }
    if isinstance(data, list):
        items = [_value(old, (*route, i), mends) for i, old in enumerate(data)]
        return [item for item in items if item is not _GONE]
    return data


def _value(old: Any, route: Route, mends: dict[Route, Any]) -> Any:
    return mends[route] if route in mends else _copy(old, route, mends)


def _finding(
    route: Route, error: ErrorDetails, schema: type[BaseModel], place: Place
) -> Diagnostic:
    where = Place(place.file, place.route + route, place.document)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(where, _keys_beside(schema, error["loc"]))
    message, cure = _words(error, route)
    return Diagnostic(WRONG_VALUE, message, where, cure=cure)


def _unknown_key(where: Place, known: Iterable[str]) -> Diagnostic:
    key = str(where.route[-1])
    near = get_close_matches(key.lower().replace("-", "_"), list(known), 1, 0.6)
    did = f"; did you mean `{near[0]}`?" if near else ""
    cure = f"write `{near[0]}`" if near else "remove it"
    cure += f", or begin a key of your own with `x-`: `x-{key}`"
    return Diagnostic(UNKNOWN_KEY, f"unknown key `{key}`{did}", where.key, cure=cure)


def _keys_beside(schema: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the schema knows where an unknown one stands."""
    from roadmap.reading.schema_keys import keys_at

    return keys_at(schema, [step for step in loc[:-1] if not str(step).startswith(SHAPE)])


_TYPES = {
    "string_type": ("text", "write text"),
    "bool_type": ("yes or no", "write `true` or `false`"),
    "float_type": ("a number", "write a plain number"),
    "int_type": ("a whole number", "write a whole number"),
    "list_type": ("a list", "write a list: `[one, two]`"),
    "dict_type": ("a mapping", "write `key: value` pairs"),
    "model_type": ("a mapping", "write `key: value` pairs"),
    "model_attributes_type": ("a mapping", "write `key: value` pairs"),
}


def _words(error: ErrorDetails, route: Route) -> tuple[str, str]:
    kind, context, wanted = error["type"], error.get("ctx", {}), error["input"]
    named = [step for step in route if isinstance(step, str)]
    key = f"`{named[-1]}`" if named else "this"
    if kind == "roadmap":
        return f"{key}: {error['msg']}" if route else error["msg"], str(context["cure"])
    if kind == "missing":
        return f"`{error['loc'][-1]}` is missing here", f"add `{error['loc'][-1]}`"
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "`")
        return f"{key}: {_short(wanted)} is not {expected}", _nearest(wanted, expected)
    if kind == "union_tag_invalid":
        return f"{key}: {_short(wanted)} has the wrong form here", "see docs/file-format.md"
    if kind in _TYPES:
        return f"{key}: {_short(wanted)} is not {_TYPES[kind][0]}", _TYPES[kind][1]
    return f"{key}: {_short(wanted)} is out of range", _range_cure(kind, context)


def _nearest(wanted: object, expected: str) -> str:
    words = [word.strip("` ") for word in expected.replace(" or ", ",").split(",")]
    near = get_close_matches(str(wanted).lower(), words, 1, 0.5)
    return f"did you mean `{near[0]}`?" if near else f"write {expected}"


def _range_cure(kind: str, context: dict[str, Any]) -> str:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    for name, words in signs.items():
        if name in context:
            return f"write {words} {context[name]:g}"
    return "write at least one" if kind == "too_short" else "write a finite number"


def _short(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = "nothing" if value is None else f"`{typed(value)}`"
    return text if len(text) <= 60 else text[:57] + "…`"
