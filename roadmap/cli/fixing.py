"""`check --fix`: apply fixes until none is left, then write the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.exits import say, stop
from roadmap.cli.files import write_text
from roadmap.cli.streams import put_out

if TYPE_CHECKING:
    from roadmap.diagnostics import Diagnostic, Edit
    from roadmap.reading.read import Read
    from roadmap.reading.sources import Sources

ROUNDS = 20
"""Rounds of fixing at most: one fix may bring to light what the next one fixes."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """What was read once everything is fixed, the files it changes, the number of fixes.

    `more` is how many others `--unsafe-fixes` would make.
    """

    read: Read
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    cures: int = 0
    more: int = 0

    def told(self, verb: str = "fixed") -> str:
        """What was fixed, in a line: `fixed 3 findings in 2 files`."""
        said = "nothing to fix"
        if self.cures:
            findings = "1 finding" if self.cures == 1 else f"{self.cures} findings"
            files = "1 file" if len(self.after) == 1 else f"{len(self.after)} files"
            said = f"{verb} {findings} in {files}"
        return f"{said}; {self.more} more with --unsafe-fixes" if self.more else said


def fixes(
    read: Read,
    again: Callable[[Sources], Read],
    found: Callable[[Read], tuple[Diagnostic, ...]],
    *,
    unsafe: bool,
) -> Fixes:
    """The fixes of all findings, made in memory; `again` reads the result."""
    from roadmap.editing.amended import Amended

    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    cures, more, below = 0, 0, read.sources
    for _ in range(ROUNDS):
        wrong = found(read)
        changed, made = _round(read, wrong, unsafe)
        if not made:
            more = 0 if unsafe else _round(read, wrong, unsafe=True)[1]
            break
        before = {name: below.read(name) for name in changed} | before
        after |= changed
        cures += made
        read = again(Amended(below, after))
    return Fixes(read, before, after, cures, more)


def _round(
    read: Read, diagnostics: tuple[Diagnostic, ...], unsafe: bool
) -> tuple[Mapping[str, bytes], int]:
    from roadmap.editing.edits import edited

    wanted: dict[str, list[Edit]] = defaultdict(list)
    for diagnostic in diagnostics:
        for edit in diagnostic.edits:
            if edit.safe or unsafe:
                wanted[edit.place.file].append(edit)
    changed: dict[str, bytes] = {}
    made = 0
    for name, edits in wanted.items():
        result = edited(name, read.sources.read(name), edits)
        if result.made:
            changed[name] = result.data
            made += len(result.made)
    return changed, made


def write_fixes(made: Fixes, sources: Sources, folder: Path) -> Read:
    """Write the fixes to the files, which then hold what was read."""
    for name, data in made.after.items():
        path = folder / name
        if path.read_bytes() != made.before[name]:
            stop(f"`{path}` changed in the meantime; run `roadmap check --fix` again")
        write_text(path, data.decode("utf-8"), force=True, within=folder)
    say(made.told())
    return replace(made.read, sources=sources)


def show_fixes(made: Fixes, sources: Sources) -> None:
    """Print what would be fixed, line by line, harmless to a terminal."""
    from roadmap.writers.text.safe import plain

    for name, data in made.after.items():
        shown = sources.shown(name)
        lines = unified_diff(
            made.before[name].decode("utf-8").splitlines(),
            data.decode("utf-8").splitlines(),
            f"{shown} (as it is)",
            f"{shown} (fixed)",
            lineterm="",
        )
        put_out("".join(f"{plain(line)}\n" for line in lines))
    say(made.told("would fix"))
