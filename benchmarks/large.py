"""A large portfolio: the seconds and the memory that its plan takes."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

from benchmarks.instances import disturbed, roadmap
from roadmap.sequencing.plan import plan
from roadmap.sequencing.sequence import sequence

COUNT, TEAMS = 5_000, 40


def large() -> str:
    """What it took, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.large"]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    return found.stdout.strip()


def main() -> None:
    """Plan it and say what that took."""
    from resource import RUSAGE_SELF, getrusage

    instance = disturbed(roadmap(COUNT, TEAMS))
    began = process_time()
    order = sequence(instance.portfolio, instance.scores)
    sequenced = process_time()
    found = plan(instance.portfolio, instance.scores, order)
    planned = process_time()
    unit = 1024 if sys.platform == "darwin" else 1
    memory = getrusage(RUSAGE_SELF).ru_maxrss / unit / 1024
    less = 1 - found.cost / found.naive_cost
    print(
        f"{COUNT:,} initiatives × {TEAMS} teams: {sequenced - began:.1f} s for the"
        f" sequence, {planned - sequenced:.0f} s for the plan, {memory:.0f} MB; the plan"
        f" costs {100 * float(less):.1f} % less than the naive order"
        f" ({found.late} days late, the naive order {found.naive_late})."
    )


if __name__ == "__main__":
    main()
