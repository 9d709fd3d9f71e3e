"""Re-plan: start from a plan's order with one change and improve it in counted steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmap.sequencing.graphs import reach
from roadmap.sequencing.schedule.first_fit import CrewFit, Fitter
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable, begun, feasible, scheduled
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.neighbourhood import Move, moved
from roadmap.sequencing.search.random_draws import draw, seed

LEAST, EACH = 2_000, 40
"""Placings, and more for each initiative, each time that a plan is planned again."""
PATIENCE = 3
"""A step that has lost this many tenths of the mean cost on the way is given up."""


def placings(count: int) -> int:
    """The placings it takes to re-plan a number of initiatives."""
    return LEAST + EACH * count


def replanned(problem: Problem, wish: Timetable) -> Timetable:
    """A plan that begins with the order of another one, group by group."""
    table = begun(problem)
    *counted, rest = _groups_by_start(problem, wish)
    for group in counted:
        table = _bettered(Schedule(problem, table, group, *_units(problem)))
    return scheduled(table, rest)


def replanned_in_order(
    problem: Problem, wish: Timetable, second: int, first: int
) -> Timetable:
    """The same, with `second` starting no later than `first`, which is not fixed."""
    if second in problem.fixed:
        earliest = list(problem.earliest)
        earliest[first] = max(earliest[first], wish.start[second])
        return replanned(replace(problem, earliest=tuple(earliest)), wish)
    mark, whole = problem.count, _marked(problem, second, first)
    table = begun(whole)
    in_order = _groups_by_start(problem, wish)
    *counted, rest = _together(problem, in_order, second, first)
    for group in [*counted, rest]:
        marked = _with_mark(whole, group, second)
        schedule = Schedule(whole, table, marked, *_units(whole))
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


def _units(problem: Problem) -> tuple[int, int]:
    """Prices of a day late and of a later end: each above all that comes after it."""
    end = 1 << 32 + sum(problem.weight).bit_length()
    return end << 32, end if problem.makespan else 0


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
        day = end - 1
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
    until = schedule.placings + placings(len(schedule.order))
    patience = _patience(schedule)
    for tried, (number, chance) in enumerate(_chances(schedule)):
        if schedule.placings + tried // 2 >= until:
            break
        move = _move(schedule, number, chance)
        change = move and schedule.change(move.low, move.window, move.crews, patience)
        if change and change.gain >= 0:
            schedule.accept(change)
            patience = _patience(schedule)
    return schedule.table()


def _chances(schedule: Schedule) -> Iterator[tuple[int, int]]:
    """Who is moved next and how, drawn from its id, in rounds without end."""
    seeds = {number: seed(schedule.problem.ids[number]) for number in schedule.order}
    rounds = 0
    while len(seeds) > 1:
        draws = {number: draw(seeds[number], rounds) for number in seeds}
        for number in sorted(draws, key=lambda i: (draws[i], i)):
            yield number, draw(draws[number], rounds)
        rounds += 1


def _move(schedule: Schedule, number: int, chance: int) -> Move | None:
    """A move of an initiative, most often a short one."""
    count, place = len(schedule.order), schedule.place[number]
    digits = (chance & 0xFF) % max(1, count.bit_length() - 1)
    distance = 1 << digits | (chance >> 17) & (1 << digits) - 1
    wanted = place + (distance if chance & 0x10000 else -distance)
    to = max(0, min(count - 1, wanted))
    return moved(schedule, number, to) if to != place else None


def _patience(schedule: Schedule) -> int:
    cost = schedule.total % (schedule.end_unit or schedule.late_unit)
    return cost * PATIENCE // (10 * len(schedule.order))
