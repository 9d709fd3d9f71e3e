"""How long an import takes: 10,000 rows of 400 columns, written, and met again."""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS, COLUMNS = 10_000, 400
SECONDS, MIB = 10, 300
HEAD = (
    *("Summary", "Issue key", "Issue id", "Issue Type", "Status", "Status Category"),
    *("Priority", "Assignee", "Labels", "Inward issue link (Blocks)", "Original estimate"),
)
STATUSES = ("To Do", "In Progress", "Done")


def main() -> None:
    """Print the processor time and the memory of a first and of a second import."""
    with tempfile.TemporaryDirectory() as name:
        export, into = Path(name) / "export.csv", Path(name) / "plans"
        write(export)
        print(f"{ROWS} rows, {COLUMNS} columns, {export.stat().st_size / 2**20:.1f} MiB")
        print(f"{'import':<8} {'s':>6} {'allowed':>8} {'MiB':>6} {'allowed':>8}")
        for what, asked in (("shown", ()), ("written", ("--write",)), ("again", ())):
            took, most = measured("import", str(export), "--into", str(into), *asked)
            print(f"{what:<8} {took:>6.2f} {SECONDS:>8} {most:>6.0f} {MIB:>8}")


def write(path: Path) -> None:
    """An export as wide as those of Jira with all its custom fields."""
    chance = random.Random(1)
    own = [f"Custom field (Field {number})" for number in range(COLUMNS - len(HEAD))]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*HEAD, *own])
        for number in range(ROWS):
            status = chance.choice(STATUSES)
            link = f"BIG-{chance.randrange(ROWS)}" if number % 3 else ""
            said = (
                *(f"Initiative {number} of many", f"BIG-{number}", str(10_000 + number)),
                *("Story", status, status, "Medium", "Ana", "one", link),
                str(28_800 * chance.randint(1, 20)),
            )
            custom = ["a" if (number + each) % 7 == 0 else "" for each in range(len(own))]
            out.writerow([*said, *custom])


def measured(*words: str) -> tuple[float, float]:
    """Processor time of a command in seconds, and the most memory of any so far in MiB."""
    before = os.times()
    command = [sys.executable, "-m", "roadmap", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    took = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
