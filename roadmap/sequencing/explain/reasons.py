"""Reasons: what holds each start where it is, read off the finished timetable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmap.sequencing.results import Reason, ReasonKind
from roadmap.sequencing.schedule.problem import Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable


@dataclass(frozen=True, slots=True)
class Stay:
    """One part on the calendar: who holds how many units from `start` to before `end`."""

    number: int
    start: int
    end: int
    held: int


def reasons(table: Timetable) -> Mapping[int, Reason]:
    """Why each initiative starts when it does, by number."""
    stays = stays_by_crew(table)
    running = {each for each in table.problem.running if not is_stalled(table, each)}
    return {
        each: Reason(ReasonKind.RUNNING, table.start[each])
        if each in running
        else _reason(table, stays, each)
        for each in range(table.problem.count)
    }


def is_stalled(table: Timetable, number: int) -> bool:
    """Whether running work could not go on for lack of people."""
    running = number in table.problem.running
    return running and table.start[number] > table.problem.today


def stays_by_crew(table: Timetable) -> list[list[Stay]]:
    """All parts of each crew, by start."""
    problem = table.problem
    stays: list[list[Stay]] = [[] for _ in problem.crews]
    for each in sorted(range(problem.count), key=lambda each: table.start[each]):
        start = table.start[each]
        for hold in problem.holds[each]:
            end = problem.crews[hold.crew].presence.end(start, hold.need)
            stays[hold.crew].append(Stay(each, start, end, hold.held))
    return stays


def _reason(table: Timetable, stays: Sequence[Sequence[Stay]], number: int) -> Reason:
    problem, start = table.problem, table.start[number]
    if start > table.ready(number) and problem.holds[number]:
        return _waits(table, stays, number)
    holding = [one for one in problem.before[number] if table.end[one] == start]
    if holding:
        return Reason(ReasonKind.DEPENDENCY, start, other=problem.ids[holding[0]])
    if start > problem.today:
        return Reason(ReasonKind.NOT_BEFORE, start)
    if number in problem.pinned:
        return Reason(ReasonKind.PINNED, start)
    return Reason(
        ReasonKind.START if problem.holds[number] else ReasonKind.MILESTONE, start
    )


def _waits(table: Timetable, stays: Sequence[Sequence[Stay]], number: int) -> Reason:
    problem, start = table.problem, table.start[number]
    holds = problem.holds[number]
    day = _day_before(problem, holds, start)
    if day >= table.ready(number):
        for hold in holds:
            found = _in_the_way(problem, hold, stays[hold.crew], number, day, start)
            if found:
                team = problem.crews[hold.crew].id
                return Reason(ReasonKind.TEAM, found.end, problem.ids[found.number], team)
    return Reason(ReasonKind.PRESENCE, start, team=_absent(problem, holds, start))


def _day_before(problem: Problem, holds: Sequence[Hold], start: int) -> int:
    """The last day before a start on which somebody is there in all teams, or -1."""
    for day in range(start - 1, -1, -1):
        if all(problem.crews[hold.crew].presence.open(day) == day for hold in holds):
            return day
    return -1


def _in_the_way(
    problem: Problem, hold: Hold, stays: Sequence[Stay], number: int, day: int, start: int
) -> Stay | None:
    """Whose end a part waits for, that could otherwise begin on `day`."""
    crew = problem.crews[hold.crew]
    spare, end = crew.capacity - hold.held, min(start, crew.presence.end(day, hold.need))
    near = [
        stay
        for stay in stays
        if stay.number != number and stay.start < start and stay.end > day
    ]
    for blocked in range(end - 1, day - 1, -1):
        there = [stay for stay in near if stay.start <= blocked < stay.end]
        if sum(stay.held for stay in there) > spare:
            leaving = [stay for stay in there if stay.end <= start]
            return max(leaving or there, key=lambda stay: (stay.end, -stay.number))
    return None


def _absent(problem: Problem, holds: Sequence[Hold], start: int) -> str:
    for hold in holds:
        crew = problem.crews[hold.crew]
        if crew.presence.open(start - 1) > start - 1:
            return crew.id
    return problem.crews[holds[0].crew].id
