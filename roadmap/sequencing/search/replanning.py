"""Re-plan: start from a plan's order with one change and improve it in counted steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.schedule.first_fit import CrewFit, Fitter
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import units
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.compiled_walk import fastest_walk
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.search import schedule_of
from roadmap.sequencing.search.walk import Leg

LEAST, EACH = 1_000, 20
"""Steps, and more for each initiative, each time that a plan is planned again."""


def steps(count: int) -> int:
    """The steps it takes to re-plan a number of initiatives."""
    return LEAST + EACH * count


def replanned(problem: Problem, wish: Timetable, told_unit: int = 0) -> Timetable:
    """A plan that begins with the order of another one, group by group.

    `told_unit` is what it costs to end after what people were told.
    """
    table = begun(problem)
    *counted, rest = _groups_by_start(problem, wish)
    for group in counted:
        table = _bettered(schedule_of(problem, table, group, told_unit))
    return scheduled(table, rest)


def replanned_in_order(
    problem: Problem, wish: Timetable, second: int, first: int, told_unit: int = 0
) -> Timetable:
    """The same, with `second` starting no later than `first`, which is not fixed."""
    if second in problem.fixed:
        earliest = list(problem.earliest)
        earliest[first] = max(earliest[first], wish.start[second])
        return replanned(replace(problem, earliest=tuple(earliest)), wish, told_unit)
    mark, whole = problem.count, _marked(problem, second, first)
    table = begun(whole)
    in_order = _groups_by_start(problem, wish)
    *counted, rest = _together(problem, in_order, second, first)
    for group in [*counted, rest]:
        marked = _with_mark(whole, group, second)
        prices = *units(whole, told_unit), told_unit
        schedule = Schedule(whole, table, marked, *prices, marked=mark)
        schedule.fits[mark] = _begins(whole, second)
        schedule.rebuild(schedule.order)
        table = schedule.table() if group is rest else _bettered(schedule)
    return Timetable(problem, table.busy, table.start[:mark], table.end[:mark])


def _groups_by_start(problem: Problem, wish: Timetable) -> list[list[int]]:
    """The groups of a problem, each in the order of a plan; last what leads to no value."""

    def by_start(number: int) -> tuple[int, int, int]:
        return wish.start[number], wish.end[number], number

    counted = [feasible(problem, sorted(g, key=by_start)) for g in groups(problem)]
    return [*counted, list(valueless(problem))]


def _marked(problem: Problem, second: int, first: int) -> Problem:
    """A problem with a milestone that comes when `second` begins, and `first` needs."""
    mark, before, after = problem.count, [*problem.before], [*problem.after]
    before[first] = (*before[first], mark)
    after[second] = (*after[second], mark)
    return replace(
        problem,
        ids=(*problem.ids, f"{problem.ids[second]} begins"),
        holds=(*problem.holds, ()),
        before=(*before, (second,)),
        after=(*after, (first,)),
        earliest=(*problem.earliest, problem.today),
        weight=(*problem.weight, 0),
        due=(*problem.due, FAR),
        must=(*problem.must, False),
        tier=(*problem.tier, problem.tier[first]),
        told=(*problem.told, FAR) if problem.told else (),
    )


def _with_mark(whole: Problem, group: Sequence[int], second: int) -> list[int]:
    """A group with the milestone right behind `second`."""
    mark, marked = whole.count - 1, []
    for number in group:
        marked += [number, mark] if number == second else [number]
    return feasible(whole, marked)


def _begins(whole: Problem, second: int) -> Fitter:
    """From the day on which an initiative ends, the last one on which it can have begun."""
    parts = [(whole.crews[hold.crew].presence, hold.need) for hold in whole.holds[second]]

    def begins(end: int, _: Sequence[int]) -> CrewFit:
        day = end - 1 if parts else end
        while any(
            there.open(day) > day or there.end(day, need) > end for there, need in parts
        ):
            day -= 1
        return day, day, ()

    return begins


def _together(
    problem: Problem, order: list[list[int]], second: int, first: int
) -> list[list[int]]:
    """Groups in which nothing that `second` needs comes in a later one than `first`."""
    place = next(place for place, group in enumerate(order) if first in group)
    late = {number for group in order[place + 1 :] for number in group}
    pulled = late.intersection(reach(problem.before, [second]))
    kept = [[number for number in group if number not in pulled] for group in order]
    kept[place] = feasible(problem, [*sorted(pulled), *kept[place]])
    return kept


def _bettered(schedule: Schedule) -> Timetable:
    """The timetable of a schedule after counted steps downhill."""
    most = steps(len(schedule.order))
    walk = fastest_walk(schedule)
    walk.walk(most, Leg(begin=0, end=most, forgiven=0, halvings=0), bound=0)
    schedule.rebuild(walk.best)
    return schedule.table()
