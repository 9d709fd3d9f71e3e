"""Search: the best timetable that counted steps find, from several orders to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import aims, units
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.annealing import Walk
from roadmap.sequencing.search.incremental import Board
from roadmap.sequencing.search.inversion_repair import in_turn
from roadmap.sequencing.search.justification import Breed
from roadmap.sequencing.search.priority_rules import starts

GAIN = 10_000
"""A search must gain one part in this many, or the order it began with stays."""
TURNING = 20
"""The last pass may take one placing for each so many of the search."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Found:
    """A timetable; `status` is OPTIMAL, INTERRUPTED, or None where neither is known.

    `bound` is what the group's own aim cannot be below, where more is known than from
    looking at the problem alone: value × days, or the last end.
    """

    table: Timetable
    status: SolveStatus | None = None
    bound: int | None = None


Improve = Callable[[Timetable, Sequence[int], Timetable], Found]


def searched(
    problem: Problem,
    fixed: Timetable,
    progress: Progress | None = None,
    effort: int = 1,
    improve: Improve | None = None,
) -> Found:
    """The best timetable found: group by group, then what leads to no value.

    `effort` multiplies the budget; `improve` has a last word on what is found of a group.
    """
    done, parts = groups(problem), [Found(fixed)]
    if not done:
        least = max(fixed.end, default=problem.today) if problem.makespan else 0
        return Found(scheduled(fixed, valueless(problem)), SolveStatus.OPTIMAL, least)
    for group in done:
        before = parts[-1].table
        found = _best(problem, before, group, effort, progress)
        if improve and not found.status:
            found = improve(before, group, found.table)
        parts.append(_in_turn(before, group, found) if effort else found)
        if parts[-1].status is SolveStatus.INTERRUPTED:
            effort, improve = 0, None  # what is left is placed, and not searched
    orders = (range(problem.count), problem.naive)
    plain = [_plainly(fixed, done, order) for order in orders]
    best = min([parts[-1].table, *plain], key=lambda it: _ranks(it, done))
    best = scheduled(best, valueless(problem))
    return Found(best, _status(parts[1:]), parts[1].bound if len(done) == 1 else None)


def _in_turn(before: Timetable, group: Sequence[int], found: Found) -> Found:
    """What was found of a group with fewer pairs out of turn; if interrupted, as it is."""
    if found.status is SolveStatus.INTERRUPTED:
        return found
    try:
        board = board_of(before.problem, before, in_time(found.table, group))
        table = in_turn(board, budget(len(group)) // TURNING)
    except KeyboardInterrupt:
        return replace(found, status=SolveStatus.INTERRUPTED)
    return replace(found, table=table)


def _status(parts: Sequence[Found]) -> SolveStatus | None:
    if any(part.status is SolveStatus.INTERRUPTED for part in parts):
        return SolveStatus.INTERRUPTED
    return parts[0].status if len(parts) == 1 else None


def budget(count: int) -> int:
    """How many placings a search of so many initiatives may take."""
    return min(150 * count * count, 60_000 + 2_000 * count, 1_500_000)


def _best(
    problem: Problem,
    table: Timetable,
    group: Sequence[int],
    effort: int,
    progress: Progress | None,
) -> Found:
    boards = [board_of(problem, table, order) for order in starts(problem, group)]
    board = min(boards, key=lambda board: board.total)
    first, known, status = board.total, board.table(), None
    spend, least = effort * budget(len(group)), least_price(board, table)
    walk = Walk(board, board.placings + spend, least, progress)
    try:
        if problem.makespan:
            breed = _breed(table, group, known)
            try:
                breed.go(spend // 2, _part(progress, 0))
            finally:
                board = board_of(problem, table, in_time(breed.table, group))
                half = _part(progress, 1)
                walk = Walk(board, board.placings + spend // 2, least, half)
        walk.go()
    except KeyboardInterrupt:
        status = SolveStatus.INTERRUPTED
    gains = _gains(first, walk.least, board.end_unit or board.late_unit)
    found = board_of(problem, table, walk.best).table() if gains else known
    return Found(found, status)


def _breed(fixed: Timetable, group: Sequence[int], known: Timetable) -> Breed:
    """What is bred from a known timetable, for the earliest last end."""
    ends = heads(fixed.problem, fixed)
    return Breed(fixed, group, known, max(ends[each][1] for each in group))


def in_time(table: Timetable, group: Sequence[int]) -> list[int]:
    """A group by start in a timetable; as an order it gives the same schedule."""
    start, end = table.start, table.end
    return feasible(
        table.problem, sorted(group, key=lambda each: (start[each], end[each], each))
    )


def _part(progress: Progress | None, half: int) -> Progress | None:
    return progress and (lambda share: progress((half + share) / 2))


def least_price(board: Board, fixed: Timetable) -> int:
    """What no order on a board can cost less than: everybody waits for nobody."""
    end = [end for _, end in heads(board.problem, fixed)]
    last = max([*fixed.end, *(end[each] for each in board.order)], default=0)
    return sum(board.priced(each, end) for each in board.order) + board.end_unit * last


def board_of(problem: Problem, table: Timetable, order: Sequence[int]) -> Board:
    """A board on which lateness, the last end and cost are weighed as they rank."""
    return Board(problem, table, list(order), *units(problem))


def _gains(first: int, least: int, unit: int) -> bool:
    """Whether days were gained, or one part in `GAIN` of the cost, all below `unit`."""
    return least // unit < first // unit or (first - least) * GAIN >= first % unit > 0


def _ranks(table: Timetable, done: Sequence[Sequence[int]]) -> list[tuple[int, int, int]]:
    """The aims of each group, with the last end of it and of those before it."""
    ended, found = set(table.problem.fixed), []
    for group in done:
        ended.update(group)
        found.append(aims(table, group, ended))
    return found


def _plainly(
    fixed: Timetable, done: Sequence[Sequence[int]], order: Iterable[int]
) -> Timetable:
    """All groups scheduled in one order as it stands."""
    inside = {each for group in done for each in group}
    moved = [each for each in order if each in inside]
    return scheduled(fixed, feasible(fixed.problem, moved))
