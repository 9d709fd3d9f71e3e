"""Plain values against a schema: what is right is kept, what is wrong is a finding.

A key that is unknown or has a wrong value counts as absent: it is taken out and the rest
is validated again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from roadmap.diagnostics import Diagnostic, Edit, Place, Step
from roadmap.reading.faults import UNKNOWN_KEY, WRONG_VALUE
from roadmap.reading.kinds import Unfit
from roadmap.reading.near import Names
from roadmap.reading.portfolio_file import SECTIONS
from roadmap.reading.record import Record
from roadmap.reading.scalars import Terms, Unreadable
from roadmap.reading.shown import shown
from roadmap.reading.tree import typed

T = TypeVar("T", bound=Record)
if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Route = tuple[Step, ...]
Thinned = Mapping[Route, AbstractSet[int]]
_GONE = object()
_NAMED = frozenset(("outcomes", "contributes_to", *SECTIONS))


@dataclass(frozen=True, slots=True)
class Validated(Generic[T]):
    """What a mapping says. `thinned` tells which items were left out of its lists."""

    value: T
    faults: list[Diagnostic]
    thinned: Thinned


def validated(
    schema: type[T], data: dict[str, Any], place: Place, terms: Terms
) -> Validated[T]:
    """The schema's value of `data`, and a finding for whatever had to be left out."""
    mends: dict[Route, Any] = {}
    faults: list[Diagnostic] = []
    said: set[Route] = set()
    thinned: Thinned = {}
    current = data
    while (value := _value_of(schema, current, terms)) is None:
        before = len(mends)
        found = _errors(schema, current, terms)
        routed = [(_route(each, current, thinned), each) for each in found]
        for route, each in routed:
            if not _silent(route, each, mends, said):
                faults.append(_finding(route, each, schema, place))
                said.add(route)
            mends.setdefault(route, _mend(route, each))
        if len(mends) == before:  # a mend that did not help: the whole key goes
            mends |= {route[:1]: _GONE for route, _ in routed}
        current = {} if () in mends else _copy(data, (), mends)
        thinned = _thinned(mends)
    return Validated(value, faults, thinned)


def _value_of(schema: type[T], data: dict[str, Any], terms: Terms) -> T | None:
    try:
        return schema.read(data, terms)
    except (Unfit, Unreadable):
        return None


def _errors(schema: type[Record], data: dict[str, Any], terms: Terms) -> list[ErrorDetails]:
    from roadmap.reading.judged import errors

    found = errors(schema, data, terms)
    if not found:
        raise RuntimeError("a mapping cannot be read, and nothing is wrong with it")
    return found


def _route(error: ErrorDetails, data: Any, thinned: Thinned) -> Route:
    """Where in the file an error is: pydantic's steps that stand in no file skipped.

    A key that is missing is shown at the mapping that lacks it. In a list of which items
    were left out, indexes are those that the file has.
    """
    route: tuple[Step, ...] = ()
    missing = error["type"] == "missing"
    for step in error["loc"][:-1] if missing else error["loc"]:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
            route = (*route, step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            route = (*route, kept_indexes(route, step + 1, thinned)[step])
    return route


def _thinned(mends: Mapping[Route, Any]) -> Thinned:
    found: dict[Route, set[int]] = {}
    for route, new in mends.items():
        if new is _GONE and route and isinstance(route[-1], int):
            found.setdefault(route[:-1], set()).add(route[-1])
    return found


def kept_indexes(route: Route, count: int, thinned: Thinned) -> Sequence[int]:
    """The indexes that a list's first `count` items have in its file.

    >>> kept_indexes(("outcomes",), 2, {("outcomes",): {0}})
    [1, 2]
    """
    gone = thinned.get(route)
    if gone is None:
        return range(count)
    return [index for index in range(count + len(gone)) if index not in gone][:count]


def _mend(route: Route, error: ErrorDetails) -> Any:
    """What stands in the place of what is wrong: nothing, or what its author meant."""
    wanted = error["input"]
    if _plain_text(error):
        return typed(wanted)
    return {} if _named(route, wanted) else _GONE


def _plain_text(error: ErrorDetails) -> bool:
    """Whether a number stands where text is wanted, which is text as it was typed."""
    return error["type"] == "string_type" and isinstance(error["input"], int | float)


def _named(route: Route, wanted: object) -> bool:
    """Whether a name alone says something there (`know-my-bill:` under `outcomes`).

    A described thing keeps its name where its description is wrong, so that what refers
    to it is not found fault with too.
    """
    if len(route) != 2 or route[0] not in _NAMED or isinstance(route[1], int):
        return False
    return wanted is None or route[0] in SECTIONS


def _silent(
    route: Route,
    error: ErrorDetails,
    mends: Mapping[Route, Any],
    said: AbstractSet[Route],
) -> bool:
    """Whether nothing needs to be said.

    Null counts as left out, `x-` keys are the author's own, and what is missing only
    because it was taken out here has been said already.
    """
    if route in mends or _plain_text(error):
        return True
    if error["type"] == "extra_forbidden":
        return str(error["loc"][-1]).startswith("x-")
    if error["type"] == "missing":
        return (*route, error["loc"][-1]) in said
    item = bool(route) and isinstance(route[-1], int)
    return error["input"] is None and not item


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
    route: Route, error: ErrorDetails, schema: type[Record], place: Place
) -> Diagnostic:
    where = Place(place.file, place.route + route, place.document)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(where, _keys_beside(schema, error["loc"]))
    message, cure = _words(error, route)
    return Diagnostic(WRONG_VALUE, message, where, cure=cure)


def _unknown_key(where: Place, known: Names) -> Diagnostic:
    key = str(where.route[-1])
    near = known.near(key)
    did = f"; did you mean `{near.name}`?" if near else ""
    cure = f"write `{near.name}`" if near else "remove it"
    cure += f", or begin a key of your own with `x-`: `x-{key}`"
    edits = (Edit(where.key, near.name, near.certain),) if near and near.sure else ()
    message = f"unknown key `{key}`{did}"
    return Diagnostic(UNKNOWN_KEY, message, where.key, cure=cure, edits=edits)


def _keys_beside(schema: type[Record], loc: tuple[int | str, ...]) -> Names:
    """The keys that the schema knows where an unknown one stands."""
    from roadmap.reading.schema_keys import keys_at
    from roadmap.reading.shape import SHAPE

    return keys_at(schema, (step for step in loc[:-1] if not str(step).startswith(SHAPE)))


_TYPES = {
    "string_type": ("text", "write text"),
    "bool_type": ("true or false", "write `true` or `false`"),
    "float_type": ("a number", "write a plain number"),
    "int_type": ("a whole number", "write a whole number"),
    "list_type": ("a list", "write a list: `[one, two]`"),
    "dict_type": ("a mapping", "write `key: value` pairs"),
    "model_type": ("a mapping", "write `key: value` pairs"),
    "model_attributes_type": ("a mapping", "write `key: value` pairs"),
}
_SHAPES = {"mapping": "a mapping", "list": "a list"}
_SHAPE_CURE = "see the key in docs/file-format.md"


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
        return f"{key}: {shown(wanted)} is not {expected}", _nearest(wanted, expected)
    if kind == "union_tag_invalid":
        return f"{key}: {shown(wanted)} is not {_shapes(context)}", _SHAPE_CURE
    if kind in _TYPES:
        return f"{key}: {shown(wanted)} is not {_TYPES[kind][0]}", _TYPES[kind][1]
    return f"{key}: {shown(wanted)} is out of range", _range_cure(kind, context)


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
