"""How fast time and memory grow with the input: n, 2n and 4n of each kind.

Each command runs in a process of its own, forked once everything is imported. What grows
is measured beyond the same command on the smallest input. Exit code 1 where something grows
faster than n log n.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from math import log
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import roadmap
from benchmarks.growing import KINDS, Kind

STEPS = (1, 2, 4)
MOST = 1.35
"""The greatest exponent: n log n is 1.1 here, and the rest is for a machine's moods."""
LEAST_SECONDS, LEAST_BYTES = 0.2, 16 * 2**20
"""What grows by less has no exponent that could be measured."""
PATIENCE = 20
"""Seconds of processor time after which a run is ended."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, bytes of memory at most, and the exit code."""

    seconds: float
    bytes: float
    code: int


@dataclass(frozen=True, slots=True)
class Row:
    """A kind's costs at n, 2n and 4n, beyond those of its smallest input."""

    kind: Kind
    costs: tuple[Cost, ...]

    @property
    def time(self) -> float | None:
        """The exponent of time; None where there is too little to measure."""
        return exponent([each.seconds for each in self.costs], LEAST_SECONDS)

    @property
    def memory(self) -> float | None:
        """The exponent of memory; None where there is too little to measure."""
        return exponent([each.bytes for each in self.costs], LEAST_BYTES)

    @property
    def holds(self) -> bool:
        """Whether all runs ended, and neither time nor memory grows too fast."""
        ended = all(each.code in (0, 1) for each in self.costs)
        return ended and max(self.time or 0, self.memory or 0) <= MOST


def exponent(costs: Sequence[float], least: float) -> float | None:
    """The power of n that costs at n, 2n and 4n grow with; None below `least`.

    >>> exponent([1, 2, 4], 1), exponent([1, 4, 16], 1), exponent([0, 0, 0.1], 1)
    (1.0, 2.0, None)
    """
    first, last = max(costs[0], costs[-1] / 4**3), costs[-1]
    return log(last / first) / log(STEPS[-1]) if last >= least else None


def row(kind: Kind, n: int | None = None) -> Row:
    """A kind's costs; `n` is its first size."""
    base = cost(kind, 1)
    every = [cost(kind, (n or kind.n) * step) for step in STEPS]
    return Row(kind, tuple(
        Cost(each.seconds - base.seconds, each.bytes - base.bytes, each.code)
        for each in every
    ))  # fmt: skip


def cost(kind: Kind, n: int) -> Cost:
    """What a command on an input of size `n` costs, in a process of its own."""
    with TemporaryDirectory() as name:
        kind.lay(Path(name), n)
        child = os.fork()
        if not child:
            _run(kind.command.split(), name)
        _, status, used = os.wait4(child, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    code = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit, code)


def _run(words: list[str], folder: str) -> None:
    """Run a command as the program does, and end the process."""
    from roadmap.__main__ import exit_code

    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        gc.disable()
        os.chdir(folder)
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        code = exit_code(words)
    finally:
        os._exit(code)


def imported() -> None:
    """Import everything, so that no run pays for it."""
    for found in walk_packages(roadmap.__path__, "roadmap."):
        if "__main__" not in found.name and ".exact" not in found.name:
            import_module(found.name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the exponents of every kind; 1 where one of them is too great."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="kinds whose name holds this")
    chosen = parser.parse_args(arguments).only
    print(f"{'what grows':<34} {'n':>7} {'s at 4n':>8} {'MB':>6} {'time':>6} {'memory':>7}")
    faults = 0
    imported()
    for kind in KINDS:
        if chosen in kind.name:
            measured = row(kind)
            measured = measured if measured.holds else row(kind)
            faults += not measured.holds
            print(_line(measured), flush=True)
    print(f"{faults} of them grow faster than n log n" if faults else "all within n log n")
    return int(faults > 0)


def _line(each: Row) -> str:
    last = each.costs[-1]
    powers = f"{_power(each.time):>6} {_power(each.memory):>7}"
    said = (
        "" if each.holds else "  TOO FAST" if last.code in (0, 1) else f"  exit {last.code}"
    )
    size = f"{last.seconds:>8.2f} {last.bytes / 2**20:>6.0f}"
    return f"{each.kind.name:<34} {each.kind.n:>7} {size} {powers}{said}"


def _power(found: float | None) -> str:
    return "-" if found is None else f"{found:.2f}"


if __name__ == "__main__":
    sys.exit(main())
