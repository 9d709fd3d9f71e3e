"""Validate plain values against a record; report every fault and keep the rest.

A key that is unknown or has a wrong value counts as absent: it is taken out and the rest
is validated again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from roadmap.diagnostics import Diagnostic, Edit, Place, Route, Step
from roadmap.reading.commas import Beside
from roadmap.reading.error_messages import said_of
from roadmap.reading.faults import WRONG_VALUE
from roadmap.reading.kinds import Unfit
from roadmap.reading.near import Names
from roadmap.reading.portfolio_file import SECTIONS
from roadmap.reading.record import Key, Record
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms
from roadmap.reading.tracker_words import key_meant
from roadmap.reading.tree import typed
from roadmap.reading.unknown_keys import unknown_key

T = TypeVar("T", bound=Record)
if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Thinned = Mapping[Route, AbstractSet[int]]
_GONE = object()
_NAMED = frozenset(("outcomes", "contributes_to", *SECTIONS))


@dataclass(frozen=True, slots=True)
class Validated(Generic[T]):
    """The content of a mapping. `thinned` are the items left out of its lists."""

    value: T
    faults: list[Diagnostic]
    thinned: Thinned


def validated(
    schema: type[T], data: dict[str, Any], place: Place, terms: Terms
) -> Validated[T]:
    """The record of `data`, and a finding for everything that had to be left out."""
    mends: dict[Route, Any] = {}
    faults: list[Diagnostic] = []
    said: set[Route] = set()
    thinned: Thinned = {}
    current = data
    while (value := _value_of(schema, current, terms)) is None:
        before = len(mends)
        found = _errors(schema, current, terms)
        routed = [(_route(each, current, thinned), each) for each in found]
        said |= set(_misspelt(routed, schema))
        known: dict[int, Beside] = {}
        for route, each in routed:
            beside = _beside(each, current, known)
            if not _silent(route, each, mends, said) and not _cut_off(each, beside):
                faults.append(_finding(route, each, schema, place, beside))
                said.add(route)
            mends.setdefault(route, _mend(route, each))
        if len(mends) == before:  # that did not help, so the whole key goes
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
    from roadmap.reading.error_model import errors

    faults = errors(schema, data, terms)
    if not faults:
        raise RuntimeError("a mapping cannot be read, and nothing is wrong with it")
    return faults


def _route(error: ErrorDetails, data: Any, thinned: Thinned) -> Route:
    """The route of an error in the file, without steps that pydantic adds.

    A missing key is reported at its mapping. In a list from which items were left out, the
    indexes are those in the file.
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


def _beside(error: ErrorDetails, data: Any, known: dict[int, Beside]) -> Beside:
    """The mapping that the key of an error is in; empty where it is in none.

    Each is looked at once, as it may hold thousands of keys that are wrong.
    """
    for step in error["loc"][:-1]:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
    mapping = data if isinstance(data, dict) else {}
    return known.setdefault(id(mapping), Beside(mapping))


def _cut_off(error: ErrorDetails, beside: Beside) -> bool:
    """Whether an unknown key is a further piece of a text that is reported already."""
    if error["type"] != "extra_forbidden" or error["input"] is not None:
        return False
    cut = beside.cuts.get(str(error["loc"][-1]))
    return cut is not None and cut.further


def _misspelt(
    routed: Sequence[tuple[Route, ErrorDetails]], schema: type[Record]
) -> Iterator[Route]:
    """The routes of the keys that unknown ones were probably meant to be."""
    if not any(each["type"] == "missing" for _, each in routed):
        return
    for route, each in routed:
        unknown = each["type"] == "extra_forbidden"
        if unknown:
            known = _keys_beside(schema, each["loc"])
            near = known.near(str(route[-1]))
            names = [near.name] if near else key_meant(str(route[-1]), known.known)
            yield from ((*route[:-1], name) for name in names)


def _thinned(mends: Mapping[Route, Any]) -> Thinned:
    indexes: dict[Route, set[int]] = {}
    for route, new in mends.items():
        if new is _GONE and route and isinstance(route[-1], int):
            indexes.setdefault(route[:-1], set()).add(route[-1])
    return indexes


def kept_indexes(route: Route, count: int, thinned: Thinned) -> Sequence[int]:
    """The indexes in the file of a list's first `count` items.

    >>> kept_indexes(("outcomes",), 2, {("outcomes",): {0}})
    [1, 2]
    """
    gone = thinned.get(route)
    if gone is None:
        return range(count)
    return [index for index in range(count + len(gone)) if index not in gone][:count]


def _mend(route: Route, error: ErrorDetails) -> Any:
    """The replacement for a wrong value: nothing, or what the author meant."""
    wanted = error["input"]
    if _plain_text(error):
        return typed(wanted)
    return {} if _named(route, wanted) else _GONE


def _plain_text(error: ErrorDetails) -> bool:
    """Whether the error is a number in place of text, which counts as typed."""
    return error["type"] == "string_type" and isinstance(error["input"], int | float)


def _named(route: Route, wanted: object) -> bool:
    """Whether a name means something there without a value (`know-my-bill:` in `outcomes`).

    A need keeps its name where its description is wrong, so that references to it are not
    reported too.
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
    """Whether an error needs no finding.

    Null counts as left out, `x-` keys are the author's own, and a key that is missing only
    because it was taken out here has been reported.
    """
    if route in mends or _plain_text(error):
        return True
    if error["type"] == "extra_forbidden":
        return str(error["loc"][-1]).startswith("x-")
    if error["type"] == "missing":
        return (*route, error["loc"][-1]) in said
    if error["type"] == "too_short":  # because of items that were taken out here
        return any(mend[:-1] == route for mend in mends if mend)
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
    route: Route,
    error: ErrorDetails,
    schema: type[Record],
    place: Place,
    beside: Beside,
) -> Diagnostic:
    """The finding about an error, whose key lies in the mapping `beside`."""
    where = Place(place.file, place.route + route, place.document)
    kind = error["type"]
    if kind == "extra_forbidden":
        return unknown_key(where, schema, tuple(_unshaped(error["loc"])), beside)
    said = said_of(error, route, _key_of(schema, error["loc"]))
    do = said.advice
    edits = (Edit(where, do.write, do.safe),) if do.write else ()
    return Diagnostic(WRONG_VALUE, said.message, where, cure=do.cure, edits=edits)


def _keys_beside(schema: type[Record], loc: Route) -> Names:
    """The keys that are known where an unknown one was found."""
    from roadmap.reading.schema_keys import keys_at

    return keys_at(schema, _unshaped(loc[:-1]))


def _key_of(schema: type[Record], loc: Route) -> Key | None:
    """The key whose value is wrong; None for an item or an entry of one."""
    from roadmap.reading.schema_keys import key_at

    return key_at(schema, tuple(_unshaped(loc)))


def _unshaped(loc: Route) -> Iterator[Step]:
    from roadmap.reading.error_model import SHAPE

    return (step for step in loc if not str(step).startswith(SHAPE))
