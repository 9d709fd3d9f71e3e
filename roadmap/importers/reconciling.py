"""Drafts against the files there are: new, changed at the source, or in conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from roadmap.diagnostics import Place
from roadmap.importers.draft import ORDER, REFERENCES, SOURCE, TOGETHER, Draft
from roadmap.importers.known import Holding, Known
from roadmap.importers.new_names import NewNames
from roadmap.model.components import components
from roadmap.reading.tree import typed


class Fate(StrEnum):
    """What an import does to an initiative."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs: what the source said, what stands here, what it says now."""

    field: str
    before: Any
    here: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What becomes of a draft: its id, its file, and what changes there.

    `said` are its fields as the file states them. `settings` are the values to set at
    places of a file that exists; None removes one. `adopted` are fields that already
    stand here as the source says them now. `conflicts` are left alone.
    """

    draft: Draft
    fate: Fate
    id: str
    file: str
    said: Mapping[str, Any]
    settings: tuple[tuple[Place, Any], ...] = ()
    changes: tuple[FieldChange, ...] = ()
    adopted: tuple[str, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The outcomes in the order of the export, and initiatives that it has no item for.

    `folded` are initiatives whose item is now part of another one's; `twins` share their
    item with another initiative, and are left alone.
    """

    outcomes: tuple[Reconciliation, ...] = ()
    vanished: tuple[Known, ...] = ()
    folded: tuple[Known, ...] = ()
    twins: tuple[Known, ...] = ()


def reconciled(
    source: str,
    drafts: Iterable[Draft],
    keys: Iterable[str],
    holding: Holding,
    *,
    adding: bool = True,
    prefer: str = "",
) -> Reconciled:
    """Every draft beside the initiative that came from the same item, if there is one.

    `keys` are those of all items. Without `adding`, references to initiatives that are
    not here yet are left for another time. `prefer` settles conflicts for the `source`
    or for what is `mine`.
    """
    drafts = tuple(drafts)
    ours = [known for known in holding.known if known.system == source]
    first: dict[str, Known] = {}
    for our in ours:
        first.setdefault(our.key, our)
    places = _places(drafts, first, holding)
    ids = {key: known.id for key, known in first.items()}
    if adding:
        ids |= {key: id for key, (id, _) in places.items()}
    outcomes = tuple(
        _merged(source, draft, first[draft.key], ids, prefer)
        if draft.key in first
        else _new(draft, *places[draft.key], ids)
        for draft in drafts
    )
    gone = _gone(tuple(first.values()), {draft.key for draft in drafts}, set(keys))
    return Reconciled(
        _without_circles(outcomes, holding),
        *gone,
        tuple(our for our in ours if first[our.key] is not our),
    )


def _places(
    drafts: tuple[Draft, ...], first: Mapping[str, Known], holding: Holding
) -> Mapping[str, tuple[str, str]]:
    """The id and file of every draft: those that it has, or new ones."""
    names = NewNames(holding.ids, holding.files)
    return {
        draft.key: (first[draft.key].id, first[draft.key].place.file)
        if draft.key in first
        else names.named(draft)
        for draft in drafts
    }


def _gone(
    ours: tuple[Known, ...], drafted: set[str], keys: set[str]
) -> tuple[tuple[Known, ...], tuple[Known, ...]]:
    """Initiatives whose item is gone, and those whose item is part of another's."""
    families = {family(key) for key in keys}
    left = [our for our in ours if our.key not in drafted]
    vanished = (e for e in left if e.key not in keys and family(e.key) in families)
    return tuple(vanished), tuple(known for known in left if known.key in keys)


def family(key: str) -> str:
    """What the keys of one project begin with: an export of another says nothing of them.

    >>> family("PAY-12"), family("acme/shop#7"), family("Pay by card")
    ('PAY-', 'acme/shop#', '')
    """
    start = key.rstrip("0123456789.")
    return start if start != key and start[-1:] in ("-", "#", "/", ":") else ""


def rendered(name: str, value: Any, ids: Mapping[str, str]) -> Any:
    """A field as files state it: with ids for the tracker's keys, as far as there are.

    A parent may be elsewhere; it keeps its key.
    """
    if name not in REFERENCES or value is None:
        return value
    if isinstance(value, dict):
        pairs = ((word, rendered(name, each, ids)) for word, each in value.items())
        return {word: each for word, each in pairs if each} or None
    if isinstance(value, list):
        return [ids[typed(key)] for key in value if typed(key) in ids] or None
    return ids.get(typed(value), value)


def _new(draft: Draft, id: str, file: str, ids: Mapping[str, str]) -> Reconciliation:
    said = {name: rendered(name, value, ids) for name, value in draft.fields.items()}
    kept = {name: value for name, value in said.items() if value is not None}
    return Reconciliation(draft, Fate.NEW, id, file, kept)


