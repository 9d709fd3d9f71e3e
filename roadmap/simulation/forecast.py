"""The forecast of a plan: ranges of ends, and the chances of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.estimates import ENOUGH
from roadmap.scoring.framework import Score
from roadmap.sequencing.results import Plan, RankedSequence
from roadmap.sequencing.schedule.objective import floors, last_day
from roadmap.simulation.courses import Courses, DrawnDays
from roadmap.simulation.drawn import Drawn, drawn
from roadmap.simulation.luck import SharedDraws
from roadmap.simulation.quantiles import in_order, quantile_of, sampling_error, share_by
from roadmap.simulation.reference_class import reference_classes
from roadmap.simulation.results import (
    DateChance,
    DatedKind,
    EndRange,
    PlanForecast,
    WaitRange,
)
from roadmap.simulation.settings import KEY, ForecastSettings

P10, P50, P85, P90 = (Fraction(percent, 100) for percent in (10, 50, 85, 90))


def uncertain(portfolio: Portfolio) -> bool:
    """Whether anybody has said how uncertain work is.

    A range of work or of dates does, the section `forecast`, or enough delivered work.
    """
    if KEY in portfolio.settings or calibrated_on(portfolio) >= ENOUGH:
        return True
    return any(map(_ranged, portfolio.initiatives.values()))


def _ranged(initiative: Initiative) -> bool:
    ranged = any(part.work.low != part.work.high for part in initiative.parts)
    return ranged or initiative.not_before_range is not None


def calibrated_on(portfolio: Portfolio) -> int:
    """How many delivered pieces of work a forecast rests on; 0 where they are too few."""
    pooled = reference_classes(portfolio).get(None)
    return pooled.n if pooled else 0


def forecast(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    sequence: RankedSequence,
    plan: Plan,
    settings: ForecastSettings | None = None,
    kept: SharedDraws | None = None,
) -> PlanForecast:
    """The forecast of a plan; `settings` default to those of the portfolio.

    `kept` are draws that forecasts of other plans share.
    """
    return summary_of(drawn(portfolio, scores, sequence, plan, settings, kept), plan)


def summary_of(drawn: Drawn, plan: Plan) -> PlanForecast:
    """Draws as ranges and chances."""
    settings, problem = drawn.settings, drawn.course.problem
    last = last_days_of(drawn)
    finish = [max(days) for days in zip(*last.values(), strict=True)] or [problem.today]
    planned = max((slot.last_day for slot in plan.slots.values()), default=problem.today)
    return PlanForecast(
        draws=drawn.luck.count,
        seed=settings.seed,
        safe=settings.safe,
        calibrated=calibrated_on(drawn.portfolio),
        ranges={id: _range(days, plan.slots[id].last_day) for id, days in last.items()},
        finish=_range(finish, planned),
        wait=_wait(drawn),
        dates=tuple(_dates(drawn, last)),
    )


def last_days_of(drawn: Drawn, courses: Courses | None = None) -> dict[str, DrawnDays]:
    """The last working day of each initiative, by id and draw.

    `courses` are others of the same dates, such as those without one range of work.
    """
    ends = (courses or drawn.courses).end
    each = zip(drawn.course.problem.ids, ends, _floors(drawn), strict=True)
    return {id: list(map(last_day, days, floor)) for id, days, floor in each}


def _floors(drawn: Drawn) -> list[DrawnDays]:
    """The days before which each is not over, by draw: see `objective.floors`."""
    problem, count = drawn.course.problem, drawn.luck.count
    if all(dates is None for dates in drawn.dates):
        return [[floor] * count for floor in floors(problem)]
    found: list[DrawnDays] = []
    for number, dates in enumerate(drawn.dates):
        own = [problem.earliest[number]] * count if dates is None else dates
        if not problem.holds[number]:
            needed = (one for one in problem.before[number] if not problem.holds[one])
            own = list(map(max, own, own, *(found[one] for one in needed)))
        found.append(own)
    return found


def _range(days: DrawnDays, planned: int) -> EndRange:
    ordered = sorted(days)
    p10, p50, p85, p90 = (in_order(ordered, share) for share in (P10, P50, P85, P90))
    return EndRange(p10, p50, p85, p90, share_by(days, planned))


def _wait(drawn: Drawn) -> WaitRange | None:
    problem = drawn.course.problem
    value = sum(problem.weight)
    if not value:
        return None
    waited = [0] * drawn.luck.count
    for weight, ends in zip(problem.weight, drawn.courses.end, strict=True):
        if weight:
            waited = [
                so_far + weight * end for so_far, end in zip(waited, ends, strict=True)
            ]
    ordered = sorted(waited)
    days = (Fraction(in_order(ordered, p), value) - problem.today for p in (P10, P50, P90))
    return WaitRange(*(drawn.portfolio.weeks(day) for day in days))


def _dates(drawn: Drawn, last: Mapping[str, DrawnDays]) -> Iterator[DateChance]:
    """The chances of all dates to keep of what is in the plan, by id."""
    for id in sorted(last):
        initiative = drawn.portfolio.initiatives[id]
        if initiative.deadline:
            kind = DatedKind.MUST if initiative.must else DatedKind.DEADLINE
            yield _date_chance(drawn, id, kind, initiative.deadline, last[id])
        if initiative.promised:
            by = initiative.promised.period
            yield _date_chance(drawn, id, DatedKind.PROMISE, by, last[id])


def _date_chance(
    drawn: Drawn, id: str, kind: DatedKind, by: Period, days: DrawnDays
) -> DateChance:
    chance = share_by(days, drawn.portfolio.calendar.day_on_or_before(by.last))
    error = sampling_error(chance, len(days))
    safe = quantile_of(days, drawn.settings.safe)
    return DateChance(id, kind, by, chance, error, safe)
