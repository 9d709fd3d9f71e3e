"""The days on which an initiative may start: what each costs, and when its parts end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add

from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.groups import leads_to
from roadmap.sequencing.schedule.objective import floors, last_day
from roadmap.sequencing.schedule.problem import FAR, Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable


@dataclass(frozen=True, slots=True)
class StartDays:
    """The starts of an initiative, one for each day from `first` to the horizon.

    Days count from today. The last start stands for the horizon and all days after it. By
    start: `leaves` of each part and `ends` of all, none after the horizon; `waits` is
    value × (end − today), `costs` the same, twice beyond a deadline; `late` the days by
    which mandatory work is late, empty if it never is. Nobody of some team is there on
    `closed` starts.
    """

    number: int
    first: int
    leaves: tuple[list[int], ...]
    ends: list[int]
    waits: list[int]
    costs: list[int]
    late: list[int]
    closed: tuple[int, ...]


def start_days(fixed: Timetable, moved: Iterable[int], horizon: int) -> list[StartDays]:
    """The starts of what moves, after what is fixed, until so many days from today."""
    problem = fixed.problem
    chains, floor = heads(problem, fixed), floors(problem)
    closed = [crew.presence.closed() for crew in problem.crews]
    return [
        _starts(problem, number, chains[number][0], floor[number], horizon, closed)
        for number in moved
    ]


def counted(fixed: Timetable) -> list[int]:
    """What moves and has value or a mandatory date, or leads to something that has."""
    problem = fixed.problem
    value = [bool(weight) for weight in problem.weight]
    counts = [one or other for one, other in zip(value, problem.must, strict=True)]
    leads = leads_to(problem, counts)
    return [i for i in range(problem.count) if leads[i] and fixed.start[i] < 0]


def _starts(
    problem: Problem,
    number: int,
    head: int,
    floor: int,
    horizon: int,
    closed: Sequence[Sequence[int]],
) -> StartDays:
    today, due, value = problem.today, problem.due[number], problem.weight[number]
    days = range(min(head, today + horizon), today + horizon + 1)
    leaves = [_leaves(problem, hold, days) for hold in problem.holds[number]]
    ends = [max(parts) for parts in zip(*leaves, strict=True)] or list(days)
    late = [max(0, last_day(end, floor) - due) for end in ends] if due < FAR else []
    waits = [value * (end - today) for end in ends]
    doubled = [value * over for over in late]
    return StartDays(
        number=number,
        first=days[0] - today,
        leaves=tuple(_within(part, today, horizon) for part in leaves),
        ends=_within(ends, today, horizon),
        waits=waits,
        costs=[*map(add, waits, doubled)] if any(doubled) else waits,
        late=late if problem.must[number] and any(late) else [],
        closed=_closed(problem, number, days, closed),
    )


def _leaves(problem: Problem, hold: Hold, days: range) -> list[int]:
    """The end of a part by start."""
    there = problem.crews[hold.crew].presence
    regular = min(max(there.regular, days.start), days.stop)
    early = there.ends(range(days.start, regular), hold.need)
    return [*early, *range(regular + hold.length, days.stop + hold.length)]


def _within(ends: Sequence[int], today: int, horizon: int) -> list[int]:
    return [min(end - today, horizon) for end in ends]


def _closed(
    problem: Problem, number: int, days: range, closed: Sequence[Sequence[int]]
) -> tuple[int, ...]:
    """The places of days, but for the last, on which some team has nobody there."""
    shut: set[int] = set()
    for hold in problem.holds[number]:
        row = closed[hold.crew]
        shut.update(row[bisect_left(row, days.start) : bisect_left(row, days[-1])])
    return tuple(day - days.start for day in sorted(shut))
