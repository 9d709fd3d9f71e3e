"""The exact engine: constraint programming from the fast plan on, with its proof.

CP-SAT with interleaved workers and a budget of deterministic time gives the same answer
on every machine, with any number of cores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from ortools.sat.python import cp_model

from roadmap.sequencing.aims import aims
from roadmap.sequencing.exact_model import Model, model
from roadmap.sequencing.groups import groups
from roadmap.sequencing.problem import Problem
from roadmap.sequencing.search import Found, Progress, searched
from roadmap.sequencing.serial import Timetable, scheduled

UNITS = 3.0
"""Deterministic time for everything, about six seconds a unit on two cores."""


EFFORT = 4
"""How much longer the walk over orders is than that of the fast engine."""


def exactly(
    problem: Problem, fixed: Timetable, progress: Progress | None, units: float = UNITS
) -> Found:
    """The best timetable found, with its proof as far as that goes."""
    count = max(1, len(groups(problem)))
    return searched(problem, fixed, progress, EFFORT, partial(proved, units=units / count))


def proved(
    fixed: Timetable, group: Sequence[int], known: Timetable, units: float = UNITS
) -> Found:
    """The best timetable of a group after what is fixed, never worse than `known`."""
    lateness = aims(known, group)[0]
    made = model(fixed, group, known)
    best, spent, in_time = known, 0.0, not lateness
    if lateness:
        first = _solved(made, made.late, best, units / 4)
        best, spent = _better(fixed, group, best, first.starts), first.spent
        lateness = aims(best, group)[0]
        in_time = first.bound is not None and first.bound >= lateness
    made = model(fixed, group, best)
    made.model.add(made.late <= lateness)
    aim = made.finish if fixed.problem.makespan else made.cost
    second = _solved(made, aim, best, units - spent)
    found = _better(fixed, group, best, second.starts)
    bound = None if second.bound is None else _in_units(made, second.bound)
    if second.interrupted:
        return Found(found, "interrupted")
    status = "optimal" if second.optimal and in_time else ""
    return Found(found, status, bound if in_time else None)


@dataclass(frozen=True, slots=True)
class Solution:
    """Starts by number, empty where nothing was found in time, and what is proven."""

    starts: dict[int, int]
    bound: int | None
    optimal: bool
    spent: float
    interrupted: bool


def _solved(
    made: Model, aim: cp_model.LinearExprT, known: Timetable, units: float
) -> Solution:
    made.hint(known)
    made.model.minimize(aim)
    solver = cp_model.CpSolver()
    solver.parameters.interleave_search = True
    solver.parameters.num_workers = 8
    solver.parameters.random_seed = 1
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_deterministic_time = units
    status = solver.solve(made.model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    spent = solver.response_proto.deterministic_time
    return Solution(
        starts={each: solver.value(day) for each, day in made.starts.items()}
        if found
        else {},
        bound=_whole(solver.best_objective_bound) if found else None,
        optimal=status == cp_model.OPTIMAL,
        spent=spent,
        interrupted=status != cp_model.OPTIMAL and spent < units / 2,
    )


def _whole(bound: float) -> int:
    """The whole number at or above a bound, but for what floating point may have added."""
    return ceil(bound - 1e-6 - abs(bound) * 1e-12)


def _better(
    fixed: Timetable, group: Sequence[int], known: Timetable, starts: dict[int, int]
) -> Timetable:
    """The starts that were found, each moved as early as it goes, if that is better."""
    if not starts:
        return known
    order = sorted(group, key=lambda each: (starts[each], each))
    found = scheduled(fixed, order)
    return min(known, found, key=lambda table: aims(table, group))


def _in_units(made: Model, bound: int) -> int:
    return bound if made.table.problem.makespan else bound * made.scale
