"""Paths of values in a portfolio: `teams.data.people`, `bill-forecast.effort.web`.

A path leads through keys and names as the files have them. Keys of portfolio.yaml come
before ids; `initiatives.ID.…` always means the initiative.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from roadmap.diagnostics import Route, Step
from roadmap.reading.kinds import Kind
from roadmap.reading.near import SHORTEST, Names, nearest
from roadmap.reading.portfolio_file import SECTIONS
from roadmap.reading.quoting import shown
from roadmap.reading.record import Record, nested

INITIATIVES = "initiatives"
MOST_NAMED = 8
"""Names that are all told where none of them is near."""
MOST_COMPARED = 100
"""Names beside which a new one is looked at for a typing error."""

_KEYS = "docs/file-format.md lists every key"
_IDS = "`roadmap list` shows every id, and docs/file-format.md every key"


class NoPath(Exception):
    """A path leads nowhere: what is wrong, and what to write."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message, self.cure = message, cure


class _Lost(Exception):
    """A path has no next step: what came before, what is left of it, and the names there.

    `where` says where all names are listed.
    """

    def __init__(self, before: str, rest: str, names: Collection[str], where: str) -> None:
        super().__init__(rest)
        self.before, self.rest, self.names, self.where = before, rest, names, where

    def told(self, path: str, *, guess: bool) -> NoPath:
        """What to say: the nearest path that leads on, as far as there is one."""
        return NoPath(_nowhere(path), self._slip() or self._cure(guess))

    def _slip(self) -> str:
        """The path without a slip of the finger; empty where none explains it."""
        known, rest = _indexed(frozenset(self.names)), self.rest
        ends = [at for at, sign in enumerate(rest) if sign == "."][:MOST_NAMED]
        for end in [len(rest), *reversed(ends)]:
            if near := known.near(rest[:end]):
                return f"write `{self.before}{near.name}{rest[end:]}`"
        return ""

    def _cure(self, guess: bool) -> str:
        first, dot, left = self.rest.partition(".")
        names = sorted(self.names)
        if guess and len(first) >= SHORTEST and (near := nearest(first, names)):
            return f"write `{self.before}{near}{dot}{left}`"
        if len(names) > MOST_NAMED:
            return self.where
        listed = " or ".join(f"`{self.before}{name}{dot}{left}`" for name in names)
        return f"write {listed}" if listed else "correct it or remove it"


