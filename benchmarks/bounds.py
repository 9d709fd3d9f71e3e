"""Bounds: how far the best known plan may be above the optimum, as far as is proven.

`python -m benchmarks.bounds` takes some minutes on two cores, `--quick` one, `--most N`
cases of a kind and size. `--exact` adds the exact engine: with each group of cases, what
its own plans are above its bounds, in `--units N` of deterministic time.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import process_time

from benchmarks.cases import Case
from benchmarks.instances import Instance
from benchmarks.planned import PUBLISHED, Cases, projects, seeded
from roadmap.cli.load import read_from, sources_of
from roadmap.scoring.catalogue import scores
from roadmap.sequencing.bounds.cost_bound import cost_bound
from roadmap.sequencing.bounds.plan_bound import doubled, wait_bound
from roadmap.sequencing.engines import exact_search
from roadmap.sequencing.schedule.objective import cost, late, waited
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.search import searched

QUICK, USUAL = 2, 4
LONGER = 4
"""How many times as long the search for the best known plan takes."""
SEEDED = {15: 2, 30: 3, 60: 5, 120: 8, 250: 10}
"""Initiatives of a seeded roadmap, and its teams."""
SIZES = (30, 60)
"""Tasks of published projects."""
TITLE = "# Bounds"
MEANS = """how far the best known plan is above its bound (mean / worst), by the bounds that
do without prices on days and by all, and the time of all bounds ÷ the plan's search."""
HERE = Path(__file__).parents[1]
FOLDERS = {
    "example": HERE / "initiatives",
    "Simpler Grants": PUBLISHED.parents[1] / "portfolios" / "simpler-grants",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What is proven of one case: the best known cost above each bound, as shares.

    `before` is by chains, fast machines and prices on dependencies alone; `after` by
    prices of days too. `times` is how long all bounds take, in times of the plan's search.
    """

    kind: str
    size: int
    before: float
    after: float
    times: float
    exact: float | None


def main(arguments: Sequence[str]) -> None:
    """Print the table as Markdown, and progress on standard error."""
    asked = _asked(arguments)
    rows: list[Row] = []
    for kind, size, case in cases(asked.most):
        rows.append(measured(kind, size, case, asked.units if asked.exact else None))
        print(f"{case.instance.name}: {rows[-1]}", file=sys.stderr, flush=True)
    print(f"{TITLE}\n\n`{_command(asked)}`: {MEANS}\n")
    for line in table(rows, asked.exact):
        print(line)


def cases(most: int) -> Cases:
    """The example, another real portfolio that is there, and so many of each size."""
    for kind, folder in FOLDERS.items():
        if folder.is_dir():
            case = Case(real(kind, folder))
            yield kind, case.problem.count, case
    yield from seeded(SEEDED, most)
    yield from projects(SIZES, most)


def real(name: str, folder: Path) -> Instance:
    """The portfolio of a folder, with the scores of its own framework."""
    portfolio = read_from(sources_of(folder)).portfolio
    return Instance(name, portfolio, scores(portfolio, portfolio.framework))


def measured(kind: str, size: int, case: Case, units: float | None) -> Row:
    """The bounds of the plan that `fast` finds, against the best plan that is known."""
    fixed, every = case.fixed, range(case.problem.count)
    began = process_time()
    found = searched(case.problem, fixed).table
    planned = process_time()
    before = _before(fixed, found)
    after = max(before, cost_bound(fixed, found).cost)
    bounded = process_time()
    longer = searched(case.problem, fixed, effort=LONGER).table
    best = min(cost(table, every) for table in (found, longer)
               if late(table, every) <= late(found, every))  # fmt: skip
    return Row(
        kind,
        size,
        best / before - 1,
        best / after - 1,
        (bounded - planned) / (planned - began),
        None if units is None else exact_gap(case, units),
    )


def exact_gap(case: Case, units: float) -> float:
    """How far the plan of the exact engine is above its bound."""
    solution = exact_search(units)(case.problem, case.fixed, None)
    table, every = solution.table, range(case.problem.count)
    still = cost(case.fixed, sorted(case.problem.fixed))
    known = [_before(case.fixed, table), cost_bound(case.fixed, table).cost]
    bound = max(*known, still + (solution.bound or 0))
    return cost(table, every) / bound - 1


def table(rows: Sequence[Row], exact: bool) -> Iterator[str]:
    """A line for each kind and size."""
    last = ["`exact` above its bound"] if exact else []
    head = ["kind", "n", "cases", "before", "now", "time ÷ search", *last]
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for kind, size in dict.fromkeys((row.kind, row.size) for row in rows):
        group = [row for row in rows if (row.kind, row.size) == (kind, size)]
        cells = [kind, str(size), str(len(group))]
        cells += [_shares([row.before for row in group])]
        cells += [_shares([row.after for row in group])]
        cells += [f"{mean(row.times for row in group):.2f}"]
        if exact:
            cells += [_shares([row.exact or 0 for row in group])]
        yield f"| {' | '.join(cells)} |"


def _before(fixed: Timetable, known: Timetable) -> int:
    every = range(fixed.problem.count)
    waits = wait_bound(fixed.problem, fixed, waited(known, every))
    return waits + doubled(fixed.problem, fixed)


def _command(asked: Namespace) -> str:
    exact = f" --exact --units {asked.units:g}" if asked.exact else ""
    most = f" --most {asked.most}" if asked.most != USUAL else ""
    return f"python -m benchmarks.bounds{most}{exact}"


def _shares(found: Sequence[float]) -> str:
    if len(found) == 1:
        return f"{100 * found[0]:.1f} %"
    return f"{100 * mean(found):.1f} / {100 * max(found):.1f} %"


def _asked(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.bounds", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--most", type=int)
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--units", type=float, default=4.0)
    asked = parser.parse_args(arguments)
    asked.most = asked.most or (QUICK if asked.quick else USUAL)
    return asked


if __name__ == "__main__":
    main(sys.argv[1:])
