"""Why a range is wide: its variance in shares that add up exactly.

An end is a start and the initiative's own length, so that the variance of the end is the
covariance of either with the end. That of the start is split by what held it, draw by draw.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from roadmap.simulation.drawn import Drawn
from roadmap.simulation.results import PlanForecast, WidthKind, WidthShare

Holder = tuple[WidthKind, str | None, str | None]
"""What holds a start: the kind, the other initiative, the team."""


def with_width(drawn: Drawn, forecast: PlanForecast, id: str) -> PlanForecast:
    """A forecast that says why the range of an initiative is wide."""
    if id not in forecast.ranges:
        return forecast
    return replace(forecast, widths={**forecast.widths, id: width_shares(drawn, id)})


def width_shares(drawn: Drawn, id: str) -> tuple[WidthShare, ...]:
    """The shares of an end's variance, the largest first; none where it never varies.

    They add up to 1. One below 0 makes the range narrower.
    """
    number = drawn.course.problem.ids.index(id)
    starts, ends = drawn.courses.start[number], drawn.courses.end[number]
    count, start_sum, end_sum = len(ends), sum(starts), sum(ends)
    variance = sum((count * end - end_sum) ** 2 for end in ends)
    if not variance:
        return ()
    parts: Counter[Holder] = Counter()
    own: Holder = (WidthKind.OWN, None, None)
    ahead = drawn.ahead(number)
    for draw, (start, end) in enumerate(zip(starts, ends, strict=True)):
        off, late = count * end - end_sum, count * start - start_sum
        parts[own] += (off - late) * off
        if late:
            parts[_holder(drawn, ahead, number, draw)] += late * off
    shares = [WidthShare(*key, Fraction(part, variance)) for key, part in parts.items()]
    return tuple(
        sorted(shares, key=lambda it: (-it.share, it.kind, it.other or "", it.team or ""))
    )


def _holder(
    drawn: Drawn, ahead: Sequence[tuple[int, str]], number: int, draw: int
) -> Holder:
    """What holds a start in a draw: a dependency, people, whose turn it is, or a date."""
    problem, courses = drawn.course.problem, drawn.courses
    start = courses.start[number][draw]
    for other in problem.before[number]:
        if drawn.opens(number, courses.end[other][draw]) == start:
            return WidthKind.DEPENDENCY, problem.ids[other], None
    for other, team in ahead:
        if drawn.opens(number, drawn.part_end(other, team, draw)) == start:
            return WidthKind.TEAM, problem.ids[other], team
    for other, team in ahead:
        if drawn.opens(number, courses.start[other][draw]) == start:
            return WidthKind.TURN, problem.ids[other], team
    return WidthKind.DATE, None, None
