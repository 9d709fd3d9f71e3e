"""What `check` costs: ratios to baselines run in the same round, by processor time.

Each round runs a baseline and what is measured one after the other; the figure is the
median over the rounds of the one divided by the other.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from math import log
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_corpus

BARE = (sys.executable, "-I", "-c", "pass")
RIVALS = ("yamllint", "check-jsonschema")
PARSED = """
import sys, yaml
from pathlib import Path
files = sorted(Path(sys.argv[1]).rglob("*.yaml"))
kept = [yaml.load(each.read_bytes(), yaml.CSafeLoader) for each in files]
"""
"""Reads and parses a folder as anybody would; keeps what it read, as `check` does."""
FEW, SOME, MANY, MOST = 20, 1_000, 10_000, 100_000


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process used: seconds of processor time, and memory in bytes at its most."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the table; `allowed` None where nothing is promised."""

    what: str
    figure: str
    allowed: str = ""
    spread: str = ""

    def __str__(self) -> str:
        return f"| {self.what} | {self.figure} | {self.spread} | {self.allowed} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table as Markdown, a row as soon as it is known."""
    asked = _asked(arguments)
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(", ".join(f"{each} {version(each)}" for each in ("PyYAML", "pydantic", "typer")))
    print("\n| what | measured | least to most | at most |\n| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for row in chain(
            _few(folder, 5 if asked.quick else 21, asked.rivals),
            _many(folder, 1 if asked.quick else 5, SOME if asked.quick else MANY),
            _growth(folder, 3, SOME, SOME if asked.quick else MANY),
            _growth(folder, 1, MANY, MOST) if asked.full else (),
            _broken(folder, 3 if asked.quick else 7),
        ):
            print(row, flush=True)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and files")
    parser.add_argument("--full", action="store_true", help="100,000 files too")
    parser.add_argument(
        "--rivals", action="store_true", help="install yamllint and check-jsonschema aside"
    )
    return parser.parse_args(arguments)


def _few(folder: Path, rounds: int, rivals: bool) -> Iterator[Row]:
    files = _corpus(folder, FEW)
    start = f"{FEW} files ÷ a bare start of the interpreter"
    yield _ratio(f"`check`, {start}", "16", rounds, BARE, _check(files))
    for name, command in _rivals(folder, files, rivals):
        if command:
            said = subprocess.check_output([command[0], "--version"], text=True)
            what = f"`{name}` {said.split()[-1]}, {start}"
            yield _ratio(what, "", rounds, BARE, command)
        else:
            yield Row(f"`{name}`, {start}", "not installed")


def _rivals(
    folder: Path, files: Path, wanted: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each rival with its command on the same files; without one where it is absent."""
    place = folder / "rivals"
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    if wanted:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        python = str(programs / "python")
        pip = [python, "-m", "pip", "install", "--quiet", *RIVALS]
        subprocess.run(pip, check=False)
    each = tuple(str(file) for file in sorted(files.rglob("work-*.yaml")))
    schema = folder / "schema.json"
    with schema.open("w") as out:
        subprocess.run(_roadmap("schema", "initiative"), check=True, stdout=out)
    words = {
        "yamllint": ("-d", "relaxed", *each),
        "check-jsonschema": ("--schemafile", str(schema), *each),
    }
    for name in RIVALS:
        program = programs / name
        yield name, (str(program), *words[name]) if program.exists() else ()


def _many(folder: Path, rounds: int, count: int) -> Iterator[Row]:
    files = _corpus(folder, count)
    parse = (sys.executable, "-c", PARSED, str(files))
    end = f"{count:,} files ÷ parsing them with CSafeLoader"
    read = (*_check(files), "--select", "RM0")
    yield _ratio(f"reading and schema, {end}", "0.8", rounds, parse, read)
    yield _ratio(f"all rules, {end}", "1.1", rounds, parse, _check(files))


def _growth(folder: Path, rounds: int, few: int, many: int) -> Iterator[Row]:
    """How cost and memory grow with the number of files."""
    few = few // 4 if few == many else few
    small, large = _check(_corpus(folder, few)), _check(_corpus(folder, many))
    runs = [(spent(small), spent(large)) for _ in range(rounds)]
    bare = [spent(_check(_corpus(folder, FEW))) for _ in range(rounds)]
    start = median(each.seconds for each in bare)
    exponents = [
        log((b.seconds - start) / (a.seconds - start), many / few) for a, b in runs
    ]
    each = [(b.memory - a.memory) / (many - few) / 1000 for a, b in runs]
    step = f"{few:,} to {many:,} files"
    yield _row(f"exponent of the cost, {step}", exponents, "1.05")
    yield _row(f"kB of memory for each further initiative, {step}", each, "27", 1)


def _broken(folder: Path, rounds: int) -> Iterator[Row]:
    clean, broken = _corpus(folder, SOME), folder / "broken"
    write_corpus(broken, SOME, broken=True)
    what = f"{SOME:,} files with a fault each ÷ as many without"
    yield _ratio(what, "3.2", rounds, _check(clean), _check(broken))


def _ratio(
    what: str, allowed: str, rounds: int, base: Sequence[str], other: Sequence[str]
) -> Row:
    spent(other)  # the first run compiles
    found = []
    for _ in range(rounds):
        one = spent(base).seconds
        found.append(spent(other).seconds / one)
    return _row(what, found, allowed)


def _row(what: str, found: Sequence[float], allowed: str, digits: int = 2) -> Row:
    spread = f"{min(found):.{digits}f} to {max(found):.{digits}f}"
    return Row(what, f"{median(found):.{digits}f}", allowed, spread)


def _corpus(folder: Path, count: int) -> Path:
    where = folder / str(count)
    if not where.exists():
        write_corpus(where, count)
    return where


def _check(folder: Path) -> tuple[str, ...]:
    return _roadmap("check", str(folder))


def _roadmap(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "roadmap", *words)


def spent(command: Sequence[str]) -> Spent:
    """What a command used, its output thrown away, its modules compiled beforehand."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=kept
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


if __name__ == "__main__":
    main()
