"""Collect the initiatives of all files, and give each its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.model.initiative import Initiative
from roadmap.reading.efforts import Teams
from roadmap.reading.faults import DUPLICATE_ID, UNUSABLE_ID, WRONG_VALUE
from roadmap.reading.foreign import foreign
from roadmap.reading.ids import complaint, taken_id
from roadmap.reading.initiatives import Ground, Stub, initiative, stub
from roadmap.reading.privacy import marked_twice
from roadmap.reading.tree import Tree, typed


def collected(
    files: Iterable[tuple[str, Tree]],
    teams: Teams,
    ground: Ground,
    faults: list[Diagnostic],
    unread: set[str],
) -> dict[str, Initiative]:
    """Collect the initiatives, sorted by id, and add faults to `faults`.

    Each file comes with its name; what is in no file of its own has an empty one.
    """
    initiatives: dict[str, Initiative] = {}
    taken: dict[str, Initiative] = {}
    for name, tree in files:
        entries = list(_mappings(tree, faults, unread))
        unsure = marked_twice(tree.faults)
        for place, data in entries:
            if (other := foreign(data, place, ground.keys)) is not None:
                faults.append(other)
                unread.add("initiatives")
                continue
            each, wrong = stub(data, place, ground)
            if place in unsure:
                each = replace(each, internal=True)
            id = _settled(each, name, bool(name) and len(entries) == 1, faults)
            faults.extend(replace(fault, initiative=id) for fault in wrong)
            if id is None:
                unread.add("initiatives")
            elif (first := taken.get(id.casefold())) is not None:
                faults.append(_duplicate(id, each.place, first))
                unread.add("initiatives")
            else:
                initiatives[id] = taken[id.casefold()] = initiative(
                    each, id, _theme(name), teams, ground
                )
    return dict(sorted(initiatives.items()))


def _mappings(
    tree: Tree, faults: list[Diagnostic], unread: set[str]
) -> Iterator[tuple[Place, dict[str, Any]]]:
    for where, entry in entries_of(tree):
        if isinstance(entry, dict):
            yield where, entry
        else:
            faults.append(_no_mapping(where))
            unread.add("initiatives")


def entries_of(tree: Tree) -> Iterator[tuple[Place, Any]]:
    """What a file holds, one initiative each as a rule, with its place."""
    for number, document in enumerate(tree.documents):
        place = tree.place(number)
        if not isinstance(document, list):
            listed = [(place, document)]
        else:
            listed = [(place / index, entry) for index, entry in enumerate(document)]
        yield from ((where, entry) for where, entry in listed if entry is not None)


def useless(tree: Tree) -> bool:
    """Whether a file has content but no possible initiative.

    >>> useless(Tree("a.yaml", ["soon", None])), useless(Tree("a.yaml", [None, {}]))
    (True, False)
    """
    entries = [entry for _, entry in entries_of(tree)]
    return bool(entries) and not any(isinstance(entry, dict) for entry in entries)


def _no_mapping(place: Place) -> Diagnostic:
    message, cure = "an initiative must be a mapping", "write `title: …` and its other keys"
    return Diagnostic(WRONG_VALUE, message, place, cure=cure)


def _settled(content: Stub, name: str, alone: bool, faults: list[Diagnostic]) -> str | None:
    """The id of an initiative; None, with a finding, where it has no usable one."""
    stated = content.file.id
    if stated is None and not alone:
        message = "no `id`, in a file with several initiatives"
        message = message if name else "no `id`; an added initiative needs one"
        cure = "add an `id`"
        faults.append(Diagnostic(UNUSABLE_ID, message, content.place, cure=cure))
        return None
    id = _stem(name) if stated is None else stated
    wrong = complaint(id)
    if wrong is None:
        return id
    message, cure = wrong
    if stated is None:
        message, cure = (
            f"the file's name cannot serve as an id: {message}",
            "rename the file, or add an `id`",
        )
    place = content.place if stated is None else content.place / "id"
    faults.append(Diagnostic(UNUSABLE_ID, message, place, cure=cure))
    return None


def _duplicate(id: str, place: Place, first: Initiative) -> Diagnostic:
    message = f"{taken_id(id, first.id)}; this initiative is left out"
    related = ((first.place / "id", "used here first"),)
    cure = "give one of them another id"
    folder, _, file = place.file.rpartition("/")
    if folder and not place.route and id == _stem(file):
        cure = f"add `id: {folder.rpartition('/')[2]}`, as several files have this name"
    return Diagnostic(DUPLICATE_ID, message, place / "id", related, cure, id)


def _theme(name: str) -> str:
    return name.rpartition("/")[0]


def raw_id(data: dict[str, Any], name: str, alone: bool) -> str | None:
    """The id that a mapping goes by, before anything in it is judged; None without one."""
    stated = data.get("id")
    if isinstance(stated, str | int | float):
        return typed(stated)
    return _stem(name) if alone and stated is None else None


def _stem(name: str) -> str:
    """A file's name without folder and extension."""
    return name.rpartition("/")[2].rpartition(".")[0]
