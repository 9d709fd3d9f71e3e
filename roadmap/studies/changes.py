"""Everything that differs between two portfolios, change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from roadmap.model.customers import Need
from roadmap.model.initiative import Claim, Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Team
from roadmap.studies.change import (
    ENTRIES,
    INITIATIVES,
    Change,
    ChangeKind,
    Detail,
    Patch,
)
from roadmap.studies.derived_changes import DerivedChanges
from roadmap.studies.own_keys import own_keys
from roadmap.studies.sameness import essence, same, stated_fields

_TOGETHER = {
    "title": ("title", "untitled"),
    "effort": ("effort", "effort_assumed"),
    "not_before": ("not_before", "not_before_range"),
}
_SKIPPED = (
    "id", "place", "untitled", "effort_assumed", "not_before_range", "team", "status_word",
)  # fmt: skip
_MOVES_NOTHING = (
    "title", "theme", "summary", "owners", "tags", "links", "related", "promised",
    "cost", "internal", "perspectives", "spent", "delivered", "because", "extra",
    "kind", "priority", "parent", "relations", "created", "updated",
)  # fmt: skip
_FUNDED_BY = ("cost", "spent", "delivered")
"""Those of them that take from a budget, where there is one."""
_KEYS = {"contributions": "contributes_to", "heard_from": "from"}
_LABELS = (
    "title", "statement", "stage", "says", "link", "channel", "segments", "from",
)  # fmt: skip
"""The fields of an entry that count for nothing."""


def changes(old: Portfolio, new: Portfolio) -> tuple[Change, ...]:
    """Every change between two portfolios: shared ones first, then by initiative."""
    derived = DerivedChanges(old, new)
    own = list(_initiatives(old, new, derived))
    shared = chain(own_keys(old, new, derived), _entries(old, new))
    return (*shared, *own)


def _entries(old: Portfolio, new: Portfolio) -> Iterator[Change]:
    for section in ENTRIES:
        before, after = getattr(old, section), getattr(new, section)
        for id in sorted(before.keys() | after.keys()):
            one, other = _stated(before.get(id)), _stated(after.get(id))
            if not same(one, other):
                patch = Patch(section, id, entry=after.get(id))
                yield _entry(section, id, one, other, patch)


def _stated(entry: Any) -> Any:
    """An entry that somebody wrote; not a name that merely occurs."""
    if isinstance(entry, Need) and entry.named_only:
        return None
    return None if isinstance(entry, Team) and entry.place is None else entry


def _entry(section: str, id: str, one: Any, other: Any, patch: Patch) -> Change:
    if one is None or other is None:
        kind = ChangeKind.ADDED if one is None else ChangeKind.REMOVED
        return Change(section, id, "", kind, (), (patch,))
    details = tuple(_fields(one, other))
    inert = all(detail.route[0] in _LABELS for detail in details)
    return Change(section, id, "", ChangeKind.CHANGED, details, (patch,), inert)


def _initiatives(
    old: Portfolio, new: Portfolio, derived: DerivedChanges
) -> Iterator[Change]:
    before, after = old.initiatives, new.initiatives
    limited = any(side.funding and side.funding.limits for side in (old, new))
    inert = [key for key in _MOVES_NOTHING if not (limited and key in _FUNDED_BY)]
    for id in sorted(before.keys() | after.keys()):
        if id in before and id in after:
            yield from _keys(before[id], after[id], derived, inert)
        else:
            patch = Patch(INITIATIVES, id, entry=after.get(id))
            kind = ChangeKind.ADDED if id in after else ChangeKind.REMOVED
            yield Change(INITIATIVES, id, "", kind, (), (patch,))


def _keys(
    before: Initiative, after: Initiative, derived: DerivedChanges, inert: Collection[str]
) -> Iterator[Change]:
    """The changes of an initiative's keys; those of `inert` keys move nothing."""
    if before == after:
        return
    dropped = Status.DROPPED is after.status is not before.status
    for field in fields(before):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if field.name in _SKIPPED or (one == other or same(one, other)):
            continue
        if dropped and field.name == "because":
            continue
        together = _TOGETHER.get(field.name, (field.name,))
        values = {name: getattr(after, name) for name in together}
        patch = Patch(INITIATIVES, before.id, values)
        if not derived.take(before, after, field.name, patch):
            still = field.name in inert or same(one, other, words=False)
            change = _key(before.id, field.name, one, other, patch, still)
            told = dropped and field.name == "status"
            yield _with_reason(change, before, after) if told else change


