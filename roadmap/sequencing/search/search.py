"""Search for the best timetable in counted steps, from several initial orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from roadmap.sequencing.bounds.plan_bound import doubled, makespan_bound, wait_bound
from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import aims, cost, finish, units
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.alike import kinds
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.branch_and_bound import MOST, BranchAndBound
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.inversion_repair import repaired
from roadmap.sequencing.search.justification import Population
from roadmap.sequencing.search.pace import pace
from roadmap.sequencing.search.priority_rules import priority_orders

GAIN = 10_000
"""A search must gain one part in this many, or the order it began with stays."""
FIRST, LONGEST = 3_000, 60_000
"""Placings that a proof of a small group may take: before annealing, and after it."""
MOST_STEPS = 180_000
"""Steps of a search, however many initiatives there are."""
PLACINGS = 4
"""So many placings count as a step where the search is not by steps."""
REPAIR = 20
"""The last pass may take one placing for each so many of the search."""

Progress = Callable[[float], None]
"""What hears how much is done, as a share of 1."""


@dataclass(frozen=True, slots=True)
class Solution:
    """A timetable; `status` is OPTIMAL, INTERRUPTED, or None where neither is known.

    `bound` is what the group's own aim cannot be below, where more is known than from
    looking at the problem alone: value × days, or the last end. `waits` is how long all
    value waits at the least, in units × days, where that was looked at.
    """

    table: Timetable
    status: SolveStatus | None = None
    bound: int | None = None
    waits: int | None = None


Improve = Callable[[Timetable, Sequence[int], Timetable], Solution]
"""From what is fixed, a group and its timetable so far to a solution no worse."""


def searched(
    problem: Problem,
    fixed: Timetable,
    progress: Progress | None = None,
    effort: int = 1,
    improve: Improve | None = None,
) -> Solution:
    """The best timetable found: group by group, then what leads to no value.

    `effort` multiplies the budget; `improve` has a last word on what is found of a group.
    """
    in_turn, parts = groups(problem), [Solution(fixed)]
    if not in_turn:
        least = max(fixed.end, default=problem.today) if problem.makespan else 0
        rest = scheduled(fixed, valueless(problem))
        return Solution(rest, SolveStatus.OPTIMAL, least)
    for group in in_turn:
        before = parts[-1].table
        alone = len(in_turn) == 1
        solution = _planned(problem, before, group, effort, progress, alone)
        if improve and not solution.status:
            solution = improve(before, group, solution.table)
        parts.append(_repaired(before, group, solution) if effort else solution)
        if parts[-1].status is SolveStatus.INTERRUPTED:
            effort, improve = 0, None  # what is left is placed, and not searched
    orders = (range(problem.count), problem.naive)
    plain = [_as_it_stands(fixed, in_turn, order) for order in orders]
    best = min([parts[-1].table, *plain], key=lambda table: _ranks(table, in_turn))
    known = parts[1] if len(in_turn) == 1 else Solution(fixed)
    table = scheduled(best, valueless(problem))
    return Solution(table, _status(parts[1:]), known.bound, known.waits)


def budget(count: int) -> int:
    """The budget of a search in steps, by the number of initiatives."""
    return min(40 * count * count, MOST_STEPS, 32_000_000 // max(1, count))


def schedule_of(
    problem: Problem, fixed: Timetable, order: Sequence[int], told_unit: int = 0
) -> Schedule:
    """An order as a schedule that weighs lateness, the last end and cost as they rank."""
    late_unit, end_unit = units(problem, told_unit)
    return Schedule(problem, fixed, list(order), late_unit, end_unit, told_unit)


def by_start(table: Timetable, group: Sequence[int]) -> list[int]:
    """A group by start in a timetable; as an order it gives the same schedule."""
    start, end = table.start, table.end
    return feasible(table.problem, sorted(group, key=lambda i: (start[i], end[i], i)))


def least_price(schedule: Schedule, fixed: Timetable) -> int:
    """A lower bound on the cost of a schedule: nobody waits for people."""
    end = [end for _, end in heads(schedule.problem, fixed)]
    last = max([*fixed.end, *(end[number] for number in schedule.order)], default=0)
    prices = (schedule.priced(number, end[number]) for number in schedule.order)
    return sum(prices) + schedule.end_unit * last


def _least_wait(schedule: Schedule, fixed: Timetable) -> int:
    """The least that all value can wait, by all that is known about teams."""
    whole = schedule.problem
    stays = zip(whole.weight, schedule.table().end, strict=True)
    known = sum(weight * (end - whole.today) for weight, end in stays if weight)
    return wait_bound(whole, fixed, known)


def _least(schedule: Schedule, fixed: Timetable, waits: int | None) -> int:
    """A lower bound on the cost of a schedule; `waits` is the least that all can wait."""
    whole, none_waits = schedule.problem, least_price(schedule, fixed)
    if waits is None:
        return none_waits
    still = cost(fixed, sorted(whole.fixed))
    dated = waits + doubled(whole, fixed) - still
    late = none_waits // schedule.late_unit * schedule.late_unit
    last = whole.today + makespan_bound(whole, fixed) if whole.makespan else 0
    return max(none_waits, late + schedule.end_unit * last + dated)


def _planned(
    problem: Problem,
    fixed: Timetable,
    group: Sequence[int],
    effort: int,
    progress: Progress | None,
    alone: bool,
) -> Solution:
    """A group planned with proof where it is small; otherwise by annealing.

    `alone`: there is no other group.
    """
    if len(set(kinds(problem, group))) == 1:
        return _optimal(schedule_of(problem, fixed, group).table(), group)
    if len(group) > MOST or not effort:
        return _annealed(problem, fixed, group, effort, progress, alone)
    tried = _enumerated(problem, fixed, group, priority_orders(problem, group), FIRST)
    if tried.status:
        return tried
    annealed = _annealed(problem, fixed, group, effort, progress, alone)
    if annealed.status:
        return annealed
    orders = (by_start(one.table, group) for one in (annealed, tried))
    return _enumerated(problem, fixed, group, orders, LONGEST)


def _enumerated(
    problem: Problem,
    fixed: Timetable,
    group: Sequence[int],
    orders: Iterable[list[int]],
    placings: int,
) -> Solution:
    """The best of some orders bettered by following all others, as far as placings go."""
    begun = [schedule_of(problem, fixed, order) for order in orders]
    first = min(begun, key=lambda schedule: schedule.total)
    table, status = first.table(), None
    most = placings // pace(finish(table))
    every = BranchAndBound(first, sorted(group), first.order, first.total, most)
    try:
        proven = every.run()
    except KeyboardInterrupt:
        proven, status = False, SolveStatus.INTERRUPTED
    if every.least < first.total:
        table = schedule_of(problem, fixed, every.best).table()
    if not proven:
        return Solution(table, status)
    return _optimal(table, group)


def _optimal(table: Timetable, group: Sequence[int]) -> Solution:
    amount = max(table.end) if table.problem.makespan else cost(table, group)
    return Solution(table, SolveStatus.OPTIMAL, amount)


def _annealed(
    problem: Problem,
    fixed: Timetable,
    group: Sequence[int],
    effort: int,
    progress: Progress | None,
    alone: bool,
) -> Solution:
    """Anneal the best of some orders; for the last end, evolve a population first."""
    begun = [schedule_of(problem, fixed, one) for one in priority_orders(problem, group)]
    schedule = min(begun, key=lambda each: each.total)
    first, known, status, waits = schedule.total, schedule.table(), None, None
    spend = effort * budget(len(group)) // pace(finish(known))
    walk = Annealing(schedule, spend, 0, progress)
    try:
        waits = _least_wait(schedule, fixed) if alone else None
        least = walk.bound = _least(schedule, fixed, waits)
        if first <= least:
            return _optimal(known, group)
        if problem.makespan:
            population = _population(fixed, group, known)
            try:
                population.evolve(PLACINGS * spend // 2, _half(progress, 0))
            finally:
                schedule = schedule_of(problem, fixed, by_start(population.table, group))
                walk = Annealing(schedule, spend // 2, least, _half(progress, 1))
        walk.run()
    except KeyboardInterrupt:
        status = SolveStatus.INTERRUPTED
    gains = _gains(first, walk.least, schedule.end_unit or schedule.late_unit)
    table = schedule_of(problem, fixed, walk.best).table() if gains else known
    if not status and gains and walk.least <= walk.bound:
        return replace(_optimal(table, group), waits=waits)
    return Solution(table, status, waits=waits)


def _population(fixed: Timetable, group: Sequence[int], known: Timetable) -> Population:
    """What evolves from a known timetable, for the earliest last end."""
    ends = heads(fixed.problem, fixed)
    return Population(fixed, group, known, max(ends[number][1] for number in group))


def _half(progress: Progress | None, half: int) -> Progress | None:
    return progress and (lambda share: progress((half + share) / 2))


def _gains(first: int, least: int, unit: int) -> bool:
    """Whether days were gained, or at least 1/`GAIN` of the cost, all below `unit`."""
    return least // unit < first // unit or (first - least) * GAIN >= first % unit > 0


def _repaired(before: Timetable, group: Sequence[int], solution: Solution) -> Solution:
    """A group's solution with fewer inversions; if interrupted, as it is."""
    if solution.status is SolveStatus.INTERRUPTED:
        return solution
    try:
        table = solution.table
        order = by_start(table, group)
        schedule = schedule_of(before.problem, before, order)
        most = PLACINGS * budget(len(group)) // (REPAIR * pace(finish(table)))
        table = repaired(schedule, most)
    except KeyboardInterrupt:
        return replace(solution, status=SolveStatus.INTERRUPTED)
    return replace(solution, table=table)


def _status(parts: Sequence[Solution]) -> SolveStatus | None:
    if any(part.status is SolveStatus.INTERRUPTED for part in parts):
        return SolveStatus.INTERRUPTED
    return parts[0].status if len(parts) == 1 else None


def _as_it_stands(
    fixed: Timetable, in_turn: Sequence[Sequence[int]], order: Iterable[int]
) -> Timetable:
    """All groups scheduled in one order, which is not changed."""
    grouped = {number for group in in_turn for number in group}
    moved = [number for number in order if number in grouped]
    return scheduled(fixed, feasible(fixed.problem, moved))


def _ranks(
    table: Timetable, in_turn: Sequence[Sequence[int]]
) -> list[tuple[int, int, int]]:
    """The aims of each group, with the last end of it and of those before it."""
    ended, ranks = set(table.problem.fixed), []
    for group in in_turn:
        ended.update(group)
        ranks.append(aims(table, group, ended))
    return ranks
