"""The initiatives that a portfolio holds already, as an import meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from roadmap.diagnostics import Place
from roadmap.importers.draft import SOURCE
from roadmap.model.initiative import Initiative
from roadmap.reading.read import Read
from roadmap.reading.tree import Tree, tree, typed


@dataclass(frozen=True, slots=True)
class Known:
    """An initiative that came from a source: where it stands, and what it said last.

    `values` are its keys as its file has them; `last` those that its source said.
    """

    id: str
    title: str
    place: Place
    system: str
    key: str
    last: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a portfolio holds: what came from sources, every id, and every file.

    `depends_on` are the dependencies of all initiatives, by id.
    """

    known: tuple[Known, ...] = ()
    ids: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    depends_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def holding(read: Read) -> Holding:
    """What a portfolio that was read holds."""
    every = read.portfolio.initiatives
    return Holding(
        tuple(_known(read)),
        tuple(every),
        read.files,
        {id: initiative.depends_on or () for id, initiative in every.items()},
    )


def ourselves(read: Read, system: str) -> Holding:
    """Every initiative as if it had come from our own export, by its id.

    Nothing was said last, so where an export says something else than the files, both
    sides may have changed it.
    """
    every = read.portfolio.initiatives
    known = (
        Known(id, it.title, it.place, system, id, values=_stated(it))
        for id, it in every.items()
    )
    return replace(holding(read), known=tuple(known))


def _stated(initiative: Initiative) -> dict[str, Any]:
    """What an initiative says in the fields that our own export has."""
    owners = list(initiative.owners)
    return {
        "title": initiative.title,
        "status": initiative.status.value,
        "kind": initiative.kind,
        "priority": initiative.priority,
        "owner": owners[0] if len(owners) == 1 else None,
        "owners": owners if len(owners) > 1 else None,
        "tags": list(initiative.tags),
        "parent": initiative.parent,
        "depends_on": list(initiative.depends_on or ()),
    }


def _known(read: Read) -> Iterator[Known]:
    trees: dict[str, Tree] = {}
    for initiative in read.portfolio.initiatives.values():
        source = initiative.extra.get(SOURCE)
        if not isinstance(source, dict) or source.get("key") is None:
            continue
        file = initiative.place.file
        if file not in trees:
            trees[file] = tree(file, read.sources.read(file))
        yield _one(initiative, source, _at(trees[file], initiative.place))


def _one(initiative: Initiative, source: dict[str, Any], values: Any) -> Known:
    last = source.get("last")
    return Known(
        initiative.id,
        initiative.title,
        initiative.place,
        typed(source.get("system") or ""),
        typed(source["key"]),
        last if isinstance(last, dict) else {},
        values if isinstance(values, dict) else {},
    )


def _at(found: Tree, place: Place) -> Any:
    value = found.documents[place.document]
    for step in place.route:
        value = value[step]
    return value
