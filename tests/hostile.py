"""Whole runs of the command line in this process, in surroundings that mean harm."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from tempfile import TemporaryDirectory

from roadmap.__main__ import exit_code
from tests.answers import write

ENDS = frozenset((0, 1, 2, 130))
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
Tree = dict[str, tuple[int, bytes]]


class Screen(TextIOWrapper):
    """A stream in an encoding, perhaps of a terminal, perhaps full."""

    def __init__(self, encoding: str, *, tty: bool = False, full: bool = False) -> None:
        super().__init__(_Full() if full else BytesIO(), encoding, _errors(encoding))
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def text(self) -> str:
        """What was printed."""
        self.flush()
        held = self.buffer
        assert isinstance(held, BytesIO)
        return held.getvalue().decode(self.encoding, "replace")


def _errors(encoding: str) -> str:
    return "strict" if encoding == "idna" else "backslashreplace"


class _Full(BytesIO):
    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run finds: variables, streams. A stream that is None is closed."""

    variables: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    tty: bool = False
    out: bool = True
    err: bool = True
    full: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """An exit code, what was printed, and the files before and after."""

    code: int
    out: str
    err: str
    before: Tree
    after: Tree

    @property
    def changed(self) -> set[str]:
        """The paths that a run added, took away or changed."""
        names = self.before.keys() | self.after.keys()
        return {name for name in names if self.before.get(name) != self.after.get(name)}


@contextmanager
def folder(files: Mapping[str, str]) -> Iterator[Path]:
    """A folder with files that one stands in."""
    back = Path.cwd()
    with TemporaryDirectory() as name:
        write(Path(name), files)
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(back)


def ran(words: list[str], around: Surroundings | None = None) -> Run:
    """What a command line does in the current folder."""
    around = around or Surroundings()
    before = tree()
    with _streams(around) as (out, err), _variables(around.variables):
        code = exit_code(words)
    printed = out.text() if out is not None else ""
    return Run(code, printed, err.text() if err and not around.full else "", before, tree())


@contextmanager
def _streams(around: Surroundings) -> Iterator[tuple[Screen | None, Screen | None]]:
    out = Screen(around.encoding, tty=around.tty) if around.out else None
    err = Screen(around.encoding, tty=around.tty, full=around.full) if around.err else None
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = kept


@contextmanager
def _variables(stated: Mapping[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.update(stated)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def tree() -> Tree:
    """Every file below the current folder: its kind and mode, and what it holds."""
    found: Tree = {}
    for path in sorted(Path.cwd().rglob("*")):
        mode = path.lstat().st_mode
        held = b""
        if S_ISLNK(mode):
            held = os.fsencode(path.readlink())
        elif S_ISREG(mode):
            held = path.read_bytes()
        found[path.relative_to(Path.cwd()).as_posix()] = mode, held
    return found


def harmless(text: str) -> bool:
    """Whether nothing in a text acts on a terminal, line ends apart."""
    kinds = {unicodedata.category(sign) for sign in text if sign not in "\r\n"}
    return not kinds & {"Cc", "Cs"} and not TURNS & set(text)


def commands(text: str) -> list[str]:
    """The lines that a runner of GitHub's would obey."""
    return [
        line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line
    ]
