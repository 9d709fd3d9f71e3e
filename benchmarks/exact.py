"""The exact engine against plain CP-SAT in the same budget of deterministic time.

`python -m benchmarks.exact` takes hours on two cores, `--most N` cases of a kind and size
less, `--only KIND` those of a kind, `--quick` minutes. `--kept FILE` keeps what was
measured, to go on from there; it is for one revision of the code and no other. Beside its
units `exact` has what `fast` takes first, and up to a quarter more where musts are late.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from statistics import mean

from benchmarks.cases import Case
from benchmarks.instances import crews, disturbed, project, roadmap
from benchmarks.methods import EXACT, FAST, REFERENCE, outcome
from benchmarks.planned import SIZES, Cases, published
from benchmarks.rivals import cpsat
from roadmap.model.portfolio import Minimise
from roadmap.sequencing.engines import exact_search

QUICK, USUAL = 1, 100
SEEDED = 3
"""Of seeded roadmaps at most so many of a size."""
METHODS = (FAST, EXACT, cpsat.RIVAL, REFERENCE)
SHOWN = METHODS[:3]


@dataclass(frozen=True, slots=True)
class Row:
    """What each method reaches on a case: days late, then the aim, then CPU seconds.

    `best` is the best known answer, or None where there is no published one.
    """

    name: str
    kind: str
    size: int
    best: int | None
    found: dict[str, tuple[int, int, float]]

    def gap(self, method: str) -> float | None:
        """The share above the best; None where a method is later, or finds nothing."""
        late, least = min((late, aim) for late, aim, _ in self.found.values())
        mine = self.found.get(method)
        if mine is None or mine[0] > late:
            return None
        return mine[1] / (self.best or least) - 1


def main(arguments: Sequence[str]) -> None:
    """Print the table as Markdown, and each case on standard error as it comes."""
    asked = _asked(arguments)
    exact_search(None)
    rows = list(_rows(asked))
    print(
        f"`{_command(asked)}`, Python {python_version()}, OR-Tools {version('ortools')}\n"
    )
    for line in _table(rows):
        print(line)


def _asked(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.exact", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--most", type=int)
    parser.add_argument("--only", default="", metavar="KIND")
    parser.add_argument("--kept", type=Path)
    asked = parser.parse_args(arguments)
    if asked.most is None:
        asked.most = QUICK if asked.quick else USUAL
    return asked


def _command(asked: Namespace) -> str:
    only = f" --only '{asked.only}'" if asked.only else ""
    return f"python -m benchmarks.exact --most {asked.most}{only}"


def _rows(asked: Namespace) -> Iterator[Row]:
    known = {(row.kind, row.name): row for row in _kept(asked.kept)}
    for kind, size, case in cases(asked.most):
        name = case.instance.name
        if asked.only not in kind:
            continue
        if (kind, name) not in known:
            row = _measured(kind, size, case)
            print(row, file=sys.stderr, flush=True)
            if asked.kept:
                with asked.kept.open("a", encoding="utf-8") as file:
                    file.write(f"{json.dumps(asdict(row))}\n")
            known[kind, name] = row
        yield known[kind, name]


def cases(most: int) -> Cases:
    """Both aims: seeded roadmaps always, published projects where they lie near."""
    for size, teams in SIZES.items():
        for seed in range(1, min(most, SEEDED) + 1):
            yield "cost, roadmaps", size, Case(disturbed(roadmap(size, teams, seed)))
        for file in published(size, most):
            yield "cost, one team a task", size, Case(crews(file))
            yield "cost, several teams", size, Case(project(file, Minimise.COST_OF_DELAY))
    for size, teams in SIZES.items():
        for seed in range(1, min(most, SEEDED) + 1):
            yield "last end, roadmaps", size, _ending_first(size, teams, seed)
        for file in published(size, most):
            yield "last end, several teams", size, Case(project(file))


def _ending_first(size: int, teams: int, seed: int) -> Case:
    """A seeded roadmap that is to end early, planned without musts and deadlines."""
    known = roadmap(size, teams, seed)
    soonest = replace(known.portfolio, minimise=Minimise.MAKESPAN)
    return Case(replace(known, portfolio=soonest))


def _measured(kind: str, size: int, case: Case) -> Row:
    from roadmap.sequencing.exact.engine import UNITS

    found = {}
    for method in METHODS:
        reached = outcome(method, case, UNITS)
        if reached:
            found[method.name] = reached.late, reached.aim, round(reached.seconds, 2)
    return Row(case.instance.name, kind, size, case.instance.best, found)


def _kept(file: Path | None) -> Iterator[Row]:
    if file and file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            row = Row(**json.loads(line))
            found = {
                name: (late, aim, took) for name, (late, aim, took) in row.found.items()
            }
            yield replace(row, found=found)


def _table(rows: Sequence[Row]) -> Iterator[str]:
    names = [rival.name for rival in SHOWN]
    head = ["aim, kind", "n", "cases", *names, "exact better / worse than CP-SAT"]
    yield f"| {' | '.join([*head, 'CPU s'])} |"
    yield f"|{' --- |' * (len(head) + 1)}"
    for kind, size in dict.fromkeys((row.kind, row.size) for row in rows):
        some = [row for row in rows if (row.kind, row.size) == (kind, size)]
        cells = [kind, str(size), str(len(some)), *(_gaps(some, name) for name in names)]
        seconds = " / ".join(_seconds(some, name) for name in names)
        yield f"| {' | '.join([*cells, _duel(some), seconds])} |"


def _gaps(rows: Sequence[Row], method: str) -> str:
    gaps = [gap for row in rows if (gap := row.gap(method)) is not None]
    later = f", {len(rows) - len(gaps)} later" if len(gaps) < len(rows) else ""
    if not gaps:
        return f"–{later}"
    return f"{100 * mean(gaps):.2f} / {100 * max(gaps):.2f} %{later}"


def _duel(rows: Sequence[Row]) -> str:
    """How often the exact engine is better, and how often worse."""
    nothing = (1 << 60, 0, 0.0)
    pairs = [
        (row.found[EXACT.name][:2], row.found.get(cpsat.RIVAL.name, nothing)[:2])
        for row in rows
    ]
    return f"{sum(a < b for a, b in pairs)} / {sum(a > b for a, b in pairs)}"


def _seconds(rows: Sequence[Row], method: str) -> str:
    taken = [row.found[method][2] for row in rows if method in row.found]
    return f"{mean(taken):.0f}" if taken else "–"


if __name__ == "__main__":
    main(sys.argv[1:])
