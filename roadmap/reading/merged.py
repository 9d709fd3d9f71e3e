"""portfolio.yaml and the section files next to it, as one mapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import DUPLICATE_SECTION, WRONG_VALUE
from roadmap.reading.portfolio_file import SECTIONS
from roadmap.reading.tree import Tree

PORTFOLIO = ("portfolio.yaml", "portfolio.yml")


@dataclass(slots=True)
class Merged:
    """All sections in one mapping; `places` are those of sections from other files.

    `main` is the portfolio's file. `unread` are sections that may contain more than `data`.
    """

    main: str
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def relocated(self, fault: Diagnostic) -> Diagnostic:
        """A finding about a section in a file of its own, moved to that file."""
        place = fault.place
        if place is None or not place.route or place.route[0] not in self.places:
            return fault
        home = self.places[str(place.route[0])]
        there = replace(
            place, file=home.file, route=place.route[1:], document=home.document
        )
        edits = tuple(replace(edit, place=there) for edit in fault.edits)
        return replace(fault, place=there, edits=edits)


def merged(trees: Mapping[str, Tree], reserved: Mapping[str, str]) -> Merged:
    """The content of the shared files; of a duplicate section the first one is used.

    An empty file counts as left out, like an empty key.
    """
    mains = (name for name, section in reserved.items() if section == "portfolio")
    main = next(mains, PORTFOLIO[0])
    whole = Merged(main)
    if main in trees:
        _, data = _mapping(trees[main], whole, "")
        whole.data = data
    for name, section in reserved.items():
        if trees[name].broken or name == main:
            continue
        if section == "portfolio":
            whole.faults.append(_beside(name, main))
        elif whole.data.get(section) is not None:
            whole.faults.append(_twice(section, name, whole))
            whole.unread.add(section)
        elif any(document is not None for document in trees[name].documents):
            place, data = _mapping(trees[name], whole, section)
            whole.data[section], whole.places[section] = data, place
    return whole


def _mapping(tree: Tree, whole: Merged, section: str) -> tuple[Place, dict[str, Any]]:
    """The mapping of a file, and the place of its document."""
    documents = [
        (Place(tree.file, document=number), document)
        for number, document in enumerate(tree.documents)
        if document is not None
    ]
    if not documents:
        return Place(tree.file), {}
    if len(documents) > 1:
        message, cure = "only the first YAML document here is used", "merge them into one"
        fault = Diagnostic(WRONG_VALUE, message, documents[1][0], cure=cure)
        _ignored(fault, whole, section)
    place, first = documents[0]
    if isinstance(first, dict):
        return place, dict(first)
    message, cure = "this file must be a mapping", "write `key: value` pairs"
    _ignored(Diagnostic(WRONG_VALUE, message, place, cure=cure), whole, section)
    return place, {}


def _ignored(fault: Diagnostic, whole: Merged, section: str) -> None:
    whole.faults.append(fault)
    whole.unread.update([section] if section else SECTIONS)


def _beside(name: str, main: str) -> Diagnostic:
    message, cure = f"`{main}` exists too, so this file is ignored", "keep one of the two"
    return Diagnostic(DUPLICATE_SECTION, message, Place(name), cure=cure)


def _twice(section: str, name: str, whole: Merged) -> Diagnostic:
    home = whole.places.get(section, (Place(whole.main) / section).key)
    message = f"`{section}` is in `{home.file}` too, so this file is ignored"
    related = ((home, "used here"),)
    cure = "keep one of the two"
    return Diagnostic(DUPLICATE_SECTION, message, Place(name), related, cure)
