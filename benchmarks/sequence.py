"""The sequence against both naive orders and its own bound, on seeded graphs.

`python -m benchmarks.sequence` takes under a minute, `--full` some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from statistics import mean
from time import process_time

from benchmarks.graphs import ARCS, KINDS, graph
from roadmap.sequencing.order.best_order import best_bundles
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.naive import pulled_forward

QUICK = {50: (KINDS, 10), 100: (KINDS, 2), 500: (ARCS, 2), 5000: (ARCS, 1)}
FULL = {
    50: (KINDS, 100),
    100: (KINDS, 20),
    200: (KINDS, 10),
    500: (ARCS, 10),
    5000: (ARCS, 5),
    20000: (ARCS, 1),
}
HEAD = (
    "    n  kind       graphs  best available  pulled forward  over bound   (worst)"
    "  proven  seconds (worst)"
)


@dataclass(frozen=True, slots=True)
class Result:
    """One graph: costs of three orders, the bound, whether it is proven, CPU seconds."""

    available: int
    pulled: int
    cost: int
    bound: int
    seconds: float


def main(arguments: Sequence[str]) -> None:
    """Print one row per size and kind."""
    roadmaps: list[Result] = []
    print(HEAD)
    for count, (kinds, graphs) in (FULL if "--full" in arguments else QUICK).items():
        for kind in kinds:
            found = [measured(graph(kind, count, seed)) for seed in range(graphs)]
            print(_row(count, kind, found), flush=True)
            roadmaps += found if kind == "roadmap" else []
    print(in_short(roadmaps))


def measured(jobs: Jobs) -> Result:
    """Our order of a graph and the two rivals'."""
    began = process_time()
    pulled = pulled_forward(jobs, by_score(jobs))
    best = best_bundles(jobs, [], pulled)
    seconds = process_time() - began
    order = [i for step in best for i in step.order]
    cost = jobs.cost(order)
    bound = sum(step.bound for step in best)
    _check(jobs, order, cost, bound)
    return Result(jobs.cost(available(jobs)), jobs.cost(pulled), cost, bound, seconds)


def in_short(found: Sequence[Result]) -> str:
    """What both naive orders cost more than our order, mean and most."""

    def more(costs: Iterator[int]) -> str:
        over = [100 * (a / one.cost - 1) for a, one in zip(costs, found, strict=True)]
        return f"{mean(over):.0f} % (at most {max(over):.0f} %)"

    first, second = more(o.available for o in found), more(o.pulled for o in found)
    return (
        f"{len(found)} graphs like roadmaps. More cost of delay than in ours, on average:\n"
        f"- always the best by score of what is ready: {first}\n"
        f"- naive order (by score, prerequisites pulled forward): {second}"
    )


def by_score(jobs: Jobs) -> list[int]:
    """Indices by value ÷ size, highest first."""
    score = [Fraction(v, p) for v, p in zip(jobs.values, jobs.sizes, strict=True)]
    return sorted(range(len(jobs)), key=lambda i: (-score[i], i))


def available(jobs: Jobs) -> list[int]:
    """Always the best by score among those that nothing holds."""
    rank = {i: k for k, i in enumerate(by_score(jobs))}
    unmet = [len(wanted) for wanted in jobs.needs]
    ready = [(rank[i], i) for i in range(len(jobs)) if not unmet[i]]
    heapify(ready)
    order = []
    while ready:
        order.append(heappop(ready)[-1])
        for i in jobs.opens[order[-1]]:
            unmet[i] -= 1
            if not unmet[i]:
                heappush(ready, (rank[i], i))
    return order


def _check(jobs: Jobs, order: list[int], cost: int, bound: int) -> None:
    place = {i: k for k, i in enumerate(order)}
    held = all(place[j] < place[i] for i in place for j in jobs.needs[i])
    if len(place) != len(jobs) or not held or bound > cost:
        raise SystemExit("a sequence breaks its dependencies or its bound")


def _row(count: int, kind: str, found: Sequence[Result]) -> str:
    def over(these: Iterator[int], those: Iterator[int]) -> list[float]:
        return [100 * float(Fraction(a, b) - 1) for a, b in zip(these, those, strict=True)]

    first = over((one.available for one in found), (one.cost for one in found))
    second = over((one.pulled for one in found), (one.cost for one in found))
    gap = over((one.cost for one in found), (one.bound for one in found))
    proven = sum(one.cost == one.bound for one in found)
    seconds = [one.seconds for one in found]
    return (
        f"{count:5}  {kind:9} {len(found):7}  {mean(first):12.1f} %  {mean(second):12.1f} %"
        f"  {mean(gap):8.4f} %  {max(gap):7.4f}  {proven:3}/{len(found):<3}"
        f" {mean(seconds):7.2f}  {max(seconds):7.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
