"""The model of the problem: what can be placed and what it needs, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import gcd, lcm

from roadmap.model.amounts import exact
from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.graphs import topological_order, transpose
from roadmap.sequencing.placeable import blockers


@dataclass(frozen=True, slots=True)
class Instance:
    """Jobs for one machine by index: values and sizes in units, and what each needs.

    `needs[i]` must be done before i. Where nothing else decides, the lower index goes
    first.
    """

    values: list[int]
    sizes: list[int]
    needs: list[list[int]]

    def __len__(self) -> int:
        return len(self.values)

    def among(self, members: Sequence[int]) -> Instance:
        """A subset of the jobs, renumbered; all others count as done."""
        place = {i: k for k, i in enumerate(members)}
        return Instance(
            [self.values[i] for i in members],
            [self.sizes[i] for i in members],
            [[place[j] for j in self.needs[i] if j in place] for i in members],
        )

    def cost(self, order: Iterable[int], done: int = 0) -> int:
        """Σ value × completion of an order that begins when `done` is done."""
        total = 0
        for i in order:
            done += self.sizes[i]
            total += self.values[i] * done
        return total


@dataclass(frozen=True, slots=True)
class Jobs(Instance):
    """The initiatives of a portfolio as jobs.

    A value is `values[i] × value_unit`, a size `sizes[i] × size_unit` person-weeks, both
    exact. `opens` is the transpose of `needs`. `tiers[i]` is the best of i's own and of
    all that it blocks.
    """

    ids: tuple[str, ...]
    opens: list[list[int]]
    tiers: list[int]
    value_unit: Fraction = Fraction(1)
    size_unit: Fraction = Fraction(1)

    def in_units(self, cost: int) -> Fraction:
        """A cost in value × person-weeks."""
        return cost * self.value_unit * self.size_unit


def jobs(portfolio: Portfolio, scores: Mapping[str, Score], ids: Sequence[str]) -> Jobs:
    """Initiatives as jobs in the order of `ids`; dependencies on others are left out."""
    index = {id: i for i, id in enumerate(ids)}
    needs = [
        [index[w] for w in blockers(portfolio.initiatives[id]) if w in index] for id in ids
    ]
    values, value_unit = _whole([_stated(scores[id].weight) for id in ids])
    sizes, size_unit = _whole([portfolio.size(portfolio.initiatives[id]) for id in ids])
    opens = transpose(needs)
    tiers = _best_blocked([scores[id].tier for id in ids], needs, opens)
    return Jobs(values, sizes, needs, tuple(ids), opens, tiers, value_unit, size_unit)


def committed_first(portfolio: Portfolio, ids: Iterable[str]) -> list[str]:
    """Ids in the order that breaks ties: committed work first, then by what is to be done.

    Less work comes first, and an id decides only between those that nothing else tells
    apart, so that other names for the same work change no date.
    """
    teams = {id: place for place, id in enumerate(portfolio.teams)}

    def by_work(id: str) -> tuple[object, ...]:
        initiative = portfolio.initiatives[id]
        parts = sorted((teams.get(p.team, -1), p.work.middle) for p in initiative.parts)
        begins = initiative.not_before.first if initiative.not_before else date.min
        ends = initiative.deadline.last if initiative.deadline else date.max
        committed = initiative.status is Status.COMMITTED
        size, needed = portfolio.size(initiative), len(initiative.depends_on or ())
        return not committed, size, parts, begins, ends, needed, id

    return sorted(ids, key=by_work)


def _stated(value: Fraction) -> Fraction:
    """A value in the 15 digits that every floating-point number keeps.

    The last digits of a product are noise, and with them ten times a value would not
    always be ten times as much.
    """
    return Fraction(f"{float(value):.15g}")


def _whole(amounts: list[Fraction]) -> tuple[list[int], Fraction]:
    """Amounts as multiples of the greatest unit that makes them whole numbers.

    So a common factor of all amounts changes the unit, and nothing that is computed with
    the numbers. Each amount is first its shortest decimal.
    """
    decimals = [exact(float(amount)) for amount in amounts]
    scale = lcm(*(decimal.denominator for decimal in decimals))
    whole = [int(decimal * scale) for decimal in decimals]
    common = gcd(*whole) or 1
    return [number // common for number in whole], Fraction(common, scale)


def _best_blocked(
    tiers: list[int], needs: list[list[int]], opens: list[list[int]]
) -> list[int]:
    best = list(tiers)
    for i in reversed(topological_order(needs, opens)):
        for j in opens[i]:
            best[i] = min(best[i], best[j])
    return best
