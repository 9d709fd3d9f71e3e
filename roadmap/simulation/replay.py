"""Replay: a plan carried out with other lengths of work, without replanning.

An activity-based policy: Frederik Stork, "Stochastic resource-constrained project
scheduling", 2001. In each team work starts in the order of the plan's starts; so usage
never rises after the last start, and longer work never makes anything end earlier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from heapq import heappop, heappush

from roadmap.sequencing.explain.reasons import is_stalled
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.simulation.compiled import compiled_replay
from roadmap.simulation.courses import (
    Course,
    Courses,
    DrawnDays,
    DrawnNeeds,
    Hours,
    Stage,
)


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
    opens = {crews: _opens([hours[crew] for crew in crews]) for crews in _crews(problem)}
    stages = tuple(_stage(table, hours, opens, number) for number in order)
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
    compiled = compiled_replay(course, needs, dates, draws)
    return compiled or plain_replay(course, needs, dates, draws)


def plain_replay(
    course: Course, needs: DrawnNeeds, dates: Sequence[DrawnDays | None], draws: int
) -> Courses:
    """The same in Python."""
    carried_out = [_carried_out(course, needs, dates, draw) for draw in range(draws)]
    starts, ends = zip(*carried_out, strict=True)
    return Courses(_by_number(starts), _by_number(ends))


def _by_number(days: Sequence[DrawnDays]) -> tuple[DrawnDays, ...]:
    return tuple(map(list, zip(*days, strict=True)))


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


def _crews(problem: Problem) -> set[frozenset[int]]:
    """The crews that some initiative needs together."""
    return {frozenset(hold.crew for hold in holds) for holds in problem.holds}


def _stage(
    table: Timetable,
    hours: Sequence[Hours],
    opens: Mapping[frozenset[int], list[int]],
    number: int,
) -> Stage:
    problem, holds = table.problem, table.problem.holds[number]
    running = number in problem.running
    resumed = running and not is_stalled(table, number)
    return Stage(
        number,
        problem.before[number],
        problem.today if running else problem.earliest[number],
        # Work in progress holds its people from today on, whether they are there or not.
        [] if resumed else opens[frozenset(hold.crew for hold in holds)],
        tuple(_held(hold, hours) for hold in holds),
    )


def _held(hold: Hold, hours: Sequence[Hours]) -> tuple[int, int, Hours]:
    return hold.crew, hold.held, hours[hold.crew]


def _opens(hours: Sequence[Hours]) -> list[int]:
    """For each day the first from it on with somebody there in all crews."""
    far = max((hour.regular for hour in hours), default=0)
    opens = [far] * (far + 1)
    for day in reversed(range(far)):
        absent = any(
            day < hour.regular and hour.prefix[day] == hour.prefix[day + 1]
            for hour in hours
        )
        opens[day] = opens[day + 1] if absent else day
    return opens
