"""How long `diff` takes, in times of `plan`: 500 initiatives, seeded edits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.instances import Instance, disturbed, folder, roadmap
from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Part

INITIATIVES, TEAMS = 500, 8
EDITS = (1, 4, 12)


def main() -> None:
    """Print a row for every number of edits: times, their ratio, and what is allowed."""
    base = disturbed(roadmap(INITIATIVES, TEAMS))
    with tempfile.TemporaryDirectory() as name:
        old, new = Path(name) / "old", Path(name) / "new"
        folder(base, old)
        plan = seconds("plan", str(old))
        print(
            f"plan of {INITIATIVES} initiatives: {plan:.2f} s of processor time", flush=True
        )
        print(f"{'edits':>5} {'diff, s':>8} {'ratio':>6} {'allowed':>8}")
        for count in EDITS:
            shutil.rmtree(new, ignore_errors=True)
            folder(edited(base, count), new)
            diff = seconds("diff", str(old), str(new))
            print(f"{count:>5} {diff:>8.2f} {diff / plan:>6.2f} {2 + count:>8}", flush=True)


def seconds(*words: str) -> float:
    """Processor time of a command; of the wall where the system does not tell."""
    began, spent = perf_counter(), os.times()
    command = [sys.executable, "-m", "roadmap", *words, "--format", "json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = (after.children_user + after.children_system) - (
        spent.children_user + spent.children_system
    )
    return used or perf_counter() - began


def edited(base: Instance, count: int, seed: int = 1) -> Instance:
    """An instance with the efforts of some initiatives grown by half."""
    draw = Random(f"edits {count} {seed}")
    every = dict(base.portfolio.initiatives)
    scores = dict(base.scores)
    for id in draw.sample(sorted(every), count):
        every[id] = replace(every[id], effort=tuple(_grown(every[id])))
        scores[id] = replace(scores[id], size=base.portfolio.size(every[id]))
    whole = replace(base.portfolio, initiatives=every)
    return replace(base, portfolio=whole, scores=scores)


def _grown(initiative: Initiative) -> Iterator[Part]:
    for part in initiative.effort:
        more = Fraction(int(part.work.middle * Fraction(3, 2)) + 1)
        yield replace(part, work=Range(more, more))


if __name__ == "__main__":
    main()
