"""Search: the best timetable that counted steps find, from several orders to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.aims import aims
from roadmap.sequencing.groups import groups, valueless
from roadmap.sequencing.problem import Problem
from roadmap.sequencing.serial import Timetable, feasible, scheduled
from roadmap.sequencing.starts import starts


@dataclass(frozen=True, slots=True)
class Found:
    """A timetable, and `interrupted` or "" for its status."""

    table: Timetable
    status: str = ""


def searched(
    problem: Problem, fixed: Timetable, progress: Callable[[float], None] | None = None
) -> Found:
    """The best timetable found: group by group, then what leads to no value."""
    table, done = fixed, groups(problem)
    for group in done:
        table = _best(problem, table, group)
    table = scheduled(table, valueless(problem))
    plain = [_plainly(problem, fixed, range(problem.count)),
             _plainly(problem, fixed, problem.usual)]  # fmt: skip
    return Found(min([table, *plain], key=lambda found: [aims(found, g) for g in done]))


def _plainly(problem: Problem, fixed: Timetable, order: Iterable[int]) -> Timetable:
    """An order as it stands, scheduled whole."""
    moved = [each for each in order if fixed.start[each] < 0]
    return scheduled(fixed, feasible(problem, moved))


def _best(problem: Problem, table: Timetable, group: Sequence[int]) -> Timetable:
    tables = [scheduled(table, order) for order in starts(problem, group)]
    return min(tables, key=lambda found: aims(found, group))
