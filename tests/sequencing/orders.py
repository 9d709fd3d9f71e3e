"""Portfolios and jobs for tests of sequences: what a test is not about is supplied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing import results
from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.sequence import sequence

MONDAY = date(2027, 1, 4)


def work(id: str, weeks: float = 1, needs: Iterable[str] = (), **more: Any) -> Initiative:
    days = Fraction(repr(float(weeks))) * 5
    effort = (Part("web", Range(days, days)),)
    place = Place(f"{id}.yaml")
    return Initiative(id, id, place, effort=effort, depends_on=tuple(needs), **more)


def portfolio(*initiatives: Initiative) -> Portfolio:
    return Portfolio({one.id: one for one in initiatives}, Calendar(MONDAY), MONDAY, {})


def scored(
    of: Portfolio, values: Mapping[str, float], tiers: Mapping[str, int] | None = None
) -> dict[str, Score]:
    worth = {id: Fraction(repr(float(value))) for id, value in values.items()}
    tier = tiers or {}
    return {
        id: Score(id, worth.get(id), of.size(one), tier=tier.get(id, 0))
        for id, one in of.initiatives.items()
    }


def sequenced(
    *initiatives: Initiative, tiers: Mapping[str, int] | None = None, **values: float
) -> results.RankedSequence:
    of = portfolio(*initiatives)
    return sequence(of, scored(of, values, tiers))


def sets(found: results.RankedSequence) -> list[set[str]]:
    return [set(step.ids) for step in found.bundles if step.number]


def plain(
    values: Sequence[int],
    sizes: Sequence[int],
    needs: Sequence[Sequence[int]],
    tiers: Sequence[int] | None = None,
) -> Jobs:
    lists = [list(wanted) for wanted in needs]
    ids = tuple(f"j{i:05}" for i in range(len(values)))
    levels = list(tiers or [0] * len(values))
    return Jobs(list(values), list(sizes), lists, ids, transpose(lists), levels)


def drawn(random: Random, most: int, least: int = 1) -> Jobs:
    """Random jobs, arcs in any direction of the index but never in a circle."""
    count, high = random.randint(least, most), random.choice([1, 2, 3, 20])
    share = random.choice([0.1, 0.3, 0.6])
    where = random.sample(range(count), count)
    needs: list[list[int]] = [[] for _ in range(count)]
    for later in range(count):
        for earlier in range(later):
            if random.random() < share:
                needs[where[later]].append(where[earlier])
    values = [random.randint(0, high) for _ in range(count)]
    return plain(values, [random.randint(0, high) for _ in range(count)], needs)


def closed_sets(jobs: Jobs) -> list[int]:
    """Every set, as bits, that holds what its members need."""
    below = [sum(1 << j for j in wanted) for wanted in jobs.needs]
    every = {0}
    layer = {0}
    while layer:
        layer = {
            done | 1 << i
            for done in layer
            for i in range(len(jobs))
            if not done >> i & 1 and not below[i] & ~done
        }
        every |= layer
    return sorted(every)


def least_cost(jobs: Jobs) -> int:
    """The least Σ value × completion of any order, by trying every set done first."""
    size = {done: _over(jobs.sizes, done) for done in closed_sets(jobs)}
    cost = {0: 0}
    for done in sorted(size, key=int.bit_count):
        for i in range(len(jobs)):
            new = done | 1 << i
            if new != done and new in size:
                price = cost[done] + jobs.values[i] * size[new]
                cost[new] = min(price, cost.get(new, price))
    return cost[(1 << len(jobs)) - 1]


def _over(amounts: Sequence[int], members: int) -> int:
    return sum(amount for i, amount in enumerate(amounts) if members >> i & 1)
