"""The compiled twin of replay, where the kernel is there and the numbers fit into it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from roadmap.sequencing import compiled
from roadmap.sequencing.compiled import firsts, joined
from roadmap.sequencing.search.compiled_walk import calendars
from roadmap.simulation.courses import Course, Courses, DrawnDays, DrawnNeeds


def compiled_replay(
    course: Course, needs: DrawnNeeds, dates: Sequence[DrawnDays | None], draws: int
) -> Courses | None:
    """What becomes of a plan in each draw; None where that is left to Python."""
    if compiled.kernel is None or not course.stages:
        return None
    start, end = (array("q", [0]) * len(course.stages) * draws for _ in range(2))
    try:
        inputs = tuple(map(joined, _inputs(course, needs, dates)))
        compiled.kernel.replay(draws, inputs, start, end)
    except OverflowError:
        return None
    return Courses(_by_number(start, draws), _by_number(end, draws))


def _inputs(
    course: Course, needs: DrawnNeeds, dates: Sequence[DrawnDays | None]
) -> Iterator[Iterable[Iterable[int]]]:
    """The rows of numbers, in the order in which the kernel names them."""
    stages = course.stages
    holds = [stage.holds for stage in stages]
    drawn = {number: days for number, days in enumerate(dates) if days is not None}
    row = {number: place for place, number in enumerate(drawn)}
    yield [[stage.number for stage in stages]]
    yield [[stage.floor for stage in stages]]
    yield [[bool(stage.opens) for stage in stages]]
    yield [[row.get(stage.number, -1) for stage in stages]]
    yield [firsts([stage.before for stage in stages])]
    yield (stage.before for stage in stages)
    yield [firsts(holds)]
    yield [[crew for crew, _, _ in chain.from_iterable(holds)]]
    yield [[held for _, held, _ in chain.from_iterable(holds)]]
    yield drawn.values()
    yield (days for stage in stages for days in needs[stage.number])
    yield from ([row] for row in calendars(course.problem.crews))


def _by_number(days: array[int], draws: int) -> tuple[DrawnDays, ...]:
    firsts = range(0, len(days), draws)
    return tuple(days[first : first + draws].tolist() for first in firsts)
