"""The exact engine for selections: an integer program for HiGHS, by OR-Tools MathOpt.

Value first, then the least effort and money at that value, then the lower ids. Qi Huangfu
and Julian Hall, "Parallelizing the dual revised simplex method", Mathematical Programming
Computation 10, 2018.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from ortools.math_opt.python import mathopt

from roadmap.sequencing.selection.fast import Chosen, fast
from roadmap.sequencing.selection.pool import CandidatePool

SHARE = 4
"""The part of the usual work for the set that the solver begins with."""
NODES = 200_000
"""How many nodes of the search tree are looked at for each aim, at most."""
CHUNK, MOST_CHUNKS = 16, 8
"""How many ids are ordered at a time, and how often: after that ties break as they fall."""
TOLERANCE = 1e-6


def exactly(pool: CandidatePool) -> Chosen:
    """The set of the greatest key, proven as far as the nodes go."""
    able = [i for i in range(len(pool)) if pool.fits(pool.used(pool.missing([i], set())))]
    part = pool.among(able, pool.limits)
    first = fast(part, SHARE)
    if first.proven:
        return Chosen(frozenset(able[k] for k in first.members), first.bound, True)
    chosen = solved(part, set(first.members), first.bound)
    return replace(chosen, members=frozenset(able[k] for k in chosen.members))


def solved(pool: CandidatePool, best: set[int], bound: int | None = None) -> Chosen:
    """The best set that the solver finds, from one that is known and a bound on all."""
    search = _Search(pool, best)
    most = search.best_value(sum(pool.values) if bound is None else bound)
    if most <= pool.value(search.best):
        search.break_ties()
    return Chosen(frozenset(pool.tidied(search.best)), most, search.proven)


class _Search:
    """A model that is solved for one aim after another, each kept as a constraint."""

    def __init__(self, pool: CandidatePool, best: set[int]) -> None:
        self.pool, self.best, self.proven = pool, best, False
        self.model = mathopt.Model()
        self.takes = [self.model.add_binary_variable() for _ in pool.values]
        for i, wanted in enumerate(pool.needs):
            for j in wanted:
                self.model.add_linear_constraint(self.takes[i] <= self.takes[j])
        for charges, limit in zip(pool.charges, pool.limits, strict=True):
            most = max(charges, default=0) or 1
            self.model.add_linear_constraint(
                self._sum([charge / most for charge in charges]) <= limit / most
            )

    def best_value(self, bound: int) -> int:
        """Find the greatest value; the bound on it."""
        found = self._solved(self.pool.values)
        return min(bound, found) if found is not None else bound

    def break_ties(self) -> None:
        """Of the sets of that value, find that of least effort, money, and lowest ids."""
        pool = self.pool
        self._keep(pool.values)
        for amounts in (pool.effort, pool.money):
            if any(amounts) and self._solved([-amount for amount in amounts]) is None:
                return
            self._keep([-amount for amount in amounts])
        by_rank = sorted(range(len(pool)), key=pool.rank.__getitem__)
        chunks = [by_rank[at : at + CHUNK] for at in range(0, len(by_rank), CHUNK)]
        for chunk in chunks[:MOST_CHUNKS]:
            weights = [0] * len(pool)
            for place, i in enumerate(chunk):
                weights[i] = 1 << (CHUNK - 1 - place)
            if self._solved(weights) is None:
                return
            self._keep(weights)
        self.proven = len(chunks) <= MOST_CHUNKS

    def _solved(self, aims: Sequence[int]) -> int | None:
        """Maximise an aim, and keep the set if it fits; the bound, None without one."""
        most = max(map(abs, aims), default=0) or 1
        self.model.maximize(self._sum([aim / most for aim in aims]))
        params = mathopt.SolveParameters(
            node_limit=NODES, relative_gap_tolerance=0.0, absolute_gap_tolerance=0.0
        )
        at = {take: float(i in self.best) for i, take in enumerate(self.takes)}
        hint = mathopt.SolutionHint(variable_values=at)
        result = mathopt.solve(
            self.model,
            mathopt.SolverType.HIGHS,
            params=params,
            model_params=mathopt.ModelSolveParameters(solution_hints=[hint]),
        )
        if not result.has_primal_feasible_solution():
            return None
        values = result.variable_values(self.takes)
        found = {i for i, value in enumerate(values) if value > 0.5}
        if not self._sound(found):
            return None
        self.best = max(self.best, found, key=lambda each: _total(aims, each))
        bound: float = result.best_objective_bound() * most
        return floor(bound + TOLERANCE * max(1.0, abs(bound) * TOLERANCE))

    def _sound(self, found: set[int]) -> bool:
        """Whether a set keeps to dependencies and limits in whole numbers."""
        pool = self.pool
        whole = all(found.issuperset(pool.needs[i]) for i in found)
        return whole and pool.fits(pool.used(found))

    def _keep(self, aims: Sequence[int]) -> None:
        most = max(map(abs, aims), default=0) or 1
        least = (_total(aims, self.best) - 0.5) / most
        self.model.add_linear_constraint(self._sum([aim / most for aim in aims]) >= least)

    def _sum(self, factors: Sequence[float]) -> mathopt.LinearExpression:
        terms = zip(factors, self.takes, strict=True)
        return mathopt.fast_sum(factor * take for factor, take in terms if factor)


def _total(aims: Sequence[int], members: set[int]) -> int:
    return sum(map(aims.__getitem__, members))
