"""How much value a set within the limits can have at most, and what a unit of each costs.

The limits are weighed and added up to one; under one limit the convex hull of value over
budget is Sidney's decomposition, and its value at the budget bounds every set. Dorit
Hochbaum, "Solving integer programs over monotone inequalities in three variables", European
Journal of Operational Research 140, 2002; Marshall Fisher, "The Lagrangian relaxation
method for solving integer programming problems", Management Science 27, 1981.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.sequencing.order.maximum_closure import Preflow
from roadmap.sequencing.order.sidney import decomposition
from roadmap.sequencing.selection.pool import CandidatePool

ROUNDS, BITS = 40, 24
"""How often the mix of limits is improved, and digits of what they count."""


@dataclass(frozen=True, slots=True)
class Hull:
    """The most valuable bundles per unit of a limit, in order, and what follows from them.

    `mix[k]` is how much a unit of limit k counts, and `weights` are the sizes that follow.
    `fitting` of `bundles` fit, and the next does not; it is the critical one. `price` is
    value per unit there, 0 where all fit.
    """

    mix: list[int]
    weights: list[int]
    bundles: list[list[int]]
    fitting: int
    bound: Fraction
    price: Fraction

    @property
    def within(self) -> set[int]:
        """All bundles before the critical one."""
        return {i for bundle in self.bundles[: self.fitting] for i in bundle}

    @property
    def critical(self) -> list[int]:
        """The bundle that fits in part only; empty where all fit."""
        return self.bundles[self.fitting] if self.fitting < len(self.bundles) else []


def hull(pool: CandidatePool, mix: list[int]) -> Hull:
    """The hull of a pool under one mix of its limits, and its value there."""
    limit = sum(map(int.__mul__, mix, pool.limits))
    weights = _weights(pool, mix)
    bundles = decomposition(pool.instance(weights))
    worth, left = 0, limit
    for number, bundle in enumerate(bundles):
        value, size = pool.value(bundle), sum(map(weights.__getitem__, bundle))
        if value and size > left:
            price = Fraction(value, size)
            return Hull(mix, weights, bundles, number, worth + price * left, price)
        if size <= left:  # what has no value may be left out for one that fits
            worth, left = worth + value, left - size
    return Hull(mix, weights, bundles, len(bundles), Fraction(worth), Fraction(0))


def tightest(pool: CandidatePool, rounds: int = ROUNDS) -> Hull:
    """The hull of the mix of limits that bounds the value of a set most tightly.

    `rounds` are those of the search for the mix.
    """
    count = len(pool.limits)
    used = pool.used(pool.tidied(range(len(pool))))
    binding = [k for k in range(count) if used[k] > pool.limits[k]]
    alone = [hull(pool, [int(each == k) for each in range(count)]) for k in binding]
    if len(alone) < 2:
        return alone[0] if alone else hull(pool, [0] * count)
    best = min(alone, key=lambda each: each.bound)
    return min(best, _mixed(pool, best, rounds), key=lambda each: each.bound)


def _mixed(pool: CandidatePool, best: Hull, rounds: int) -> Hull:
    """The best hull of a subgradient search for what a unit of each limit is worth.

    `worth[k]` is that of the whole limit k; `slack[k]` the share of it that is left over.
    """
    most = [float(limit) or 1.0 for limit in pool.limits]
    prices = [float(best.price) * share for share in best.mix]
    worth = list(map(float.__mul__, prices, most))
    least, mix, length = float("inf"), best.mix, 0.02 * float(best.bound)
    for _ in range(rounds):
        whole, unit = _whole(list(map(float.__truediv__, worth, most)))
        slack, bound = _relaxed(pool, whole, unit)
        if bound < least:
            least, mix = bound, whole
        else:
            length *= 0.8
        norm = sum(each * each for each in slack) or 1.0
        worth = [
            max(0.0, each - length / norm * side)
            for each, side in zip(worth, slack, strict=True)
        ]
    return hull(pool, mix)


def _relaxed(pool: CandidatePool, mix: list[int], unit: int) -> tuple[list[float], float]:
    """How much of each limit the best closure leaves, as a share of it, and its bound."""
    priced = zip(pool.values, _weights(pool, mix), strict=True)
    excess = [value * unit - weight for value, weight in priced]
    chosen = Preflow(excess, pool.needs).closure()
    left = [most - used for most, used in zip(pool.limits, pool.used(chosen), strict=True)]
    bound = pool.value(chosen) + sum(map(int.__mul__, mix, left)) / unit
    return [each / (most or 1) for each, most in zip(left, pool.limits, strict=True)], bound


def _whole(prices: list[float]) -> tuple[list[int], int]:
    """Prices as whole numbers over one power of two."""
    unit = 1 << BITS
    while max(prices) * unit < 1 << BITS and unit < 1 << 200:
        unit <<= 8
    return [int(price * unit) for price in prices], unit


def _weights(pool: CandidatePool, mix: list[int]) -> list[int]:
    weights = [0] * len(pool)
    for share, charges in zip(mix, pool.charges, strict=True):
        if share:
            weights = [w + share * c for w, c in zip(weights, charges, strict=True)]
    return weights
