"""Sequencing's door: a portfolio and its scores as plain arrays of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.placeable import blockers


@dataclass(frozen=True, slots=True)
class Jobs:
    """What can be placed, by index: committed first, then by id, so an index breaks ties.

    A value is `values[i] × value_unit`, a size `sizes[i] × size_unit` person-weeks, both
    exact. `needs[i]` must be done before i; `opens` is the other way round. `tiers[i]` is
    the best of i's own and of all that it blocks.
    """

    ids: tuple[str, ...]
    values: list[int]
    sizes: list[int]
    needs: list[list[int]]
    opens: list[list[int]]
    tiers: list[int]
    value_unit: Fraction = Fraction(1)
    size_unit: Fraction = Fraction(1)

    def __len__(self) -> int:
        return len(self.ids)

    def cost(self, order: Iterable[int], done: int = 0) -> int:
        """Σ value × completion, in units, of an order that begins when `done` is done."""
        total = 0
        for i in order:
            done += self.sizes[i]
            total += self.values[i] * done
        return total

    def in_units(self, cost: int) -> Fraction:
        """A cost in value × person-weeks."""
        return cost * self.value_unit * self.size_unit


def jobs(portfolio: Portfolio, scores: Mapping[str, Score], placed: Iterable[str]) -> Jobs:
    """The initiatives that can be placed, as arrays."""
    ids = tuple(sorted(placed, key=lambda id: (not _committed(portfolio, id), id)))
    index = {id: i for i, id in enumerate(ids)}
    needs = [
        [index[w] for w in blockers(portfolio.initiatives[id]) if w in index] for id in ids
    ]
    values, value_unit = _whole([scores[id].weight for id in ids])
    sizes, size_unit = _whole([portfolio.size(portfolio.initiatives[id]) for id in ids])
    opens = turned(needs)
    tiers = _best_blocked([scores[id].tier for id in ids], needs, opens)
    return Jobs(ids, values, sizes, needs, opens, tiers, value_unit, size_unit)


def turned(needs: list[list[int]]) -> list[list[int]]:
    """The same arcs from the other end."""
    opens: list[list[int]] = [[] for _ in needs]
    for i, wanted in enumerate(needs):
        for j in wanted:
            opens[j].append(i)
    return opens


def topological(needs: list[list[int]], opens: list[list[int]]) -> list[int]:
    """All indices, what is needed before what needs it."""
    unmet = [len(wanted) for wanted in needs]
    order = [i for i, count in enumerate(unmet) if not count]
    for i in order:
        for j in opens[i]:
            unmet[j] -= 1
            if not unmet[j]:
                order.append(j)
    return order


def _committed(portfolio: Portfolio, id: str) -> bool:
    return portfolio.initiatives[id].status is Status.COMMITTED


def _whole(amounts: list[Fraction]) -> tuple[list[int], Fraction]:
    """Amounts as whole multiples of one unit, each first its shortest decimal."""
    decimals = [Fraction(repr(float(amount))) for amount in amounts]
    scale = lcm(*(decimal.denominator for decimal in decimals))
    return [int(decimal * scale) for decimal in decimals], Fraction(1, scale)


def _best_blocked(
    tiers: list[int], needs: list[list[int]], opens: list[list[int]]
) -> list[int]:
    best = list(tiers)
    for i in reversed(topological(needs, opens)):
        for j in opens[i]:
            best[i] = min(best[i], best[j])
    return best
