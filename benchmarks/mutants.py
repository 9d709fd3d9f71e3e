"""Whether the tests notice: rules and scoring changed in one place at a time.

A mutant flips a comparison, adds or takes 1, swaps `and` and `or`, drops a `not`, or
answers the contrary. It lives in a copy of the tree, in a process of its own. What
survives is explained in `survivors.md` beside this, or the run fails.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXPLAINED = Path(__file__).parent / "survivors.md"
TESTS = {
    "checks": (
        "tests/checks/test_rules.py",
        "tests/checks/test_clean.py",
        "tests/checks/test_limits.py",
        "tests/checks/test_edges.py",
        "tests/checks/test_boundaries.py",
        "tests/checks/test_findings.py",
        "tests/checks/test_one_fault_one_finding.py",
        "tests/checks/test_messages.py",
        "tests/checks/test_settings.py",
        "tests/checks/test_manual.py",
        "tests/cli/test_check.py",
        "tests/checks/test_allowances.py",
        "tests/checks/test_circles.py",
        "tests/checks/test_kept.py",
        "tests/checks/test_limits_at_zero.py",
    ),
    "scoring": (
        "tests/scoring/test_[!l]*.py",
        "tests/scoring/test_laws.py",
    ),
}
"""What is run for the files of a room, the quick ones first."""
COPIED = ("roadmap", "tests", "initiatives", "docs", "pyproject.toml", "README.md")
PATIENCE = 20
"""Seconds of processor time after which a mutant counts as noticed: it does not end."""
FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one change: where it is, and the text before and after it.

    `count` tells changes that read alike apart, from the top of the file.
    """

    file: str
    line: int
    before: str
    after: str
    text: str
    count: int

    @property
    def name(self) -> str:
        """The change without its line, which other changes move."""
        which = f" ({self.count})" if self.count > 1 else ""
        return f"{self.file}: `{self.before}` → `{self.after}`{which}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants; 1 where one survives that nobody has explained."""
    asked = _asked(arguments)
    every = [mutant for room in asked.rooms for mutant in mutants_of(room, asked.only)]
    step = max(1, -(-len(every) // asked.most))
    chosen = every[asked.first % step :: step]
    explained = EXPLAINED.read_text(encoding="utf-8") if EXPLAINED.exists() else ""
    print(f"{len(chosen)} of {len(every)} mutants", flush=True)
    alive, known = 0, 0
    with tempfile.TemporaryDirectory() as name:
        copied = _copy(Path(name))
        _load()
        for room in asked.rooms:
            if _status(copied, f"roadmap/{room}/__init__.py"):
                print(f"{room}: the tests fail as it is")
                return 2
        for mutant in chosen:
            if survives(mutant, copied):
                alive += 1
                known += f"| {mutant.name} |" in explained
                why = "explained" if f"| {mutant.name} |" in explained else "SURVIVES"
                print(f"{why}: {mutant.file}:{mutant.line}: {mutant.name}", flush=True)
    print(f"{len(chosen) - alive} noticed, {alive} survive, {known} of them explained")
    return int(alive > known)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants")
    parser.add_argument("rooms", nargs="*", default=list(TESTS), metavar="ROOM")
    parser.add_argument("--only", default="", help="files whose name begins so")
    parser.add_argument("--most", type=int, default=10**6, help="every so many, evenly")
    parser.add_argument("--first", type=int, default=0, help="with which one to begin")
    return parser.parse_args(arguments)


def mutants_of(room: str, only: str = "") -> list[Mutant]:
    """Every mutant of the files of a room, in order."""
    files = sorted((ROOT / "roadmap" / room).rglob(f"{only}*.py"))
    return [mutant for file in files for mutant in _mutants(file)]


def _mutants(file: Path) -> Iterator[Mutant]:
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    name = file.relative_to(ROOT).as_posix()
    alike: Counter[tuple[str, str]] = Counter()
    for number, (node, around) in enumerate(_looked_at(tree)):
        for changed in _changes(node):
            other = copy.deepcopy(tree)
            place, outer = list(_looked_at(other))[number]
            text = ast.unparse(_Put(place, changed).visit(other))
            bare = isinstance(node, ast.Constant)
            shown = (around, outer) if bare else (node, changed)
            before, after = (_short(ast.unparse(each)) for each in shown)
            alike[before, after] += 1
            yield Mutant(name, node.lineno, before, after, text, alike[before, after])


def _short(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _looked_at(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, ast.AST]]:
    """What may be changed and what is around it: no annotations, decorators, bases."""
    if isinstance(tree, ast.If) and ast.unparse(tree.test) == "TYPE_CHECKING":
        return
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.expr | ast.stmt):
                yield each, tree
            if isinstance(each, ast.AST):
                yield from _looked_at(each)


def _changes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.Compare(ops=ops):
            for index, sign in enumerate(ops):
                other = copy.deepcopy(node)
                other.ops[index] = FLIPPED[type(sign)]()
                yield other
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            yield ast.Constant(number + 1)
            yield ast.Constant(number - 1)
        case ast.BoolOp(op=ast.And(), values=values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(op=ast.Or(), values=values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Return(value=ast.expr() as value) if _tells(value):
            yield ast.Return(ast.UnaryOp(ast.Not(), value))
        case _:
            return


def _tells(value: ast.expr) -> bool:
    """Whether an answer is yes or no, as far as its form shows."""
    plain = isinstance(value, ast.Constant) and isinstance(value.value, bool)
    call = isinstance(value, ast.Call) and ast.unparse(value.func) in ("any", "all", "bool")
    return plain or call or isinstance(value, ast.Compare | ast.BoolOp)


class _Put(ast.NodeTransformer):
    """One node of a tree in the place of another."""

    def __init__(self, place: ast.AST, new: ast.AST) -> None:
        self.place, self.new = place, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.place:
            return ast.fix_missing_locations(ast.copy_location(self.new, node))
        return self.generic_visit(node)


def _copy(folder: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def _load() -> None:
    """What no mutant changes is loaded once, and every process begins with it."""
    import hypothesis.strategies
    import pydantic
    import pytest
    import typer.testing
    import yaml

    del pydantic, pytest, typer, yaml
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", deadline=None, database=None, phases=phases
    )


def survives(mutant: Mutant, copied: Path) -> bool:
    """Whether the tests of its room pass with a mutant in the place of its file."""
    file = copied / mutant.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(mutant.text, encoding="utf-8")
    try:
        return _status(copied, mutant.file) == 0
    finally:
        file.write_text(whole, encoding="utf-8")


def _status(copied: Path, file: str) -> int:
    child = os.fork()
    if child == 0:
        _tested(copied, file)
    _, status = os.waitpid(child, 0)
    return status


def _tested(copied: Path, file: str) -> None:
    """Run the tests that look at a file, those of its rule first, and end."""
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.chdir(copied)
    sys.dont_write_bytecode = True
    sys.path[:] = [str(copied), *(each for each in sys.path if each and each != str(ROOT))]
    import pytest

    options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=1"]
    options += ["--hypothesis-profile=mutants"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = 0
    for words in _tests(copied, file):
        code = code or pytest.main([*options, *words])
    os._exit(min(int(code), 1))


def _tests(copied: Path, file: str) -> Iterator[tuple[str, ...]]:
    """What looks at a file: what bears its name before all others."""
    room, stem = file.split("/")[1], Path(file).stem
    tests = [
        path.relative_to(copied).as_posix()
        for pattern in TESTS[room]
        for path in sorted(copied.glob(pattern))
    ]
    if (copied / "tests" / "checks" / "faulty" / stem.replace("_", "-")).exists():
        yield tests[0], "-k", stem.replace("_", "-")
        yield tuple(tests)
    else:
        own = f"test_{stem.split('_')[0]}"
        yield file, *sorted(tests, key=lambda each: not Path(each).stem.startswith(own))


if __name__ == "__main__":
    sys.exit(main())
