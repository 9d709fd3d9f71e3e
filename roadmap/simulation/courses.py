"""A plan as a policy, and what becomes of it, draw by draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.sequencing.schedule.problem import Problem

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
