"""What the import contracts of `pyproject.toml` cannot say of the house."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import roadmap

HOUSE = Path(roadmap.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
COMPILED = sorted(HOUSE.rglob("*.[ch]"))
NETWORK = r"(asyncio|ftplib|http|smtplib|socket|ssl|urllib\.request)(\.|$)"
NOT_A_NAME = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
PARTS = {
    "checks/rules": "CHECK",
    "cli/commands": "COMMAND",
    "importers/sources": "SOURCE",
    "importers/targets": "FORM",
    "scoring/frameworks": "FRAMEWORK",
    "views/pages": "page",
    "views/parts": "PART",
    "writers/formats": "WRITER",
}
"""Folders that hold only parts, and the name by which each part is found."""
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
SILENT = ("editing", "model", "outcomes", "scoring", "sequencing", "simulation", "studies")
"""Rooms below views that give facts; those that make findings word them on the spot."""
DECLARED = {"Framework", "Word", "_section"}
"""What declares words of the files or a framework, with the help that goes with them."""
SENTENCE = 4
"""From how many words on a text is no label, but a sentence or a part of one."""


def shown(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def trees_are_kept_for_this_module_only() -> Iterator[None]:
    yield
    tree.cache_clear()


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each


def imports(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield each.module or ""


def bound(module: ast.Module) -> set[str]:
    names = {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
    targets = [node.targets for node in module.body if isinstance(node, ast.Assign)]
    return names | {
        name.id for target in targets for name in target if isinstance(name, ast.Name)
    }


def types(module: ast.Module) -> Iterator[str]:
    """The classes and the aliases of types that a module defines; not its variables."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield from () if node.name.startswith("_") else (node.name,)
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            yield from (name for name in names if re.match("[A-Z]+[a-z]", name))


def text_of(node: ast.AST) -> str:
    """The text of a literal, with an X for each value that is put into it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "X" for part in node.values)
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) else ""


def not_told(node: ast.AST) -> bool:
    """Whether it is a docstring, an exception's message, declared help or a pattern."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.ClassDef(bases=[ast.Name(id="Exception" | "ValueError")]):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in DECLARED
        case ast.Call(func=ast.Attribute(attr=name)):
            return name == "compile"
    return False


def told(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Every text that a part of a program may show to people."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr) and (text := text_of(child)):
            yield child, text
        elif not not_told(child):
            yield from told(child)


@pytest.mark.parametrize("folder", PARTS)
def test_only_parts_lie_in_a_folder_of_parts(folder: str) -> None:
    files = [file for file in FILES if file.parent == HOUSE / folder]
    others = [shown(file) for file in files if PARTS[folder] not in bound(tree(file))]

    assert others == [f"{folder}/__init__.py"]


def test_checks_load_the_engine_only_inside_functions() -> None:
    at_once = {
        shown(file): [
            name
            for node in tree(file).body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in imports(node)
            if name.startswith("roadmap.sequencing")
        ]
        for file in FILES
        if file.is_relative_to(HOUSE / "checks")
    }

    assert {file: names for file, names in at_once.items() if names} == {}


def test_no_module_knows_the_network() -> None:
    known = {
        shown(file): [name for name in imports(tree(file)) if re.match(NETWORK, name)]
        for file in FILES
    }

    assert {file: names for file, names in known.items() if names} == {}


def test_a_file_fits_in_one_reading() -> None:
    files = [*FILES, *COMPILED]
    lines = {shown(file): len(file.read_text("utf-8").splitlines()) for file in files}

    assert {file: count for file, count in lines.items() if count > LONGEST_FILE} == {}


def test_a_function_is_read_without_scrolling() -> None:
    longer = {
        f"{shown(file)}:{function.name}"
        for file in FILES
        for function in functions(tree(file))
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    }

    assert longer == set()


def test_a_class_has_a_name_of_its_own() -> None:
    places: dict[str, list[str]] = {}
    for file in FILES:
        for name in types(tree(file)):
            places.setdefault(name, []).append(shown(file))

    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_a_module_is_named_for_what_it_holds() -> None:
    assert [shown(file) for file in FILES if NOT_A_NAME & {*file.stem.split("_")}] == []


def test_sentences_are_written_in_views() -> None:
    written = {
        f"{shown(file)}:{node.lineno}: {text}"
        for room in SILENT
        for file in FILES
        if file.is_relative_to(HOUSE / room)
        for node, text in told(tree(file))
        if len(text.split()) >= SENTENCE and re.search(r"[a-z]{2,} [a-z]{2,}", text)
    }

    assert written == set()
