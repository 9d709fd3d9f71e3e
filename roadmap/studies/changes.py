"""Everything that differs between two portfolios, edit by edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import chain
from typing import Any

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team
from roadmap.studies.change import (
    ADDED,
    CHANGED,
    ENTRIES,
    INITIATIVES,
    REMOVED,
    Detail,
    Edit,
    Patch,
)
from roadmap.studies.derived_changes import Echoes
from roadmap.studies.own_keys import own_keys
from roadmap.studies.written import said, same

_TOGETHER = {"title": ("title", "untitled"), "effort": ("effort", "effort_assumed")}
_SKIPPED = ("id", "place", "untitled", "effort_assumed", "team")
_MOVES_NOTHING = (
    "title", "theme", "summary", "owner", "tags", "links", "related", "promised",
    "cost", "internal", "perspectives", "delivered", "because", "extra",
)  # fmt: skip
_KEYS = {"contributions": "contributes_to"}
_LABELS = ("title", "statement", "stage", "says", "link", "key_results")
"""What is said of an entry and counts for nothing."""


def edits(old: Portfolio, new: Portfolio) -> tuple[Edit, ...]:
    """Every edit between two portfolios: shared ones first, then by initiative."""
    echoes = Echoes(old, new)
    own = list(_initiatives(old, new, echoes))
    shared = chain(own_keys(old, new, echoes), _entries(old, new))
    return (*shared, *own)


def _entries(old: Portfolio, new: Portfolio) -> Iterator[Edit]:
    for section in ENTRIES:
        before, after = getattr(old, section), getattr(new, section)
        for id in sorted(before.keys() | after.keys()):
            one, other = _stated(before.get(id)), _stated(after.get(id))
            if not same(one, other):
                yield _entry(section, id, one, other, after.get(id))


def _stated(entry: Any) -> Any:
    """An entry that somebody wrote; not a name that merely occurs."""
    if isinstance(entry, Need) and entry.named_only:
        return None
    return None if isinstance(entry, Team) and entry.place is None else entry


def _entry(section: str, id: str, one: Any, other: Any, after: Any) -> Edit:
    patch = Patch(section, id, entry=after)
    if one is None or other is None:
        return Edit(section, id, "", ADDED if one is None else REMOVED, (), (patch,))
    found = tuple(details(one, other))
    inert = all(each.route[0] in _LABELS for each in found)
    return Edit(section, id, "", CHANGED, found, (patch,), inert)


def _initiatives(old: Portfolio, new: Portfolio, echoes: Echoes) -> Iterator[Edit]:
    before, after = old.initiatives, new.initiatives
    for id in sorted(before.keys() | after.keys()):
        if id in before and id in after:
            yield from _keys(before[id], after[id], echoes)
        else:
            patch = Patch(INITIATIVES, id, entry=after.get(id))
            kind = ADDED if id in after else REMOVED
            yield Edit(INITIATIVES, id, "", kind, (), (patch,))


def _keys(before: Initiative, after: Initiative, echoes: Echoes) -> Iterator[Edit]:
    if before == after:
        return
    for each in fields(before):
        one, other = getattr(before, each.name), getattr(after, each.name)
        if each.name in _SKIPPED or (one == other or same(one, other)):
            continue
        together = _TOGETHER.get(each.name, (each.name,))
        values = {name: getattr(after, name) for name in together}
        patch = Patch(INITIATIVES, before.id, values)
        if not echoes.take(before, after, each.name, patch):
            yield _key(before.id, each.name, one, other, patch)


def _key(id: str, name: str, one: Any, other: Any, patch: Patch) -> Edit:
    kind = ADDED if _empty(one) else REMOVED if _empty(other) else CHANGED
    inert = name in _MOVES_NOTHING or same(one, other, words=False)
    key, found = _named(_KEYS.get(name, name), tuple(_within(one, other)))
    return Edit(INITIATIVES, id, key, kind, found, (patch,), inert)


def _named(key: str, found: tuple[Detail, ...]) -> tuple[str, tuple[Detail, ...]]:
    """What the file calls a key: a framework's section, an `x-` key by its own name."""
    names = {each.route[0] for each in found if each.route}
    if key not in ("overrides", "extra") or len(names) != 1:
        return key, found
    return names.pop(), tuple(
        Detail(each.route[1:], each.before, each.after) for each in found
    )


def _empty(value: Any) -> bool:
    return value is None or (value in ("", (), {}) and value is not False)


def _within(one: Any, other: Any) -> Iterator[Detail]:
    """The details of a key: of claims and mappings each that differs, else the whole."""
    claims = [each for each in (one, other) if isinstance(each, tuple)]
    if any(isinstance(each, Claim) for value in claims for each in value):
        yield from _mapped(_by_target(one), _by_target(other))
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        yield from _mapped(one, other)
    else:
        yield Detail((), one, other)


def _by_target(claims: tuple[Claim, ...]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for each in claims:
        name, number = each.target, 2
        while name in found:
            name, number = f"{each.target} ({number})", number + 1
        found[name] = each
    return found


def _mapped(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Detail]:
    for key in [*one, *(key for key in other if key not in one)]:
        before, after = one.get(key), other.get(key)
        if same(before, after):
            continue
        if isinstance(before, Claim) and isinstance(after, Claim):
            for each in details(before, after):
                yield Detail((key, *each.route), each.before, each.after)
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            for each in _mapped(before, after):
                yield Detail((key, *each.route), each.before, each.after)
        else:
            yield Detail((key,), before, after)


def details(one: Any, other: Any) -> Iterator[Detail]:
    """The fields in which two values of one kind differ."""
    before, after = said(one), said(other)
    for each in fields(one):
        a, b = before.get(each.name), after.get(each.name)
        if each.name not in ("id", "place") and not same(a, b):
            yield from _field(each.name, a, b)


def _field(name: str, one: Any, other: Any) -> Iterator[Detail]:
    if name != "survey":
        yield Detail((name,), one, other)
        return
    for key in ("importance", "satisfaction"):
        a, b = getattr(one, key, None), getattr(other, key, None)
        if a != b:
            yield Detail((key,), a, b)
