"""What `check` needs for the largest files that it takes, of each kind of input.

Each kind is grown until its file is as large as a file may be, and measured there and at
fractions of it, because a file of too many values is refused early. Exit code 1 where a run
needs more than the bounds in SECURITY.md.
"""

from __future__ import annotations

import sys

from benchmarks.growing import KINDS, Kind
from benchmarks.growth import Cost, cost, imported

MOST_BYTES, MOST_SECONDS = 300 * 2**20, 10
LARGEST = 4 * 2**20
"""Bytes that a file may have."""
FRACTIONS = (1, 4, 16)


def main() -> int:
    """Print the worst run of every kind of one file; 1 where one is beyond a bound."""
    print(f"{'largest files':<34} {'n':>9} {'seconds':>8} {'MB':>6}")
    imported()
    faults = 0
    for kind in KINDS:
        if _of_one_file(kind):
            faults += _beyond(kind)
    print(f"{faults} of them are beyond the bounds" if faults else "all within the bounds")
    return int(faults > 0)


def _of_one_file(kind: Kind) -> bool:
    checks = kind.command.startswith("check p") and not kind.committed
    return checks and len(kind.files(9)) == len(kind.files(99))


def _beyond(kind: Kind) -> bool:
    """Print a kind's costs: the most of time and the most of memory among its fractions."""
    n = most(kind)
    every = [cost(kind, n // each) for each in FRACTIONS if n // each]
    seconds = max(each.seconds for each in every)
    bytes_ = max(each.bytes for each in every)
    print(f"{kind.name:<34} {n:>9} {seconds:>8.2f} {bytes_ / 2**20:>6.0f}", flush=True)
    return not all(map(_within, every))


def _within(found: Cost) -> bool:
    ended = found.code in (0, 1)
    return ended and found.seconds <= MOST_SECONDS and found.bytes <= MOST_BYTES


def most(kind: Kind) -> int:
    """The greatest size whose largest file is one that is still read."""
    low, high = 1, 2
    while _largest(kind, high) <= LARGEST and high < LARGEST:
        low, high = high, 2 * high
    while high - low > max(1, low // 50):
        middle = (low + high) // 2
        low, high = (middle, high) if _largest(kind, middle) <= LARGEST else (low, middle)
    return low


def _largest(kind: Kind, n: int) -> int:
    return max(len(text.encode("utf-8")) for text in kind.files(n).values())


if __name__ == "__main__":
    sys.exit(main())
