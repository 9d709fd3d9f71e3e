"""The house holds: floors, doors and guests, by looking at every import in `roadmap/`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase as fnmatch
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import roadmap

HOUSE = Path(roadmap.__file__).parent
ROOMS = ("model", "reading", "scoring", "sequencing", "studies", "views", "writers")
CELLAR = ("", "diagnostics", "families")  # "" is roadmap itself: its version
DOORS = ("checks", "cli", "editing", "importers")
BELOW = {room: (*CELLAR, *ROOMS[: floor + 1]) for floor, room in enumerate(ROOMS)} | {
    "": (),
    "diagnostics": (),
    "families": (),
    "model": ("diagnostics", "model"),
    "checks": (*CELLAR, "model", "reading", "scoring", "checks"),
    "editing": (*CELLAR, "model", "reading", "editing"),
    "importers": (*CELLAR, "model", "reading", "importers"),
    "cli": (*CELLAR, *ROOMS, *DOORS),
    "__main__": (*CELLAR, "cli"),
}
GUESTS = {
    "typer": "cli/*.py",
    "yaml": "reading/*.py",
    "pydantic": "reading/*.py",
    "pydantic_core": "reading/*.py",
    "networkx": "sequencing/*.py",
    "ortools": "sequencing/exact/*.py",
    "rich": "writers/*.py",
}
NETWORK = r"(asyncio|ftplib|http|smtplib|socket|ssl|urllib\.request)(\.|$)"
NOT_A_NAME = ("base", "common", "helper", "helpers", "manager", "misc", "util", "utils")


@dataclass(frozen=True, slots=True)
class Import:
    """What a module imports, by its full name; `late` is inside a function."""

    target: str
    late: bool
    line: int


def named(file: Path) -> str:
    parts = file.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {named(file): file for file in sorted(HOUSE.rglob("*.py"))}


def room(module: str) -> str:
    """The part of the house that a module belongs to: `roadmap.views.page` to views."""
    return [*module.split("."), ""][1]


def imports(module: str) -> Iterator[Import]:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    late = {
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in targets(module, node):
                yield Import(target, node in late, node.lineno)


def targets(module: str, node: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules that a statement imports, also where it names them `from` a folder."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    origin = node.module or ""
    if node.level:
        folder = MODULES[module].relative_to(HOUSE.parent).parts[: -node.level]
        origin = ".".join([*folder, *filter(None, [origin])])
    inside = [f"{origin}.{alias.name}" for alias in node.names]
    return [name if name in MODULES else origin for name in inside]


def own(module: str) -> list[Import]:
    return [found for found in imports(module) if found.target.split(".")[0] == "roadmap"]


def foreign(module: str) -> list[Import]:
    return [found for found in imports(module) if found.target.split(".")[0] != "roadmap"]


def may_reach(module: str, found: Import) -> bool:
    allowed = room(found.target) in BELOW[room(module)]
    plans = room(module) == "checks" and room(found.target) == "sequencing"
    return allowed or (plans and found.late)


def may_host(module: str, package: str) -> bool:
    file = MODULES[module].relative_to(HOUSE).as_posix()
    return package in sys.stdlib_module_names or fnmatch(file, GUESTS.get(package, ""))


def test_every_file_lies_in_a_room_of_the_house() -> None:
    assert {room(module) for module in MODULES} <= BELOW.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_its_own_folder_and_from_lower_floors(module: str) -> None:
    assert [found for found in own(module) if not may_reach(module, found)] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_guest_stays_in_its_room(module: str) -> None:
    packages = {found.target.split(".")[0] for found in foreign(module)}

    assert {package for package in packages if not may_host(module, package)} == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_knows_the_network(module: str) -> None:
    assert [found for found in foreign(module) if re.match(NETWORK, found.target)] == []


def test_no_module_needs_one_that_needs_it() -> None:
    graph = {module: {found.target for found in own(module)} for module in MODULES}

    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_a_file_fits_in_one_reading(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 300


def test_a_module_is_named_for_what_it_holds() -> None:
    words = {module: module.rpartition(".")[2].split("_") for module in MODULES}

    assert [module for module in MODULES if set(words[module]) & set(NOT_A_NAME)] == []
