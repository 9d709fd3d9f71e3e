"""Lay an overlay over what the files say, before anything is validated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from roadmap.diagnostics import Diagnostic, Place, Route
from roadmap.reading.collected import entries_of, raw_id
from roadmap.reading.faults import UNKNOWN_TARGET
from roadmap.reading.merged import Merged
from roadmap.reading.near import nearest
from roadmap.reading.origins import Origins
from roadmap.reading.overlay import Assignment, Drop, Overlay, Supposition
from roadmap.reading.own_copies import OwnCopies
from roadmap.reading.paths import NoPath, Paths
from roadmap.reading.quoting import shown
from roadmap.reading.record import Record
from roadmap.reading.tree import Tree

Records = tuple[type[Record], type[Record]]
"""The records of portfolio.yaml and of an initiative."""

GUESSED = 100
"""Names that lead nowhere for which the one that is most like them is looked for."""


@dataclass(slots=True)
class Laid:
    """What files say under an overlay; the parsed files themselves stay as they are.

    `said` is portfolio.yaml as merged, `trees` are the files of initiatives by name, and
    `added` those of them that only the overlay has. `origins` say where overlaid values
    were written, `faults` what in the overlay leads nowhere.
    """

    said: Merged
    trees: dict[str, Tree]
    added: set[str] = field(default_factory=set)
    origins: Origins = field(default_factory=Origins)
    faults: list[Diagnostic] = field(default_factory=list)
    _places: dict[str, Place] = field(default_factory=dict)
    _copies: OwnCopies = field(default_factory=OwnCopies)

    def __post_init__(self) -> None:
        """Change a copy of what portfolio.yaml says, not what others read."""
        self.said.data = self._copies.own(self.said.data)

    @property
    def files(self) -> Iterable[tuple[str, Tree]]:
        """The files of initiatives by name; one that the overlay adds has none."""
        return ((self._name(file), tree) for file, tree in self.trees.items())

    def _name(self, file: str) -> str:
        return "" if file in self.added else file

    def lay(self, supposition: Supposition, records: Records) -> None:
        """Make the changes of a supposition."""
        if supposition.added is not None:
            self.trees[supposition.added.file] = supposition.added
            self.added.add(supposition.added.file)
            self.index(supposition.added)
        paths = Paths(*records, self.said.data, self._places, self._data)
        for assignment in supposition.assignments:
            self._assign(assignment, paths)
        for drop in supposition.drops:
            self._drop(drop, supposition.because)

    def index(self, tree: Tree) -> None:
        """Remember where each initiative is; of several with one id the first counts."""
        name = self._name(tree.file)
        entries = [(place, it) for place, it in entries_of(tree) if isinstance(it, dict)]
        for place, data in entries:
            id = raw_id(data, name, bool(name) and len(entries) == 1)
            if id is not None:
                self._places.setdefault(id, place)

    def _assign(self, assignment: Assignment, paths: Paths) -> None:
        try:
            target = paths.target(assignment.path, guess=len(self.faults) < GUESSED)
        except NoPath as error:
            self._fault(assignment.place.key, error.message, error.cure)
            return
        if target.initiative is not None:
            home = self._places[target.initiative]
            self._put(home, target.route, assignment.value, assignment.place)
            return
        said, route = self.said, target.route
        said.data = self._copies.placed(said.data, route, assignment.value)
        section = said.places.get(str(route[0]))
        place = Place(said.main, route) if section is None else _below(section, route[1:])
        self.origins.put(place, assignment.place)

    def _drop(self, drop: Drop, because: str) -> None:
        home = self._places.get(drop.id)
        if home is None:
            few = len(self.faults) < GUESSED
            near = nearest(drop.id, self._places) if few else ""
            cure = f"write `{near}`" if near else "name an initiative by its id"
            self._fault(drop.place, f"no initiative {shown(drop.id)}", cure)
            return
        self._put(home, ("status",), "dropped", drop.place)
        self._put(home, ("because",), because, drop.place)

    def _put(self, home: Place, route: Route, value: Any, origin: Place) -> None:
        """Set a value below the place of an initiative."""
        tree = self.trees[home.file]
        inside = (home.document, *home.route[len(tree.above) :], *route)
        documents = self._copies.placed(tree.documents, inside, value)
        if documents is not tree.documents:
            self.trees[home.file] = replace(tree, documents=documents)
        self.origins.put(_below(home, route), origin)

    def _data(self, id: str) -> Any:
        """What the file of an initiative says of it."""
        home = self._places[id]
        tree = self.trees[home.file]
        data = tree.documents[home.document]
        for step in home.route[len(tree.above) :]:
            data = data[step]
        return data

    def _fault(self, place: Place, message: str, cure: str) -> None:
        self.faults.append(Diagnostic(UNKNOWN_TARGET, message, place, cure=cure))


def laid(
    overlay: Overlay,
    said: Merged,
    files: Iterable[tuple[str, Tree]],
    records: Records,
) -> Laid:
    """What files say with all suppositions of an overlay, the first one first."""
    whole = Laid(replace(said), dict(files))
    for tree in whole.trees.values():
        whole.index(tree)
    for supposition in overlay.suppositions:
        whole.lay(supposition, records)
    return whole


def _below(place: Place, route: Route) -> Place:
    return Place(place.file, (*place.route, *route), place.document)
