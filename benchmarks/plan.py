"""The plan against rivals: how far each is above the best that any of them finds.

`python -m benchmarks.plan` takes half an hour, `--quick` some minutes; `--full` takes all
published projects and a large portfolio. `--exact` adds the exact engine, `--units N` is
what constraint solvers may take, in deterministic time.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from platform import python_version
from statistics import mean

from benchmarks.cases import Case
from benchmarks.large import large
from benchmarks.methods import Outcome, every_method, outcome
from benchmarks.planned import Cases, to_end_first, to_wait_least
from benchmarks.rivals import Rival
from benchmarks.steadiness import steadiness

SAME = 1e-4
"""Plans whose aims differ by less than this share are equally good."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A case and what each method reaches, by name; `best` is what a gap is measured to."""

    case: Case
    outcomes: Mapping[str, Outcome | None]
    best: tuple[int, int]

    def gap(self, method: str) -> float | None:
        """How far above the best, as a share; None without a plan or where it is later."""
        found = self.outcomes[method]
        if found is None or found.late > self.best[0]:
            return None
        return found.aim / self.best[1] - 1


def main(arguments: Sequence[str]) -> None:
    """Print the tables as Markdown, progress on standard error."""
    asked = _asked(arguments)
    known = every_method(exact=asked.exact)
    methods = [each for each in known if each.version() is not None]
    most = 2 if asked.quick else 100 if asked.full else 8
    _print_versions(asked, methods)
    for title, cases in (
        ("Cost of delay", to_wait_least(min(most, 10))),
        ("Last end, above the best known", to_end_first(most)),
    ):
        _print_tables(title, methods, _all(cases, methods, asked.units))
    print("\n## Steadiness\n")
    for line in steadiness(2 if asked.quick else 5, asked.units):
        print(line, flush=True)
    if asked.full:
        print(f"\n## Large\n\n{large()}")


def _asked(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.plan", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--units", type=float, default=0.15)
    return parser.parse_args(arguments)


def _print_versions(asked: Namespace, methods: Sequence[Rival]) -> None:
    print(__doc__.splitlines()[0] if __doc__ else "")
    flags = [f"--{name}" for name in ("quick", "full", "exact") if getattr(asked, name)]
    units = [] if asked.units == 0.15 else [f"--units {asked.units}"]
    print(f"\n`{' '.join(['python -m benchmarks.plan', *flags, *units])}`", end=": ")
    versions = dict.fromkeys(each.version() for each in methods)
    print(", ".join([f"Python {python_version()}", *filter(None, versions)]), end=".\n")
    names = {each.name for each in methods}
    absent = [each.name for each in every_method(exact=False) if each.name not in names]
    if absent:
        print(f"Not installed: {', '.join(absent)}.")


Groups = Mapping[tuple[str, int], list[Measured]]
"""Cases by kind and size."""


def _all(cases: Cases, methods: Sequence[Rival], units: float) -> Groups:
    found = defaultdict(list)
    for kind, size, case in cases:
        measured = _measured(case, methods, units)
        found[kind, size].append(measured)
        print(_progress(measured), file=sys.stderr, flush=True)
    return found


def _measured(case: Case, methods: Sequence[Rival], units: float) -> Measured:
    outcomes = {each.name: outcome(each, case, units) for each in methods}
    real = [outcomes[each.name] for each in methods if not each.relaxed]
    best = min((each.late, each.aim) for each in real if each)
    known = case.instance.best
    return Measured(case, outcomes, (0, known) if known else best)


def _progress(measured: Measured) -> str:
    cells = [f"{name} {_cell([measured], name)}" for name in measured.outcomes]
    return f"{measured.case.instance.name}: {', '.join(cells)}"


def _print_tables(title: str, methods: Sequence[Rival], groups: Groups) -> None:
    if not groups:
        print(f"\n## {title}\n\nThe published projects are not here.")
        return
    names = [f"{each.name}{' (relaxed)' if each.relaxed else ''}" for each in methods]
    print(f"\n## {title}\n\n{_head(['kind', 'n', 'cases', *names])}")
    for line in _rows(groups, methods, _cell):
        print(line)
    print(f"\nProcessor seconds, mean.\n\n{_head(['kind', 'n', 'cases', *names])}")
    for line in _rows(groups, methods, _took):
        print(line, flush=True)


def _head(names: Sequence[str]) -> str:
    line = " | ".join(names)
    return f"| {line} |\n|{' --- |' * len(names)}"


def _rows(groups: Groups, methods: Sequence[Rival], cell: object) -> Iterator[str]:
    assert callable(cell)
    for (kind, size), found in groups.items():
        cells = [cell(found, each.name) for each in methods]
        yield f"| {' | '.join([kind, str(size), str(len(found)), *cells])} |"


def _cell(found: Sequence[Measured], method: str) -> str:
    """Mean / worst gap, how often best, and how often later than need be."""
    plans = [each for each in found if each.outcomes[method]]
    gaps = [gap for each in plans if (gap := each.gap(method)) is not None]
    later = f", later {len(plans) - len(gaps)}" if len(gaps) < len(plans) else ""
    if not plans:
        return "–"
    if not gaps:
        return later.removeprefix(", ")
    best = sum(gap < SAME for gap in gaps)
    return f"{100 * mean(gaps):.2f} / {100 * max(gaps):.1f} % ({best}){later}"


def _took(found: Sequence[Measured], method: str) -> str:
    seconds = [plan.seconds for each in found if (plan := each.outcomes[method])]
    return f"{mean(seconds):.2f}" if seconds else "–"


if __name__ == "__main__":
    main(sys.argv[1:])
