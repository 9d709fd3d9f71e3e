"""Whether two revisions give the same answers: every command's JSON, words left aside.

`python -m benchmarks.same_answers REV [FOLDER ...]` runs the commands of REV and of HEAD
(`--to REV`) on the example as it was at REV and on the folders, and lists what differs in
values, order, dates, ids and keys. `--quick` explains one initiative of each folder instead
of all, `--words` compares sentences too. Exit code 1 when something differs.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
EXAMPLE = "initiatives"
COMMANDS = ("list", "needs", "score", "sequence", "plan", "report", "check")
SENTENCES = {"assumed", "help", "message", "reason", "reasons", "text", "why"}
"""Keys whose text is for people, even where it is one word."""
SHOWN = 10
"""Differences of one command that are printed."""
WIDE = 60
"""Characters of a value that are printed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed as JSON, None where it is not, and its exit code."""

    code: int
    data: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two answers differ, the two values, and whether only their words do."""

    path: str
    old: Any
    new: Any
    words: bool = False


def main(arguments: Sequence[str]) -> int:
    """Compare two revisions; 1 when an answer differs, otherwise 0."""
    asked = _asked(arguments)
    with tempfile.TemporaryDirectory(prefix="same-answers-") as temporary:
        old = checkout(asked.revision, Path(temporary) / "old")
        new = checkout(asked.to, Path(temporary) / "new")
        print(f"{_described(old)} against {_described(new)}", flush=True)
        folders = [old / EXAMPLE, *(Path(folder).resolve() for folder in asked.folders)]
        differing = [
            command for folder in folders for command in _compared(old, new, folder, asked)
        ]
    print(f"{len(differing)} commands answer differently" if differing else "all the same")
    return 1 if differing else 0


def checkout(revision: str, folder: Path) -> Path:
    """A clone of this repository at a revision, with the history that led to it."""
    _git(HERE, "clone", "--quiet", "--shared", "--no-checkout", str(HERE), str(folder))
    commit = _git(HERE, "rev-parse", "--verify", f"{revision}^{{commit}}")
    _git(folder, "checkout", "--quiet", "-B", "main", commit)
    return folder


def answer(program: Path, folder: Path, command: Sequence[str]) -> Answer:
    """What the program of a checkout answers to a command in a portfolio's folder."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "roadmap", *command, "--format", "json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        return Answer(done.returncode, json.loads(done.stdout))
    except ValueError:
        return Answer(done.returncode, None)


def differences(old: Any, new: Any, path: str = "", key: str = "") -> Iterator[Difference]:
    """Where two pieces of JSON differ, in order.

    >>> [found.path for found in differences({"a": [1, 2]}, {"a": [1, 3], "b": None})]
    ['/a/1', '/b']
    >>> [found.words for found in differences({"why": "one"}, {"why": "two"})]
    [True]
    """
    if (key in SENTENCES or _labels_a_term(path)) and old != new:
        yield Difference(path, old, new, words=_is_told(old) and _is_told(new))
    elif isinstance(old, dict) and isinstance(new, dict):
        for name in [*old, *(name for name in new if name not in old)]:
            if name in old and name in new:
                yield from differences(old[name], new[name], f"{path}/{name}", name)
            else:
                yield Difference(f"{path}/{name}", old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, f"{path}/{place}", key)
    elif old != new or type(old) is not type(new):
        yield Difference(path, old, new, words=_is_sentence(old) and _is_sentence(new))


def _labels_a_term(path: str) -> bool:
    """Whether a value is the label of one factor in the arithmetic of a value."""
    return re.search(r"/(terms|parts)/\d+/name$", path) is not None


def _is_told(value: Any) -> bool:
    """Whether a value is text, or some; a mark (`assumed`) or no text at all is none."""
    return isinstance(value, str | list) and bool(value)


def _is_sentence(value: Any) -> bool:
    return isinstance(value, str) and " " in value


def _compared(
    old: Path, new: Path, folder: Path, asked: Namespace
) -> Iterator[tuple[str, ...]]:
    """The commands that two programs answer differently in a folder; it prints them."""
    commands = _commands(old, folder, quick=asked.quick)
    with ThreadPoolExecutor(max_workers=2) as pool:
        before = pool.map(lambda command: answer(old, folder, command), commands)
        after = pool.map(lambda command: answer(new, folder, command), commands)
        for command, one, other in zip(commands, before, after, strict=True):
            found = list(differences(one.data, other.data))
            if one.code != other.code or one.data is None:
                found.insert(0, Difference("(exit code)", one.code, other.code))
            counted = [
                difference for difference in found if asked.words or not difference.words
            ]
            _print(folder, command, counted, len(found) - len(counted))
            if counted:
                yield command


def _print(
    folder: Path, command: Sequence[str], counted: Sequence[Difference], words: int
) -> None:
    verdict = f"{len(counted)} differences" if counted else "same"
    beside = f" ({words} sentences differ)" if words else ""
    print(f"{folder.name}: {' '.join(command)}: {verdict}{beside}", flush=True)
    for difference in counted[:SHOWN]:
        print(
            f"    {difference.path}: {_brief(difference.old)} "
            f"became {_brief(difference.new)}"
        )


def _brief(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= WIDE else f"{text[:WIDE]}…"


def _commands(program: Path, folder: Path, *, quick: bool) -> list[tuple[str, ...]]:
    """Every command that answers in JSON, `explain` for each initiative."""
    listed = answer(program, folder, ("list",)).data or {}
    ids = [each["id"] for each in listed.get("initiatives", [])]
    explained = [("explain", id) for id in (ids[:1] if quick else ids)]
    return [*((name,) for name in COMMANDS), *_since(folder), *explained]


def _since(folder: Path) -> Iterator[tuple[str, ...]]:
    """`log`, and `diff` since the last commit but one, where a folder has a history."""
    try:
        commits = _git(folder, "log", "--format=%H", "--max-count=2", "--", ".").split()
    except subprocess.CalledProcessError:
        return
    if len(commits) > 1:
        yield ("log",)
        yield ("diff", commits[1])


def _described(checkout: Path) -> str:
    return _git(checkout, "log", "-1", "--format=%h (%s)")


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def _asked(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.same_answers", description=__doc__)
    parser.add_argument("revision", metavar="REV")
    parser.add_argument("folders", metavar="FOLDER", nargs="*")
    parser.add_argument("--to", metavar="REV", default="HEAD")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--words", action="store_true")
    return parser.parse_intermixed_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