def _with_reason(change: Change, before: Initiative, after: Initiative) -> Change:
    """The change by which an initiative is dropped, with why it was, as one."""
    if before.because == after.because:
        return change
    why = Detail(("because",), before.because, after.because)
    patch = Patch(
        INITIATIVES, before.id, {"status": after.status, "because": after.because}
    )
    return replace(change, details=(*change.details, why), patches=(patch,))


def _key(id: str, name: str, one: Any, other: Any, patch: Patch, inert: bool) -> Change:
    kind = ChangeKind.CHANGED
    if _empty(one):
        kind = ChangeKind.ADDED
    elif _empty(other):
        kind = ChangeKind.REMOVED
    single = name == "owners" and max(len(one), len(other)) == 1
    named = "owner" if single else _KEYS.get(name, name)
    key, details = _named_key(named, tuple(_details(one, other)))
    return Change(INITIATIVES, id, key, kind, details, (patch,), inert)


def _named_key(key: str, details: tuple[Detail, ...]) -> tuple[str, tuple[Detail, ...]]:
    """What the file calls a key: a framework's section, an `x-` key by its own name."""
    names = {detail.route[0] for detail in details if detail.route}
    if key not in ("overrides", "extra") or len(names) != 1:
        return key, details
    return names.pop(), tuple(
        Detail(detail.route[1:], detail.before, detail.after) for detail in details
    )


def _empty(value: Any) -> bool:
    return value is None or (value in ("", (), {}) and value is not False)


def _details(one: Any, other: Any) -> Iterator[Detail]:
    """The details of a key: claims and mappings one by one, anything else as a whole."""
    lists = [value for value in (one, other) if isinstance(value, tuple)]
    if any(isinstance(entry, Claim) for entries in lists for entry in entries):
        common = Counter(map(essence, one)) & Counter(map(essence, other))
        yield from _mapped(_by_target(one, common), _by_target(other, common))
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        yield from _mapped(one, other)
    else:
        yield Detail((), one, other)


def _by_target(claims: tuple[Claim, ...], common: Counter[Hashable]) -> dict[str, Claim]:
    """The claims beyond those that both sides have, by what they are for."""
    named: dict[str, Claim] = {}
    held = Counter(common)
    for claim in claims:
        held[essence(claim)] -= 1
        if held[essence(claim)] >= 0:
            continue
        name, number = claim.target, 2
        while name in named:
            name, number = f"{claim.target} ({number})", number + 1
        named[name] = claim
    return named


def _mapped(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Detail]:
    for key in [*one, *(key for key in other if key not in one)]:
        before, after = one.get(key), other.get(key)
        if same(before, after):
            continue
        if isinstance(before, Claim) and isinstance(after, Claim):
            yield from _below(key, _fields(before, after))
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _below(key, _mapped(before, after))
        else:
            yield Detail((key,), before, after)


def _below(key: str, details: Iterator[Detail]) -> Iterator[Detail]:
    for detail in details:
        yield Detail((key, *detail.route), detail.before, detail.after)


def _fields(one: Any, other: Any) -> Iterator[Detail]:
    """The fields in which two values of one class differ."""
    before, after = stated_fields(one), stated_fields(other)
    for field in fields(one):
        a, b = before.get(field.name), after.get(field.name)
        if field.name in ("id", "place") or same(a, b):
            continue
        if field.name == "survey":
            yield from _answers(a, b)
        else:
            yield Detail((_KEYS.get(field.name, field.name),), a, b)


def _answers(one: Any, other: Any) -> Iterator[Detail]:
    """What a survey says, by the keys that a file has for it."""
    for key in ("importance", "satisfaction"):
        a, b = getattr(one, key, None), getattr(other, key, None)
        if a != b:
            yield Detail((key,), a, b)
