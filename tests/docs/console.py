"""Console blocks of the documents: what is typed, and what comes of it.

A line of `…` alone stands for lines that are left out.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from difflib import SequenceMatcher
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

from roadmap.cli.app import app
from tests.docs.markdown import ROOT, Block, blocks, text_of

CUT = "…"
TERMINAL = {
    "COLUMNS": "106",
    "NO_COLOR": "1",
    "SOURCE_DATE_EPOCH": "1799020800",  # 4 January 2027
    "TERM": "dumb",
}
Lines = list[str]


def consoles(path: str) -> list[Block]:
    """The console blocks of a document, in order."""
    return [block for block in blocks(text_of(path)) if block.language == "console"]


def said(block: Block) -> list[tuple[str, Lines]]:
    """Each command of a block, with the lines that the document shows below it."""
    found: list[tuple[str, Lines]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return found


@contextmanager
def beside_the_example() -> Iterator[None]:
    """A new folder with copies of the example portfolio and of the example exports."""
    before = dict(os.environ)
    with TemporaryDirectory() as name, chdir(name):
        copytree(ROOT / "initiatives", "initiatives")
        copytree(ROOT / "docs" / "examples", ".", dirs_exist_ok=True)
        try:
            os.environ.update(TERMINAL)
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def lines_of(command: str) -> Lines:
    """What a command prints, on both streams, in a folder that is no git checkout."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        (name,) = arguments
        return Path(name).read_text(encoding="utf-8").splitlines()
    if program != "roadmap":
        raise AssertionError(f"documents run `roadmap` and `cat` only, not `{program}`")
    result = CliRunner().invoke(app, arguments)
    if result.exit_code:
        raise AssertionError(f"{command}: exit {result.exit_code}\n{result.output}")
    printed = result.output.replace(os.sep, "/")
    return [line.rstrip() for line in printed.splitlines()]


def matches(shown: Lines, printed: Lines) -> bool:
    """Whether a document shows what was printed, but for what it leaves out.

    >>> matches(["a", "…", "d"], ["a", "b", "c", "d"]), matches(["a", "…"], ["b"])
    (True, False)
    """
    first, *rest = _pieces(shown)
    if not rest:
        return first == printed
    last = rest.pop()
    if len(first) + len(last) > len(printed) or printed[: len(first)] != first:
        return False
    if printed[len(printed) - len(last) :] != last:
        return False
    between = printed[len(first) : len(printed) - len(last)]
    for piece in rest:
        starts = range(len(between) - len(piece) + 1)
        at = next((i for i in starts if between[i : i + len(piece)] == piece), None)
        if at is None:
            return False
        between = between[at + len(piece) :]
    return True


def renewed(shown: Lines, printed: Lines) -> Lines:
    """What a document should show: as many lines as before, from the same places.

    >>> renewed(["a", "…", "dd", "…", "z"], ["A", "b", "dD", "e", "Z"])
    ['A', '…', 'dD', '…', 'Z']
    """
    first, *rest = _pieces(shown)
    if not rest:
        return printed
    last = rest.pop()
    found = printed[: len(first)]
    after, end = len(first), len(printed) - len(last)
    for piece in rest:
        after = max(range(after, end), key=lambda i: _alike(printed[i], piece[0]))
        found += [CUT, *printed[after : after + len(piece)]]
        after += len(piece)
    return [*found, CUT, *printed[end:]]


def _pieces(shown: Lines) -> list[Lines]:
    pieces: list[Lines] = [[]]
    for line in shown:
        if line == CUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def renew(path: str) -> None:
    """Write into a document what its commands print now."""
    text = text_of(path)
    with beside_the_example():
        for block in consoles(path):
            new = ""
            for command, shown in said(block):
                lines = renewed(shown, lines_of(command))
                new += "".join(f"{line}\n" for line in [f"$ {command}", *lines])
            text = text.replace(f"```console\n{block.text}```", f"```console\n{new}```", 1)
    (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