@dataclass(frozen=True, slots=True)
class PathEnd:
    """What a path leads to: in portfolio.yaml, or in an initiative, by its id."""

    initiative: str | None
    route: Route


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of a portfolio: its records, portfolio.yaml as merged, and all ids.

    `data_of` gives what the file of an initiative says.
    """

    portfolio: type[Record]
    initiative: type[Record]
    data: Mapping[str, Any]
    ids: Collection[str]
    data_of: Callable[[str], Any]

    def target(self, path: str, *, guess: bool = True) -> PathEnd:
        """What a path leads to; raises NoPath, with a guess of what was meant."""
        try:
            return self._target(path)
        except _Lost as lost:
            raise lost.told(path, guess=guess) from None

    def _target(self, path: str) -> PathEnd:
        first, _, rest = path.partition(".")
        if first == INITIATIVES:
            return self._in_initiative(path, rest, f"{INITIATIVES}.")
        if first in self.portfolio.KEYS or first.startswith("x-"):
            return PathEnd(None, self._in_portfolio(path))
        for section in SECTIONS:
            names = self.data.get(section)
            known = _longest(path, names) if isinstance(names, dict) else None
            if known and first not in self.ids:
                raise NoPath(_nowhere(path), f"write `{section}.{path}`")
        every = [*self.portfolio.KEYS, *self.ids]
        return self._in_initiative(path, path, "", every)

    def _in_portfolio(self, path: str) -> Route:
        try:
            return _Walk(path).route(self.portfolio, self.data, path)
        except (NoPath, _Lost):
            if not self._leads_into_an_initiative(path):
                raise
            cure = f"write `{INITIATIVES}.{path}` if you mean the initiative"
            raise NoPath(_nowhere(path), cure) from None

    def _leads_into_an_initiative(self, path: str) -> bool:
        try:
            self._in_initiative(path, path, "")
        except (NoPath, _Lost):
            return False
        return True

    def _in_initiative(
        self, path: str, rest: str, before: str, known: Collection[str] = ()
    ) -> PathEnd:
        id = _longest(rest, self.ids)
        if id is None:
            raise _Lost(before, rest, known or self.ids, _IDS)
        below = rest[len(id) + 1 :]
        if not below:
            raise NoPath(
                f"`{path}` is a whole initiative", f"name one of its keys: `{path}.effort`"
            )
        route = _Walk(path).route(self.initiative, self.data_of(id), below)
        return PathEnd(id, route)


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk along a path, from a mapping down."""

    path: str

    def route(self, record: type[Record], data: Any, rest: str) -> Route:
        """The route of the rest of the path below a mapping of some record."""
        kinds: tuple[Kind, ...] = (nested(record),)
        route: Route = ()
        value = data
        while rest:
            step, left = self._step(kinds, value, rest, route)
            kinds = tuple(_below(kinds, step))
            value = _at(value, step)
            route, rest = (*route, step), left
        return route

    def _step(
        self, kinds: tuple[Kind, ...], value: Any, rest: str, route: Route
    ) -> tuple[Step, str]:
        """The next step, and what is left of the path after it."""
        first, _, left = rest.partition(".")
        if isinstance(value, list):
            if first.isdecimal() and int(first) < len(value):
                return int(first), left
            raise NoPath(*_listed(self._until(rest), value))
        holds = {kind.name for kind in kinds}
        free = any(str(step).startswith("x-") for step in route)
        if not (free or holds & {"record", "map"}) or not isinstance(value, dict | None):
            where = self._until(rest)
            raise NoPath(f"`{where}` is a single value", f"set `{where}` itself")
        keys = {key for kind in kinds if kind.record for key in kind.record.KEYS}
        if first in keys or ("record" in holds and first.startswith("x-")):
            return first, left
        names: Collection[str] = value or ()
        if (name := _longest(rest, names)) is not None:
            return name, rest[len(name) + 1 :]
        if free or ("map" in holds and self._may_be_new(first, left, names, route)):
            return first, left
        if value is None and _is_section(route):
            raise NoPath(
                f"`{self.path}` is not in the portfolio, which states no `{route[0]}`",
                f"add `{route[0]}` to portfolio.yaml, with all that belong there",
            )
        before = self.path[: len(self.path) - len(rest)]
        raise _Lost(before, rest, [*keys, *names], _KEYS)

    def _may_be_new(
        self, name: str, left: str, names: Collection[str], route: Route
    ) -> bool:
        """Whether a name that is not there yet may be added: no slip of the finger.

        Nothing is set below a new name of a section, which everybody would have to know.
        """
        if left and _is_section(route):
            return False
        return len(names) > MOST_COMPARED or Names(names).near(name) is None

    def _until(self, rest: str) -> str:
        return self.path[: len(self.path) - len(rest) - 1]


def _is_section(route: Route) -> bool:
    return len(route) == 1 and route[0] in SECTIONS


def _longest(rest: str, names: Collection[str]) -> str | None:
    """The longest name that a path begins with: names may have dots in them."""
    end = len(rest)
    while end > 0:
        if rest[:end] in names:
            return rest[:end]
        end = rest.rfind(".", 0, end)
    return None


def _below(kinds: Iterable[Kind], step: Step) -> Iterator[Kind]:
    """The kinds of what is at a step below values of some kinds."""
    for kind in kinds:
        if kind.record is not None:
            if (key := kind.record.KEYS.get(str(step))) is not None:
                yield from _forms(key.kind)
        elif kind.of is not None:
            yield from _forms(kind.of)


def _forms(kind: Kind) -> Iterator[Kind]:
    for form in kind.forms or (kind,):
        yield from _forms(form) if form.forms else (form,)


def _at(value: Any, step: Step) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) else None


def _listed(where: str, value: list[Any]) -> tuple[str, str]:
    last = f"`{where}.{len(value) - 1}`" if value else "no item"
    message = f"`{where}` is a list of {len(value)}, counted from 0"
    return message, f"name an item, up to {last}, or set `{where}` itself"


@lru_cache(maxsize=16)
def _indexed(names: frozenset[str]) -> Names:
    return Names(names)


def _nowhere(path: str) -> str:
    return f"{shown(path)} is not in the portfolio"