def _merged(
    source: str, draft: Draft, known: Known, ids: Mapping[str, str], prefer: str
) -> Reconciliation:
    """Three ways a field: as it was said last, as it stands here, as it is said now."""
    changes, conflicts, adopted = [], [], []
    for name in _fields(draft, known):
        before, now = known.last.get(name), draft.fields.get(name)
        if _plain(before) == _plain(now) or _waits(draft, name, now, ids):
            continue
        here = known.values.get(name)
        said = rendered(name, before, ids)
        change = FieldChange(name, said, here, rendered(name, now, ids))
        if _plain(here) == _plain(change.now):
            adopted.append(name)
        elif _plain(here) == _plain(change.before) or prefer == "source":
            changes.append(change)
        elif prefer == "mine":
            adopted.append(name)
        else:
            conflicts.append(change)
    apart = _apart({conflict.field for conflict in conflicts})
    held = tuple(
        field_change for field_change in changes if field_change.field not in apart
    )
    outcome = Reconciliation(
        draft,
        Fate.UNCHANGED,
        known.id,
        known.place.file,
        {},
        changes=held,
        adopted=tuple(name for name in adopted if name not in apart),
        conflicts=tuple(conflicts),
    )
    return _with_settings(outcome, known)


def _with_settings(outcome: Reconciliation, known: Known) -> Reconciliation:
    settings = tuple(_settings(outcome, known))
    fate = Fate.CHANGED if settings else Fate.UNCHANGED
    return replace(outcome, fate=fate, settings=settings)


def _settings(outcome: Reconciliation, known: Known) -> Iterator[tuple[Place, Any]]:
    draft, place = outcome.draft, known.place
    for change in outcome.changes:
        yield place / change.field, change.now
    if SOURCE not in known.values:  # our own export, which leaves no trace in files
        return
    last = place / SOURCE / "last"
    for name in (*(change.field for change in outcome.changes), *outcome.adopted):
        yield last / name, draft.fields.get(name)
    source = known.values.get(SOURCE)
    url = source.get("url") if isinstance(source, dict) else None
    if draft.url and typed(url or "") != draft.url:
        yield place / SOURCE / "url", draft.url


def _fields(draft: Draft, known: Known) -> list[str]:
    """The fields that the source owns: those it says now, and those it said."""
    own = dict.fromkeys([*draft.fields, *map(str, known.last)])
    kept = [name for name in own if name not in ORDER and name.startswith("x-")]
    return [*(name for name in ORDER if name in own), *kept]


def _waits(draft: Draft, name: str, now: Any, ids: Mapping[str, str]) -> bool:
    """Whether a field is left for another time, or names what is not here yet."""
    if draft.leaves(name):
        return True
    if name not in ("depends_on", "relations") or now is None:
        return False
    said = now.values() if isinstance(now, dict) else [now]
    flat = [key for each in said for key in (each if isinstance(each, list) else [each])]
    return any(typed(key) not in ids for key in flat)


def _apart(conflicts: set[str]) -> set[str]:
    """The fields that are left alone with those in conflict."""
    return conflicts.union(*(group for group in TOGETHER if conflicts & set(group)))


def _without_circles(
    outcomes: tuple[Reconciliation, ...], holding: Holding
) -> tuple[Reconciliation, ...]:
    """The outcomes; a dependency that closes a circle with a person's is a conflict."""
    waits = {id: list(of) for id, of in holding.depends_on.items()}
    changed = {}
    for number, reconciliation in enumerate(outcomes):
        if reconciliation.fate is Fate.NEW:
            waits[reconciliation.id] = list(reconciliation.said.get("depends_on") or ())
        for change in reconciliation.changes:
            if change.field == "depends_on":
                waits[reconciliation.id] = list(change.now or ())
                changed[reconciliation.id] = number
    if not changed:
        return outcomes
    graph = {id: [to for to in of if to in waits] for id, of in waits.items()}
    tied = {id for knot in components(graph) if len(knot) > 1 for id in knot}
    reconciliations = list(outcomes)
    for id in changed.keys() & tied:
        reconciliations[changed[id]] = _held(reconciliations[changed[id]])
    return tuple(reconciliations)


def _held(outcome: Reconciliation) -> Reconciliation:
    """An outcome whose new dependencies are a conflict rather than a change."""
    held = [change for change in outcome.changes if change.field == "depends_on"]
    settings = tuple(
        (place, value)
        for place, value in outcome.settings
        if place.route[-1] != "depends_on"
    )
    return replace(
        outcome,
        fate=Fate.CHANGED if settings else Fate.UNCHANGED,
        settings=settings,
        changes=tuple(change for change in outcome.changes if change not in held),
        conflicts=(*outcome.conflicts, *held),
    )


def _plain(value: Any) -> Any:
    """A value for comparison: scalars as typed, lists in any order, nothing as None."""
    if value in (None, "", [], {}):
        return None
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return sorted(map(repr, map(_plain, value)))
    return typed(value)
