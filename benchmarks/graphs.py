"""Seeded graphs for sequencing: what a portfolio may look like, and what is hard."""

from __future__ import annotations

from random import Random

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.jobs import Jobs

ARCS = {"sparse": 1.0, "mid": 2.0, "dense": 5.0, "roadmap": 1.3}
POTTS = {"potts .02": 0.02, "potts .06": 0.06, "potts .1": 0.1, "potts .2": 0.2}
KINDS = (*ARCS, *POTTS)
CLUSTER, LOCAL, ENABLERS = 12, 0.85, 0.35


def graph(kind: str, count: int, seed: int) -> Jobs:
    """The jobs of a kind, the same for the same seed; arcs run from low to high numbers.

    *sparse*, *mid*, *dense*: 1, 2, 5 random arcs a job; sizes 1 to 40, values 1 to 100.
    *roadmap*: 1.3 arcs, 85 % of them inside clusters of 12, and 35 % without value.
    *potts*: each arc with a probability; sizes 1 to 100, values 1 to 10 (Potts, 1985).
    """
    random = Random(f"{kind} {count} {seed}")
    high_size, high_value = (100, 10) if kind in POTTS else (40, 100)
    sizes = [random.randint(1, high_size) for _ in range(count)]
    values = [random.randint(1, high_value) for _ in range(count)]
    if kind == "roadmap":
        values = [0 if random.random() < ENABLERS else value for value in values]
    draw = _each if kind in POTTS else _some
    arcs = draw(random, kind, count)
    needs: list[list[int]] = [[] for _ in range(count)]
    for low, high in sorted(arcs):
        needs[high].append(low)
    ids = tuple(f"i{number:05}" for number in range(count))
    return Jobs(values, sizes, needs, ids, transpose(needs), [0] * count)


def _each(random: Random, kind: str, count: int) -> set[tuple[int, int]]:
    return {
        (low, high)
        for high in range(count)
        for low in range(high)
        if random.random() < POTTS[kind]
    }


def _some(random: Random, kind: str, count: int) -> set[tuple[int, int]]:
    wanted = min(round(ARCS[kind] * count), count * (count - 1) // 2)
    arcs: set[tuple[int, int]] = set()
    for _ in range(50 * wanted):
        if len(arcs) == wanted:
            break
        one, other = random.randrange(count), random.randrange(count)
        if kind == "roadmap" and random.random() < LOCAL:
            start = one - one % CLUSTER
            other = min(count - 1, start + random.randrange(CLUSTER))
        if one != other:
            arcs.add((min(one, other), max(one, other)))
    return arcs
