"""The own keys of two portfolio.yaml that differ: title, week, balance and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import (
    ADDED,
    CALENDAR,
    CHANGED,
    PORTFOLIO,
    REMOVED,
    Detail,
    Edit,
    Patch,
)
from roadmap.studies.derived_changes import Echoes
from roadmap.studies.written import same

_KEYS = (
    "title", "vision", "framework", "journey", "fiscal_year_starts", "balance",
    "minimise", "engine", "horizons", "currency", "link_templates",
)  # fmt: skip
_MOVES_NOTHING = ("title", "vision", "journey", "horizons", "currency", "link_templates")


def own_keys(old: Portfolio, new: Portfolio, echoes: Echoes) -> Iterator[Edit]:
    """The edits of portfolio.yaml's own keys, with what echoes them."""
    for key in _KEYS:
        one, other = getattr(old, key), getattr(new, key)
        if not same(one, other):
            inert = key in _MOVES_NOTHING
            patch = Patch(PORTFOLIO, values={key: other})
            yield _edit(key, tuple(_details(one, other)), patch, echoes, inert)
    yield from _calendar(old, new, echoes)
    for key in sorted(old.settings.keys() | new.settings.keys()):
        one, other = old.settings.get(key), new.settings.get(key)
        if not same(one, other):
            patch = Patch("settings", key, entry=other)
            yield _edit(key, tuple(_details(one, other)), patch, echoes)
    for key in ("default_effort", "sizes"):
        if key in echoes.patches:
            yield _edit(key, tuple(echoes.details.get(key, ())), None, echoes)


def _calendar(old: Portfolio, new: Portfolio, echoes: Echoes) -> Iterator[Edit]:
    for key in ("start", "week"):
        one, other = getattr(old.calendar, key), getattr(new.calendar, key)
        if one != other:
            patch = Patch(CALENDAR, values={key: other})
            yield _edit(key, (Detail((), one, other),), patch, echoes)
    before, after = old.calendar.holidays, new.calendar.holidays
    gone = tuple(each for each in before if each not in after)
    come = tuple(each for each in after if each not in before)
    if gone or come:
        patch = Patch(CALENDAR, values={"holidays": after})
        yield _edit("holidays", (Detail((), gone or None, come or None),), patch, echoes)


def _details(one: Any, other: Any) -> Iterator[Detail]:
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        yield Detail((), one, other)
        return
    for key in [*one, *(key for key in other if key not in one)]:
        if not same(one.get(key), other.get(key)):
            yield Detail((key,), one.get(key), other.get(key))


def _edit(
    key: str,
    details: tuple[Detail, ...],
    patch: Patch | None,
    echoes: Echoes,
    inert: bool = False,
) -> Edit:
    patches = ((patch,) if patch else ()) + tuple(echoes.patches.get(key, ()))
    kinds = {_kind(each) for each in details}
    kind = kinds.pop() if len(kinds) == 1 else CHANGED
    return Edit(PORTFOLIO, "", key, kind, details, patches, inert)


def _kind(detail: Detail) -> str:
    if detail.before in (None, "", (), {}):
        return ADDED
    return REMOVED if detail.after in (None, "", (), {}) else CHANGED
