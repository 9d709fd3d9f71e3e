"""The plan: initiatives on the calendar of real teams, with cost, bound and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from roadmap.model.portfolio import Engine, Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.bounds.cost_bound import cost_bound
from roadmap.sequencing.bounds.plan_bound import doubled, makespan_bound, wait_bound
from roadmap.sequencing.engines import exact_search
from roadmap.sequencing.explain.bottleneck import waiting
from roadmap.sequencing.explain.inversions import out_of_order
from roadmap.sequencing.explain.reasons import is_stalled, reasons
from roadmap.sequencing.results import (
    KeptDates,
    PartSlot,
    Plan,
    RankedSequence,
    Reason,
    Slot,
    SolveStatus,
)
from roadmap.sequencing.schedule.calendar_end import (
    ends_in_time,
    too_late_alone,
    too_late_in_turn,
    without,
)
from roadmap.sequencing.schedule.objective import (
    beyond,
    cost,
    finish,
    last_days,
    late,
    unit_of_cost,
    waited,
    worked_late,
)
from roadmap.sequencing.schedule.problem import FAR, Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.search import Progress, Solution, searched
from roadmap.sequencing.search.steady import Stay
from roadmap.sequencing.steadiness import in_force, near, steadied, told_days


def plan(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    sequence: RankedSequence,
    *,
    engine: Engine = Engine.FAST,
    ideas: bool = False,
    units: float | None = None,
    progress: Progress | None = None,
    before: Mapping[str, Stay] | None = None,
    tight: bool = True,
) -> Plan:
    """Everything that a sequence places, on the calendar. `progress` hears shares of 1.

    `units` is the deterministic time of the exact engine, about six seconds each on two
    cores; None is its default. `before` are the first and last days of another plan, which
    is departed from only for a reason; published dates come before it. `tight` is
    whether the bound may take a while.

    Raises:
        EngineMissing: the engine is exact, and what it needs is not installed.

    """
    sequence, whole = _within_calendar(portfolio, scores, sequence)
    fixed = begun(whole)
    search = exact_search(units) if engine is Engine.EXACT else searched
    free = _in_time(portfolio, fixed, search(whole, fixed, progress))
    solution = steadied(portfolio, fixed, free)
    if before is not None and not in_force(portfolio, whole):
        solution = near(portfolio, fixed, free, before)
    try:
        made = answer(portfolio, sequence, fixed, solution, tight)
    except KeyboardInterrupt:
        if solution.status is SolveStatus.INTERRUPTED:
            raise  # for the second time
        stopped = replace(solution, status=SolveStatus.INTERRUPTED)
        made = answer(portfolio, sequence, fixed, stopped, tight)
    return replace(made, published=_kept_dates(portfolio, solution.table, free.table))


def _within_calendar(
    portfolio: Portfolio, scores: Mapping[str, Score], sequence: RankedSequence
) -> tuple[RankedSequence, Problem]:
    """A sequence without what would end after the calendar does, and its problem."""
    last = portfolio.calendar.last_day
    whole = problem(portfolio, scores, sequence)
    for too_late in (too_late_alone, too_late_in_turn):
        if whole.horizon(range(whole.count)) > last:
            late = [whole.ids[number] for number in too_late(whole, last)]
            sequence = without(portfolio, sequence, late)
            whole = problem(portfolio, scores, sequence)
    return sequence, whole


def _in_time(portfolio: Portfolio, fixed: Timetable, solution: Solution) -> Solution:
    """A solution that ends within the calendar: if need be, everything in its turn."""
    if ends_in_time(solution.table, portfolio.calendar.last_day):
        return solution
    whole = fixed.problem
    free = (number for number in range(whole.count) if number not in whole.fixed)
    status = None if solution.status is SolveStatus.OPTIMAL else solution.status
    return replace(solution, table=scheduled(fixed, free), status=status)


def answer(
    portfolio: Portfolio,
    sequence: RankedSequence,
    fixed: Timetable,
    solution: Solution,
    tight: bool = True,
) -> Plan:
    """A timetable as a plan, in working days and value-weeks, with its reasons."""
    whole, table = fixed.problem, solution.table
    every = range(whole.count)
    naive = naive_plan(whole, fixed)
    amount, last = _amount(table), last_days(whole, table.end)
    least, waits = _bounds(fixed, solution, amount, tight)
    unit = unit_of_cost(whole, portfolio.calendar.days_a_week)
    day_0 = whole.today if whole.makespan and whole.count else 0
    return Plan(
        slots={whole.ids[number]: _slot(table, number, last[number]) for number in every},
        minimises=portfolio.minimise,
        cost=(amount + day_0) * unit,
        late=late(table, every),
        naive_cost=(_amount(naive) + day_0) * unit,
        naive_late=late(naive, every),
        worked_late=worked_late(table, portfolio.calendar),
        naive_worked_late=worked_late(naive, portfolio.calendar),
        bound=(least + day_0) * unit,
        status=solution.status or _status(amount, least, late(table, every)),
        finish_day=max(table.end, default=0),
        mean_wait_weeks=_mean(portfolio, whole, waited(table, every)),
        naive_mean_wait_weeks=_mean(portfolio, whole, waited(naive, every)),
        bound_mean_wait_weeks=_mean(portfolio, whole, waits),
        reasons=_named(whole, reasons(table)),
        unplaced=sequence.unplaced,
        out_of_order=out_of_order(table),
        waiting=waiting(table, portfolio.calendar.days_a_week),
    )


def _bounds(
    fixed: Timetable, solution: Solution, amount: int, tight: bool
) -> tuple[int, int]:
    """The least that a plan can cost, and the least that value can wait."""
    whole, table = fixed.problem, solution.table
    waits = solution.waits
    if waits is None:
        waits = wait_bound(whole, fixed, waited(table, range(whole.count)))
    least = max(_least(whole, fixed, waits), _proven(whole, fixed, solution))
    if tight and least < amount and not whole.makespan:
        closer = cost_bound(fixed, table)
        least, waits = max(least, closer.cost), max(waits, closer.waits)
    if not whole.makespan and all(due >= FAR for due in whole.due):
        waits = least  # without dates to miss, the cost is what is waited
    return least, waits


def _kept_dates(
    portfolio: Portfolio, table: Timetable, free: Timetable
) -> KeptDates | None:
    """How many published dates a plan keeps, and what planning freely would give."""
    whole = table.problem
    told = told_days(portfolio, whole)
    if all(day >= FAR for day in told):
        return None
    published = sum(day < FAR for day in told)
    moved = beyond(whole, table.end, told)
    day_0 = whole.today if whole.makespan and whole.count else 0
    return KeptDates(
        kept=published - moved,
        moved=moved,
        free_cost=(_amount(free) + day_0)
        * unit_of_cost(whole, portfolio.calendar.days_a_week),
        free_mean_wait_weeks=_mean(portfolio, whole, waited(free, range(whole.count))),
    )


def naive_plan(whole: Problem, fixed: Timetable) -> Timetable:
    """The serial schedule of the naive order, after what is fixed."""
    moved = [number for number in whole.naive if fixed.start[number] < 0]
    return scheduled(fixed, feasible(whole, moved))


def _amount(table: Timetable) -> int:
    whole = table.problem
    return finish(table) if whole.makespan else cost(table, range(whole.count))


def _least(whole: Problem, fixed: Timetable, waits: int) -> int:
    if whole.makespan:
        return makespan_bound(whole, fixed)
    return waits + doubled(whole, fixed)


def _proven(whole: Problem, fixed: Timetable, solution: Solution) -> int:
    """The bound of the search, with what is fixed beside it."""
    if solution.bound is None:
        return 0
    if whole.makespan:
        return solution.bound - whole.today
    return solution.bound + cost(fixed, sorted(whole.fixed))


def _status(amount: int, least: int, lateness: int) -> SolveStatus:
    best = amount == least and not lateness
    return SolveStatus.OPTIMAL if best else SolveStatus.BOUNDED


def _slot(table: Timetable, number: int, last: int) -> Slot:
    whole, start = table.problem, table.start[number]
    return Slot(
        id=whole.ids[number],
        start_day=start,
        end_day=table.end[number],
        last_day=last,
        parts={
            whole.crews[hold.crew].id: PartSlot(
                hold.people, start, whole.crews[hold.crew].presence.end(start, hold.need)
            )
            for hold in whole.holds[number]
        },
        stalled=is_stalled(table, number),
    )


def _named(whole: Problem, by_number: Mapping[int, Reason]) -> Mapping[str, Reason]:
    return {whole.ids[number]: reason for number, reason in by_number.items()}


def _mean(portfolio: Portfolio, whole: Problem, waited: int) -> Fraction | None:
    value = sum(whole.weight)
    return portfolio.weeks(Fraction(waited, value)) if value else None
