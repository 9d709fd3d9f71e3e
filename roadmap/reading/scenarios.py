"""Scenario files: `scenarios/NAME.yaml`, each an overlay with a title and a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.faults import (
    DUPLICATE_ID,
    SCENARIO_CYCLE,
    UNKNOWN_TARGET,
    UNREADABLE,
    WRONG_VALUE,
)
from roadmap.reading.near import nearest
from roadmap.reading.overlay import Assignment, Drop, Overlay, Supposition
from roadmap.reading.parsed import ParsedFiles
from roadmap.reading.quoting import shown
from roadmap.reading.scalars import Terms
from roadmap.reading.scenario_file import ScenarioFile
from roadmap.reading.tree import Tree, typed
from roadmap.reading.validated import validated

MOST = 100
"""Scenarios of a portfolio: `check` lays each of them over all of it."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario: the name of its file, what it changes, and what it starts from.

    `base` names a scenario that there is, or is empty.
    """

    name: str
    supposition: Supposition
    place: Place
    base: str = ""


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The scenarios of a portfolio by name; `broken` are files that are left out, likewise.

    `files` are all that there are. `faults` are those of the files themselves. What a
    scenario changes is judged by laying it over the portfolio.
    """

    known: Mapping[str, Scenario]
    faults: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict)

    def chain(self, name: str) -> tuple[Scenario, ...]:
        """A scenario and before it what it is based on, the first of all first."""
        found: dict[str, Scenario] = {}
        while name in self.known and name not in found:
            found[name] = self.known[name]
            name = self.known[name].base
        return tuple(reversed(found.values()))

    def overlay(self, name: str) -> Overlay:
        """What a scenario changes, with what it is based on and the faults of both."""
        chain = self.chain(name)
        files = {scenario.place.file for scenario in chain}
        faults = (it for it in self.faults if not files.isdisjoint(_files(it)))
        return Overlay(tuple(scenario.supposition for scenario in chain), tuple(faults))


def _files(fault: Diagnostic) -> Iterator[str]:
    """The files that a fault is in."""
    places = (fault.place, *(place for place, _ in fault.related))
    return (place.file for place in places if place is not None)


def scenarios(files: ParsedFiles) -> Scenarios:
    """The scenarios of a portfolio, and the faults of their files."""
    found: dict[str, Scenario] = {}
    faults: list[Diagnostic] = []
    broken: dict[str, str] = {}
    names = files.sources.scenarios()
    for file in names[:MOST]:
        name = _name(file)
        tree = files.file(file).tree
        faults.extend(tree.faults)
        if name in found:
            faults.append(_twice(name, file, found[name].place.file))
        elif (document := _document(tree, faults)) is None:
            broken[name] = file
        else:
            found[name] = _scenario(name, tree.file, *document, faults)
    for file in names[MOST:]:
        faults.append(_too_many(file))
        if _name(file) not in found:
            broken[_name(file)] = file
    known = {name: found[name] for name in sorted(found)}
    known = {name: _based(it, known, faults) for name, it in known.items()}
    return Scenarios(known, (*faults, *_circles(known)), tuple(names), broken)


def _name(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def _document(tree: Tree, faults: list[Diagnostic]) -> tuple[int, dict[str, Any]] | None:
    """The one document of a file, with its number; None, with a finding, without one."""
    if tree.broken:
        return None
    filled = [(n, it) for n, it in enumerate(tree.documents) if it is not None]
    number, document = filled[0] if filled else (0, {})
    place = Place(tree.file, document=number)
    if not isinstance(document, dict):
        message, cure = (
            "a scenario must be a mapping",
            "write `title: …` and its other keys",
        )
        faults.append(Diagnostic(WRONG_VALUE, message, place, cure=cure))
        return None
    if len(filled) > 1:
        message = "only the first YAML document here is used"
        cure = "give each scenario a file of its own"
        more = Place(tree.file, document=filled[1][0])
        faults.append(Diagnostic(WRONG_VALUE, message, more, cure=cure))
    return number, document


def _scenario(
    name: str,
    file: str,
    number: int,
    document: dict[str, Any],
    faults: list[Diagnostic],
) -> Scenario:
    place = Place(file, document=number)
    said = validated(ScenarioFile, document, place, Terms())
    faults.extend(said.faults)
    title = said.value.title or name
    added = said.value.add
    supposition = Supposition(
        because=f"scenario “{title}”",
        assignments=tuple(_assignments(document.get("set"), place / "set")),
        drops=tuple(_drops(document.get("drop"), place / "drop")),
        added=None if added is None else _added(added, place / "add"),
        scenario=name,
        title=title,
        why=said.value.why,
    )
    return Scenario(name, supposition, place, said.value.based_on or "")


def _assignments(stated: Any, place: Place) -> Iterator[Assignment]:
    for path, value in stated.items() if isinstance(stated, dict) else ():
        yield Assignment(path, value, place / path)


def _drops(stated: Any, place: Place) -> Iterator[Drop]:
    single = isinstance(stated, str | int | float)
    for index, id in enumerate(stated if isinstance(stated, list) else [stated]):
        if isinstance(id, str | int | float):
            yield Drop(typed(id), place if single else place / index)


def _added(stated: Any, place: Place) -> Tree:
    """The initiatives that a scenario adds, as if they were a file."""
    documents = [None] * place.document + [stated]
    return Tree(place.file, documents, above=place.route)


def _based(
    scenario: Scenario, known: Mapping[str, Scenario], faults: list[Diagnostic]
) -> Scenario:
    """A scenario whose base exists; otherwise without one, and with a finding."""
    base = scenario.base
    if not base or base in known:
        return scenario
    near = nearest(base, [name for name in known if name != scenario.name])
    cure = f"write `{near}`" if near else "name the file of another scenario, or remove it"
    place = scenario.place / "based_on"
    faults.append(
        Diagnostic(UNKNOWN_TARGET, f"no scenario {shown(base)}", place, cure=cure)
    )
    return Scenario(scenario.name, scenario.supposition, scenario.place)


def _circles(known: Mapping[str, Scenario]) -> Iterator[Diagnostic]:
    """A finding for each circle, at the first of its scenarios by name."""
    seen: set[str] = set()
    for start in known:
        path: list[str] = []
        name = start
        while name and name not in seen:
            seen.add(name)
            path.append(name)
            name = known[name].base
        if name in path:
            yield _circle(path[path.index(name) :], known)


def _circle(names: list[str], known: Mapping[str, Scenario]) -> Diagnostic:
    first = names.index(min(names))
    names = names[first:] + names[:first]
    way = " → ".join(f"`{each}`" for each in (*names, names[0]))
    message = f"these scenarios are based on each other: {way}"
    place, *others = (known[name].place / "based_on" for name in names)
    related = tuple((other, "and here") for other in others)
    cure = "remove `based_on` from one of them"
    return Diagnostic(SCENARIO_CYCLE, message, place, related, cure)


def _too_many(file: str) -> Diagnostic:
    message = f"there are more than {MOST} scenarios, so this one is ignored"
    cure = "remove those that nobody argues about any more"
    return Diagnostic(UNREADABLE, message, Place(file), cure=cure)


def _twice(name: str, file: str, first: str) -> Diagnostic:
    message = f"the scenario `{name}` is in `{first}` too, so this file is ignored"
    cure = "rename one of the two"
    related = ((Place(first), "used here"),)
    return Diagnostic(DUPLICATE_ID, message, Place(file), related, cure)
