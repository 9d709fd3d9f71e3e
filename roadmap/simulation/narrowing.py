"""Which estimate is worth narrowing first: the plan drawn again with each one certain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from roadmap.simulation.courses import Courses, DrawnDays
from roadmap.simulation.drawn import Drawn, EstimateKey
from roadmap.simulation.forecast import P10, P90
from roadmap.simulation.quantiles import in_order
from roadmap.simulation.results import Narrowing, PlanForecast
from roadmap.simulation.sensitivity import days_moved

CANDIDATES = 8
"""Estimates that are tried: those that move the ends in question most."""


def narrowed(drawn: Drawn, forecast: PlanForecast) -> PlanForecast:
    """A forecast with the estimates to narrow first, for its dates or its last end."""
    ids = dict.fromkeys(date.id for date in forecast.dates)
    if not ids and forecast.ranges:
        ends = forecast.ranges
        ids = dict.fromkeys([max(sorted(ends), key=lambda id: ends[id].p90)])
    return replace(forecast, narrow_first=narrow_first(drawn, ids))


def narrow_first(drawn: Drawn, ids: Iterable[str]) -> tuple[Narrowing, ...]:
    """The estimates that take most weeks off the range of one of these initiatives.

    Each is fixed at its median, and the draws are otherwise the same. Those that take
    nothing off are left out.
    """
    number = {id: place for place, id in enumerate(drawn.course.problem.ids)}
    targets = {id: number[id] for id in ids if id in number}
    widths = _widths(drawn.courses, targets)
    found = (
        _best(drawn, estimate, targets, widths)
        for estimate in _candidates(drawn, targets.values())
    )
    kept = [
        narrowing for narrowing in found if narrowing is not None and narrowing.weeks > 0
    ]
    return tuple(sorted(kept, key=lambda it: (-it.weeks, it.id, it.team or "", it.of)))


def _candidates(drawn: Drawn, targets: Iterable[int]) -> list[EstimateKey]:
    """The estimates whose draws move an end most, in days per standard deviation."""
    ends = [drawn.courses.end[number] for number in targets]
    moves: dict[EstimateKey, float] = {}
    for estimate, draws in drawn.estimates():
        if ends and min(draws) < max(draws):
            moves[estimate] = max(days_moved(draws, ends))
    ranked = sorted(moves, key=lambda it: (-round(moves[it], 6), it[0], it[1] or ""))
    return ranked[:CANDIDATES]


def _widths(courses: Courses, targets: Mapping[str, int]) -> dict[str, int]:
    return {id: _width(courses.end[number]) for id, number in targets.items()}


def _width(days: DrawnDays) -> int:
    ordered = sorted(days)
    return in_order(ordered, P90) - in_order(ordered, P10)


def _best(
    drawn: Drawn,
    estimate: EstimateKey,
    targets: Mapping[str, int],
    widths: Mapping[str, int],
) -> Narrowing | None:
    """What one estimate takes off the range that it shortens most."""
    narrower = _widths(drawn.without(estimate), targets)
    saved = {id: widths[id] - narrower[id] for id in targets}
    if not saved:
        return None
    of = min(saved, key=lambda id: (-saved[id], id))
    weeks = drawn.portfolio.weeks(Fraction(saved[of]))
    return Narrowing(*estimate, of=of, weeks=weeks)
