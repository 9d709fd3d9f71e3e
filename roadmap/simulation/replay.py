"""Replay: a plan carried out with other lengths of work, without replanning.

An activity-based policy: Frederik Stork, "Stochastic resource-constrained project
scheduling", 2001. In each team work starts in the order of the plan's starts; so usage
never rises after the last start, and longer work never makes anything end earlier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from roadmap.sequencing.explain.reasons import is_stalled
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable

DrawnDays = list[int]
"""A day for each draw."""


class Hours(NamedTuple):
    """A crew's presence: units before each day up to `regular`, and `full` a day after."""

    prefix: list[int]
    regular: int
    full: int


class Stage(NamedTuple):
    """An initiative in its turn.

    It starts neither before `floor` nor, in a draw, before that draw's day in `dates`.
    `opens[d]` is the first day from d on with somebody there in all its crews; after its
    end every day is. `holds` are (crew, units held, presence) in the order of the problem.
    """

    number: int
    before: tuple[int, ...]
    floor: int
    opens: list[int]
    holds: tuple[tuple[int, int, Hours], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A plan as a policy: who starts after whom, and what is kept for later."""

    problem: Problem
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """Starts and ends (exclusive) in working days, by number, then by draw."""

    start: tuple[DrawnDays, ...]
    end: tuple[DrawnDays, ...]


DrawnNeeds = Sequence[Sequence[DrawnDays]]
"""Units of presence that each hold needs: by number, by hold, by draw."""


def course(table: Timetable, ranged: Collection[int] = ()) -> Course:
    """The course of a plan; the earliest starts of `ranged` are drawn.

    Where the plan starts something later than the policy would, it means to: that start is
    the earliest one from then on.
    """
    problem = table.problem
    running, pinned = set(problem.running), set(problem.pinned)

    def turn(number: int) -> tuple[int, bool, bool, int]:
        return table.start[number], number not in running, number not in pinned, number

    hours = [_hours(problem, crew) for crew in range(len(problem.crews))]
    order = sorted(range(problem.count), key=turn)
    stages = tuple(_stage(table, hours, number) for number in order)
    sooner = replay(Course(problem, stages), needed(problem), [None] * problem.count, 1)
    kept = []
    for stage in stages:
        start = table.start[stage.number]
        floor = problem.today if stage.number in ranged else stage.floor
        if sooner.start[stage.number][0] < start:
            floor = start
        kept.append(stage._replace(floor=floor))
    return Course(problem, tuple(kept))


def needed(problem: Problem) -> list[list[DrawnDays]]:
    """What all work needs as the plan counts it, as a single draw."""
    return [[[hold.need] for hold in holds] for holds in problem.holds]


def replay(
    course: Course, needs: DrawnNeeds, dates: Sequence[DrawnDays | None], draws: int
) -> Courses:
    """What becomes of a plan in each draw; `dates` are the earliest starts of a draw."""
    count = course.problem.count
    found = [_carried_out(course, needs, dates, draw) for draw in range(draws)]
    starts = zip(*(start for start, _ in found), strict=True) if count else ()
    ends = zip(*(end for _, end in found), strict=True) if count else ()
    return Courses(tuple(map(list, starts)), tuple(map(list, ends)))


def _carried_out(
    course: Course, needs: DrawnNeeds, dates: Sequence[DrawnDays | None], draw: int
) -> tuple[DrawnDays, DrawnDays]:
    """When each initiative starts and ends in one draw, by number."""
    crews = course.problem.crews
    free, begun = [crew.capacity for crew in crews], [0] * len(crews)
    busy: list[list[tuple[int, int]]] = [[] for _ in crews]
    start, end = [0] * course.problem.count, [0] * course.problem.count
    for number, before, day, opens, holds in course.stages:
        drawn = dates[number]
        if drawn is not None and drawn[draw] > day:
            day = drawn[draw]
        for other in before:
            if end[other] > day:
                day = end[other]
        for crew, held, _ in holds:
            if begun[crew] > day:
                day = begun[crew]
            while free[crew] < held:
                until, units = heappop(busy[crew])
                free[crew] += units
                if until > day:
                    day = until
        if day < len(opens):
            day = opens[day]
        last = day
        for (crew, held, hours), need in zip(holds, needs[number], strict=True):
            until = _until(hours, day, need[draw])
            free[crew] -= held
            begun[crew] = day
            heappush(busy[crew], (until, held))
            if until > last:
                last = until
        start[number], end[number] = day, last
    return start, end


def _until(hours: Hours, start: int, need: int) -> int:
    """The first day by which so many units were present from `start` on."""
    prefix, regular, full = hours
    if start >= regular:
        return start - (-need // full)
    wanted = prefix[start] + need
    if wanted > prefix[regular]:
        return regular - ((prefix[regular] - wanted) // full)
    return bisect_left(prefix, wanted, start)


def _hours(problem: Problem, crew: int) -> Hours:
    there = problem.crews[crew].presence
    there.reach(there.regular + 1)
    return Hours(there.prefix, there.regular, there.full)


def _stage(table: Timetable, hours: Sequence[Hours], number: int) -> Stage:
    problem, holds = table.problem, table.problem.holds[number]
    running = number in problem.running
    resumed = running and not is_stalled(table, number)
    return Stage(
        number,
        problem.before[number],
        problem.today if running else problem.earliest[number],
        # Work in progress holds its people from today on, whether they are there or not.
        [] if resumed else _opens([hours[hold.crew] for hold in holds]),
        tuple(_held(hold, hours) for hold in holds),
    )


def _held(hold: Hold, hours: Sequence[Hours]) -> tuple[int, int, Hours]:
    return hold.crew, hold.held, hours[hold.crew]


def _opens(hours: Sequence[Hours]) -> list[int]:
    """For each day the first from it on with somebody there in all crews."""
    far = max((each.regular for each in hours), default=0)
    opens = [far] * (far + 1)
    for day in reversed(range(far)):
        absent = any(
            day < each.regular and each.prefix[day] == each.prefix[day + 1]
            for each in hours
        )
        opens[day] = opens[day + 1] if absent else day
    return opens
