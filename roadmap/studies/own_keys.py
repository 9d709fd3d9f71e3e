"""The own keys of portfolio.yaml that differ: title, week, balance and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.model.published import Published
from roadmap.studies.change import (
    CALENDAR,
    PORTFOLIO,
    Change,
    ChangeKind,
    Detail,
    Patch,
)
from roadmap.studies.derived_changes import DerivedChanges
from roadmap.studies.sameness import IN_ORDER, same

_KEYS = (
    "title", "vision", "framework", "journey", "fiscal_year_starts",
    "fiscal_year_named_by", "balance", "minimise", "engine", "steadiness", "horizons",
    "currency", "link_templates", "status_words", "funding",
)  # fmt: skip
PUBLISHED = "published"
"""The key of the change of what was published, which has a file of its own."""
_MOVES_NOTHING = (
    "title", "vision", "journey", "horizons", "currency", "link_templates", "status_words",
)  # fmt: skip
"""Keys that move nothing by themselves; initiatives may change with them."""


def own_keys(old: Portfolio, new: Portfolio, derived: DerivedChanges) -> Iterator[Change]:
    """The changes of portfolio.yaml's own keys, with the changes derived from them."""
    for key in _KEYS:
        one, other = getattr(old, key), getattr(new, key)
        alike = one == other if key in IN_ORDER else same(one, other)
        if not alike:
            patch = Patch(PORTFOLIO, values={key: other})
            inert = key in _MOVES_NOTHING and key not in derived.patches
            yield _change(key, tuple(_details(one, other)), patch, derived, inert)
    yield from _calendar(old, new, derived)
    yield from _settings(old, new, derived)
    yield from _published(old, new, derived)
    for key in ("default_effort", "sizes"):
        if key in derived.patches:
            yield _change(key, tuple(derived.details.get(key, ())), None, derived)


def _calendar(old: Portfolio, new: Portfolio, derived: DerivedChanges) -> Iterator[Change]:
    for key in ("start", "week"):
        one, other = getattr(old.calendar, key), getattr(new.calendar, key)
        if one != other:
            patch = Patch(CALENDAR, values={key: other})
            yield _change(key, (Detail((), one, other),), patch, derived)
    before, after = old.calendar.holidays, new.calendar.holidays
    removed = tuple(holiday for holiday in before if holiday not in after)
    added = tuple(holiday for holiday in after if holiday not in before)
    if removed or added:
        patch = Patch(CALENDAR, values={"holidays": after})
        detail = Detail((), removed or None, added or None)
        yield _change("holidays", (detail,), patch, derived)


def _settings(old: Portfolio, new: Portfolio, derived: DerivedChanges) -> Iterator[Change]:
    for key in sorted(old.settings.keys() | new.settings.keys()):
        one, other = old.settings.get(key), new.settings.get(key)
        if not same(one, other):
            patch = Patch("settings", key, entry=other)
            yield _change(key, tuple(_details(one, other)), patch, derived)


def _published(old: Portfolio, new: Portfolio, derived: DerivedChanges) -> Iterator[Change]:
    """What was told anew, as one change; only dates can move anything."""
    one, other = old.published, new.published
    if not same(one, other):
        before, after = (_shown(it) for it in (one, other))
        patch = Patch(PORTFOLIO, values={PUBLISHED: other})
        inert = same(one.dates if one else {}, other.dates if other else {})
        yield _change(PUBLISHED, tuple(_details(before, after)), patch, derived, inert)


def _shown(published: Published | None) -> Mapping[str, str]:
    """What people read of each initiative."""
    dates = published.dates if published else {}
    return {id: told.shown for id, told in dates.items()}


def _details(one: Any, other: Any) -> Iterator[Detail]:
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        yield Detail((), one, other)
        return
    for key in [*one, *(key for key in other if key not in one)]:
        if not same(one.get(key), other.get(key)):
            yield Detail((key,), one.get(key), other.get(key))


def _change(
    key: str,
    details: tuple[Detail, ...],
    patch: Patch | None,
    derived: DerivedChanges,
    inert: bool = False,
) -> Change:
    patches = ((patch,) if patch else ()) + tuple(derived.patches.get(key, ()))
    kinds = {_kind(detail) for detail in details}
    kind = kinds.pop() if len(kinds) == 1 else ChangeKind.CHANGED
    return Change(PORTFOLIO, "", key, kind, details, patches, inert)


def _kind(detail: Detail) -> ChangeKind:
    if detail.before in (None, "", (), {}):
        return ChangeKind.ADDED
    removed = detail.after in (None, "", (), {})
    return ChangeKind.REMOVED if removed else ChangeKind.CHANGED
