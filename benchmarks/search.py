"""The search of `fast`: how good it is by its steps, what else was tried, how fast it is.

`python -m benchmarks.search > benchmarks/search.md` takes ten minutes, `--quick` one.
Gaps are to the best that any search of the run finds, among them three with sixteen times
the steps. Seeds are those of `--seed` and after it, so that fresh ones are easily drawn.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import mean
from time import process_time

from benchmarks.instances import roadmap
from roadmap.sequencing import compiled
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.problem import problem
from roadmap.sequencing.schedule.serial import begun
from roadmap.sequencing.search.annealing import LEGS, WALKS
from roadmap.sequencing.search.compiled_walk import fastest_walk
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.priority_rules import priority_orders
from roadmap.sequencing.search.search import budget, schedule_of
from roadmap.sequencing.search.walk import Leg, PlainWalk, Walk
from roadmap.sequencing.sequence import sequence

SIZES = ((30, 5), (60, 6), (120, 10))
SEED, SEEDS, FEWER = 201, 8, 2
SHARES = (0.25, 1.0, 4.0)
LONG, DRAWS = 16, 3
Legs = Sequence[tuple[int, int, int]]
VARIANTS: dict[str, tuple[int, Legs]] = {
    "one walk": (1, LEGS),
    "three walks": (3, LEGS),
    "one leg": (WALKS, ((100, 800, 7),)),
    "three legs": (WALKS, ((40, 800, 7), (30, 400, 5), (30, 400, 5))),
    "hotter": (WALKS, ((19, 1600, 8), *(9 * [(9, 800, 6)]))),
    "colder": (WALKS, ((19, 400, 6), *(9 * [(9, 200, 4)]))),
}
"""Other numbers of walks, and other schedules of cooling."""


def main(arguments: Sequence[str]) -> None:
    """Print the tables as Markdown."""
    parser = ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(arguments)
    for line in _lines(asked.seed, FEWER if asked.quick else SEEDS, asked.quick):
        print(line, flush=True)


def _lines(seed: int, seeds: int, quick: bool) -> Iterator[str]:
    command = f"python -m benchmarks.search{' --quick' if quick else ''}"
    yield "# The search of fast\n"
    yield f"`{command}`: {seeds} roadmaps of each size, from seed {seed} on. A cell is"
    yield "the mean and the worst gap to the best known, in percent.\n"
    if compiled.kernel is None:
        yield "The kernel is not compiled here, so both times are those of Python.\n"
    shares = [f"{share:g} × the steps" for share in SHARES]
    names = " | ".join([*shares, *VARIANTS])
    yield f"| initiatives | {names} | compiled | Python ÷ compiled |"
    yield "|" + " ---: |" * (3 + len(shares) + len(VARIANTS))
    for count, teams in SIZES[: 2 if quick else None]:
        yield _row(count, teams, range(seed, seed + seeds))


def _row(count: int, teams: int, seeds: Sequence[int]) -> str:
    gaps: dict[str, list[float]] = {}
    times: list[float] = []
    for seed in seeds:
        begin = _begin(count, teams, seed)
        most = budget(len(begin().order))
        steps = {str(share): int(share * most) for share in SHARES}
        found = {name: _walked(begin, many, WALKS, LEGS) for name, many in steps.items()}
        found |= {
            name: _walked(begin, most, walks, legs)
            for name, (walks, legs) in VARIANTS.items()
        }
        longest = [
            _walked(begin, LONG * most, WALKS, LEGS, shift) for shift in range(DRAWS)
        ]
        best = min(*longest, *found.values())
        for name, price in found.items():
            gaps.setdefault(name, []).append(100 * (price / best - 1))
        times.append(_time(partial(_walked, begin, most, WALKS, LEGS)))
    few = most // 10
    plain = _time(partial(_legs, PlainWalk(begin()), few, LEGS))
    fast = _time(partial(_legs, fastest_walk(begin()), few, LEGS))
    cells = [f"{mean(gap):.2f} / {max(gap):.2f}" for gap in gaps.values()]
    return f"| {count} | {' | '.join(cells)} | {mean(times):.2f} s | {plain / fast:.0f} |"


def _begin(count: int, teams: int, seed: int) -> Callable[[], Schedule]:
    """What gives the best of the first orders of a roadmap, as a schedule."""
    instance = roadmap(count, teams, seed)
    order = sequence(instance.portfolio, instance.scores)
    whole = problem(instance.portfolio, instance.scores, order)
    fixed, group = begun(whole), groups(whole)[0]
    first = [schedule_of(whole, fixed, one) for one in priority_orders(whole, group)]
    best = min(first, key=lambda schedule: schedule.total).order
    return lambda: schedule_of(whole, fixed, best)


def _walked(
    begin: Callable[[], Schedule], steps: int, walks: int, legs: Legs, shift: int = 0
) -> int:
    """The least price of so many walks that share the steps."""
    begun_walks = (fastest_walk(begin(), shift * walks + number) for number in range(walks))
    return min(_legs(walk, steps // walks, legs).least for walk in begun_walks)


def _legs(walk: Walk, steps: int, legs: Legs) -> Walk:
    begin = spent = 0
    for share, forgiven, halvings in legs:
        spent += share
        leg = Leg(begin, steps * spent // 100, forgiven, halvings)
        walk.place(walk.best)
        walk.walk(leg.end, leg, bound=0)
        begin = leg.end
    return walk


def _time(what: Callable[[], object]) -> float:
    began = process_time()
    what()
    return process_time() - began


if __name__ == "__main__":
    main(sys.argv[1:])
