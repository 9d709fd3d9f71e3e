"""The end of the calendar: what would end after the last year that a date can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.placeable import blockers
from roadmap.sequencing.results import RankedSequence, Unplaced, UnplacedKind
from roadmap.sequencing.schedule.objective import floors, last_day
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, first_fit, resumes


def ends_in_time(table: Timetable, last: int) -> bool:
    """Whether everything that is placed is over by a day."""
    ends = zip(table.end, floors(table.problem), strict=True)
    return all(last_day(end, floor) <= last for end, floor in ends)


def too_late_alone(problem: Problem, last: int) -> Iterator[int]:
    """What is not over by a day, even if everybody works for it alone.

    Timetables are as long as what is placed in them, so this goes first.
    """
    floor, end = floors(problem), list[int]()
    for number in range(problem.count):
        ready = (end[wanted] for wanted in problem.before[number])
        start = _opens(problem, number, max([problem.earliest[number], *ready]))
        end.append(_end(problem, number, start))
        if last_day(end[number], floor[number]) > last:
            yield number


def too_late_in_turn(problem: Problem, last: int) -> Iterator[int]:
    """What is not over by a day if each takes its turn: what is fixed, then in sequence.

    What is left out is not waited for, so the others are where a plan without it puts them.
    """
    floor, late, none = floors(problem), set[int](), [-1] * problem.count
    table = Timetable(problem, [0 for _ in problem.crews], none, [*none])
    stalled = [number for number in problem.running if not resumes(table, number)]
    free = (number for number in range(problem.count) if number not in problem.fixed)
    for number in [*stalled, *problem.pinned, *free]:
        start = _start(table, number) if late.isdisjoint(problem.before[number]) else None
        if start is None or last_day(_end(problem, number, start), floor[number]) > last:
            late.add(number)
            yield number
        else:
            table.put(number, start)


def without(
    portfolio: Portfolio, sequence: RankedSequence, late: Iterable[str]
) -> RankedSequence:
    """A sequence without what ends too late and what waits for that, which are unplaced."""
    gone: dict[str, Unplaced] = {}
    cause: dict[str, str] = {}
    beyond = set(late)
    for id in sequence.ids:
        wanted = blockers(portfolio.initiatives[id])
        held = next((one for one in wanted if one in gone), None)
        if held is not None:
            cause[id] = cause[held]
            gone[id] = Unplaced(id, UnplacedKind.WAITS, held, cause[held])
        elif id in beyond:
            cause[id] = id
            gone[id] = Unplaced(id, UnplacedKind.BEYOND)

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in ids if id not in gone)

    return replace(
        sequence,
        ids=kept(sequence.ids),
        naive=kept(sequence.naive),
        prefix=kept(sequence.prefix),
        unplaced=tuple(sorted([*sequence.unplaced, *gone.values()], key=lambda it: it.id)),
    )


def _start(table: Timetable, number: int) -> int:
    problem = table.problem
    running = number in problem.running
    ready = problem.today if running else table.ready(number)
    return first_fit(problem.crews, table.busy, problem.holds[number], ready)


def _opens(problem: Problem, number: int, ready: int) -> int:
    """The first day from `ready` on with somebody there in all teams."""
    day, settled = ready, False
    while not settled:
        crews = (problem.crews[hold.crew] for hold in problem.holds[number])
        later = max((crew.presence.open(day) for crew in crews), default=day)
        day, settled = later, later == day
    return day


def _end(problem: Problem, number: int, start: int) -> int:
    holds = problem.holds[number]
    ends = (problem.crews[hold.crew].presence.end(start, hold.need) for hold in holds)
    return max(ends, default=start)
