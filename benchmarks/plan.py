"""The plan against rivals: how far each is above the best that any of them finds.

`python -m benchmarks.plan` takes half an hour, `--quick` some minutes; `--full` takes all
published projects and a large portfolio. `--exact` adds the exact engine, `--units N` is
what constraint solvers may take, in deterministic time.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from platform import python_version

from benchmarks.large import large
from benchmarks.methods import every_method
from benchmarks.plan_tables import Groups, Measured, in_short, progress, tables
from benchmarks.planned import Cases, to_end_first, to_wait_least
from benchmarks.rivals import Rival
from benchmarks.steadiness import steadiness

UNITS, FEWER = 0.15, 0.05
QUICK, USUAL, FULL = 2, 4, 100
"""Published projects of a size; of seeded roadmaps at most ten."""


def main(arguments: Sequence[str]) -> None:
    """Print the tables as Markdown, and progress on standard error."""
    for line in _lines(_asked(arguments)):
        print(line, flush=True)


def _asked(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.plan", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--units", type=float)
    asked = parser.parse_args(arguments)
    if asked.units is None:
        asked.units = FEWER if asked.quick else UNITS
    return asked


def _lines(asked: Namespace) -> Iterator[str]:
    known = every_method(exact=asked.exact)
    methods = [rival for rival in known if rival.version() is not None]
    most = QUICK if asked.quick else FULL if asked.full else USUAL
    yield "# The plan against rivals\n"
    yield f"`{_command(asked)}`: {_versions(methods)}."
    if absent := [rival.name for rival in known if rival not in methods]:
        yield f"Not installed: {', '.join(absent)}."
    yield "\n## Cost of delay\n"
    waiting = _measured(to_wait_least(min(most, 10)), methods, asked.units)
    yield from tables(waiting, methods)
    yield "\n## In short\n"
    yield from in_short(waiting, methods)
    yield "\n## Last end, above the best known\n"
    yield from tables(_measured(to_end_first(most), methods, asked.units), methods)
    yield "\n## Steadiness\n"
    yield from steadiness(QUICK if asked.quick else USUAL, asked.units)
    if asked.full:
        yield f"\n## Large\n\n{large()}"


def _command(asked: Namespace) -> str:
    flags = [f"--{name}" for name in ("quick", "full", "exact") if getattr(asked, name)]
    return " ".join(["python -m benchmarks.plan", *flags, f"--units {asked.units:g}"])


def _versions(methods: Sequence[Rival]) -> str:
    versions = dict.fromkeys(method.version() for method in methods)
    return ", ".join([f"Python {python_version()}", *filter(None, versions)])


def _measured(cases: Cases, methods: Sequence[Rival], units: float) -> Groups:
    found: dict[tuple[str, int], list[Measured]] = {}
    for kind, size, case in cases:
        measured = Measured.of(case, methods, units)
        found.setdefault((kind, size), []).append(measured)
        print(progress(measured), file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
