"""Plain CP-SAT: intervals, one cumulative a team, no hints, reproducible workers."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any

from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from roadmap.sequencing.schedule.problem import FAR, Hold


def version() -> str | None:
    """The version of OR-Tools."""
    try:
        return f"OR-Tools {version_of('ortools')}"
    except PackageNotFoundError:
        return None


def plan(case: Case, units: float) -> Times | None:
    """The best plan found in so many units of deterministic time; None if none was."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    starts = _starts(case, model)
    ends = _work(case, model, starts)
    for each, needs in enumerate(case.problem.before):
        for one in needs:
            model.add(starts[each] >= ends[one])
    model.minimize(_aim(case, model, ends))
    solver = cp_model.CpSolver()
    solver.parameters.interleave_search = True
    solver.parameters.num_workers = 8
    solver.parameters.max_deterministic_time = units
    if any(crew.presence.regular for crew in case.problem.crews):
        solver.parameters.cp_model_probing_level = 0  # it would take all the time there
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return case.from_starts({i: solver.value(day) for i, day in enumerate(starts)})


def _starts(case: Case, model: Any) -> list[Any]:
    """A start each, on days on which all its teams have somebody."""
    from ortools.sat.python import cp_model

    whole, last = case.problem, case.last_start
    found = []
    for each in range(whole.count):
        days = [
            day
            for day in range(whole.earliest[each], last + 1)
            if all(
                whole.crews[hold.crew].presence.open(day) == day
                for hold in whole.holds[each]
            )
        ]
        if case.fixed.start[each] >= 0:
            days = [case.fixed.start[each]]
        domain = cp_model.Domain.from_values(days)
        found.append(model.new_int_var_from_domain(domain, ""))
    return found


def _work(case: Case, model: Any, starts: list[Any]) -> list[Any]:
    """Parts as intervals within their teams; the ends of initiatives."""
    whole, last = case.problem, case.last_start
    busy: list[tuple[list[Any], list[int]]] = [([], []) for _ in whole.crews]
    ends = []
    for each, start in enumerate(starts):
        sizes = [_size(case, model, start, hold) for hold in whole.holds[each]]
        parts = []
        for hold, size in zip(whole.holds[each], sizes, strict=True):
            end = model.new_int_var(0, 2 * last, "")
            busy[hold.crew][0].append(model.new_interval_var(start, size, end, ""))
            busy[hold.crew][1].append(hold.held)
            parts.append(end)
        ends.append(_latest(model, start, parts, last))
    for crew, (intervals, held) in zip(whole.crews, busy, strict=True):
        model.add_cumulative(intervals, held, crew.capacity)
    return ends


def _size(case: Case, model: Any, start: Any, hold: Hold) -> Any:
    """The days of a part: by stretches of starts, where the team may be away."""
    from ortools.sat.python import cp_model

    there = case.problem.crews[hold.crew].presence
    if not there.regular:
        return hold.length
    starts: dict[int, list[int]] = {}
    for day in range(case.last_start + 1):
        starts.setdefault(there.end(day, hold.need) - day, []).append(day)
    size = model.new_int_var_from_domain(cp_model.Domain.from_values([*starts]), "")
    chosen = {days: model.new_bool_var("") for days in starts}
    model.add_exactly_one(chosen.values())
    for days, literal in chosen.items():
        domain = cp_model.Domain.from_values(starts[days])
        model.add_linear_expression_in_domain(start, domain).only_enforce_if(literal)
        model.add(size == days).only_enforce_if(literal)
    return size


def _latest(model: Any, start: Any, parts: list[Any], last: int) -> Any:
    if len(parts) < 2:
        return parts[0] if parts else start
    end = model.new_int_var(0, 2 * last, "")
    model.add_max_equality(end, parts)
    return end


def _aim(case: Case, model: Any, ends: list[Any]) -> Any:
    """Days late of musts before all else, then value × days or the last end."""
    whole = case.problem
    if whole.makespan:
        finish = model.new_int_var(0, 2 * case.last_start, "")
        model.add_max_equality(finish, ends)
        return finish
    most = 2 * case.last_start * sum(whole.weight) + 1
    total = []
    for each, end in enumerate(ends):
        total.append(whole.weight[each] * (end - whole.today))
        if whole.due[each] < FAR:
            tardy = model.new_int_var(0, 2 * case.last_start, "")
            model.add(tardy >= end - 1 - whole.due[each])
            price = whole.weight[each] + (most if whole.must[each] else 0)
            total.append(price * tardy)
    return sum(total)


RIVAL = Rival("CP-SAT", version, plan)
