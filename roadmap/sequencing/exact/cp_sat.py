"""CP-SAT with the same answer on every machine: workers take turns, work is counted.

Laurent Perron, Frédéric Didier and Steven Gay, "The CP-SAT-LP solver", CP 2023.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from threading import Event, Thread
from time import monotonic

from ortools.sat.python import cp_model

from roadmap.sequencing.exact.cp_model import Model
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.search import Progress

WORKERS, SEED = 8, 1
FEW = ("no_lp", "reduced_costs")
"""One that finds and one that proves; the other turns then go to neighbourhoods."""
SECONDS = 6.0
"""What a unit takes, about; only the bar on a screen depends on it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Starts by number, empty where none was found in time, and what is proven.

    `bound` is in the units of the aim, None where nothing is known. `proven`: nothing
    better than the starts exists, or nothing at all. `spent` is in units of work.
    """

    starts: dict[int, int]
    bound: int | None
    proven: bool
    spent: float
    interrupted: bool = False


def solved(
    made: Model,
    aim: cp_model.LinearExprT,
    known: Timetable,
    units: float,
    progress: Progress | None = None,
    every: bool = True,
    workers: int = WORKERS,
) -> Outcome:
    """Minimise an aim within a budget of units, starting from a known timetable.

    With `every` kind of complete search that CP-SAT has, or with a few only.
    """
    made.hint(known)
    made.model.minimize(aim)
    solver = cp_model.CpSolver()
    settings = solver.parameters
    settings.num_workers, settings.random_seed = workers, SEED
    settings.interleave_search = workers > 1
    # A turn for each worker: the budget is looked at after each batch of turns.
    settings.interleave_batch_size = workers
    settings.cp_model_probing_level = settings.symmetry_level = 0
    settings.max_deterministic_time = units
    if workers > 1 and not every:
        settings.subsolvers.extend(FEW)
    settings.catch_sigint_signal = False
    interrupted = _run(solver, made.model, units, progress)
    response = solver.response_proto
    solved_some = response.status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Outcome(
        {each: solver.value(day) for each, day in made.starts.items()}
        if solved_some
        else {},
        _whole(response.best_objective_bound) if solved_some else None,
        response.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE),
        response.deterministic_time,
        interrupted,
    )


def _run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    units: float,
    progress: Progress | None,
) -> bool:
    """Solve beside the main thread, which alone hears of an interrupt."""
    # Not joined: in Python 3.11 a join that is interrupted takes a thread for ended.
    began, ended, interrupted = monotonic(), Event(), False

    def solve() -> None:
        try:
            solver.solve(model)
        finally:
            ended.set()

    Thread(target=solve, daemon=True).start()
    while not ended.is_set():
        try:
            if interrupted:  # again and again: before it began, a solver hears nothing
                solver.stop_search()
            ended.wait(0.2)
            if progress and not interrupted:
                progress(min(1.0, (monotonic() - began) / (SECONDS * units)))
        except KeyboardInterrupt:
            interrupted = True
    return interrupted


def _whole(bound: float) -> int:
    """The whole number at or above a bound, but for what floating point may have added."""
    return ceil(bound - 1e-6 - abs(bound) * 1e-12)
