"""PyJobShop: constraint programming for scheduling, over CP-SAT (Lan & Berkhout, 2025).

It knows no part-time absence that stretches work and no parts of one task that end apart.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any

from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from roadmap.sequencing.schedule.problem import FAR


def version() -> str | None:
    """The version of PyJobShop."""
    try:
        return f"PyJobShop {version_of('pyjobshop')}"
    except PackageNotFoundError:
        return None


def plan(case: Case, units: float) -> Times | None:
    """The best plan found in so many units of deterministic time."""
    if not _can_say(case):
        return None
    model = _model(case)
    result = model.solve(
        display=False,
        num_workers=8,
        interleave_search=True,
        max_deterministic_time=units,
    )
    starts = {i: task.start for i, task in enumerate(result.best.tasks)}
    return case.from_starts(starts) if starts else None


def _can_say(case: Case) -> bool:
    whole = case.problem
    together = all(len({hold.length for hold in holds}) < 2 for holds in whole.holds)
    present = not any(crew.presence.regular for crew in whole.crews)
    undue = all(day == FAR for day in whole.due)
    return together and present and undue and not whole.fixed


def _model(case: Case) -> Any:
    from pyjobshop import Model

    model, whole = Model(), case.problem
    crews = [model.add_renewable(crew.capacity) for crew in whole.crews]
    tasks = []
    for each, holds in enumerate(whole.holds):
        job = None if whole.makespan else model.add_job(weight=whole.weight[each])
        days = (whole.earliest[each], case.last_start)
        task = model.add_task(job, earliest_start=days[0], latest_start=days[1])
        held = [crews[hold.crew] for hold in holds]
        length = holds[0].length if holds else 0
        model.add_mode(task, held, length, [hold.held for hold in holds])
        tasks.append(task)
    for each, needs in enumerate(whole.before):
        for one in needs:
            model.add_end_before_start(tasks[one], tasks[each])
    if whole.makespan:
        model.set_objective(weight_makespan=1)
    else:
        model.set_objective(weight_total_flow_time=1)
    return model


RIVAL = Rival("PyJobShop", version, plan)
