"""How long `report` takes, in times of `plan`: 500 initiatives, whole and by audience."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.instances import disturbed, folder, roadmap

INITIATIVES, TEAMS = 500, 8
ALLOWED = 2.0
ASKED = (
    (),
    ("--audience", "board"),
    ("--audience", "customer"),
    ("--view", "timeline,dependencies"),
)


def main() -> None:
    """Print a row for every report: its time, its ratio to the plan's, and what it says."""
    with tempfile.TemporaryDirectory() as name:
        folder(disturbed(roadmap(INITIATIVES, TEAMS)), Path(name))
        plan = seconds("plan", name)
        print(f"plan of {INITIATIVES} initiatives: {plan:.2f} s of processor time")
        print(f"{'report':<36} {'s':>6} {'ratio':>6} {'allowed':>8}")
        for words in ASKED:
            took = seconds("report", name, *words)
            ratio = f"{took / plan:>6.2f} {ALLOWED:>8.2f}"
            print(f"{' '.join(words) or 'whole':<36} {took:>6.2f} {ratio}")


def seconds(*words: str) -> float:
    """Processor time of a command, in seconds."""
    before = os.times()
    command = [sys.executable, "-m", "roadmap", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return sum(
        getattr(after, kind) - getattr(before, kind)
        for kind in ("children_user", "children_system")
    )


if __name__ == "__main__":
    main()
