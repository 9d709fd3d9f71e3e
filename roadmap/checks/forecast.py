"""The end dates that the plan of a portfolio forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roadmap.model.amounts import Range
from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Part
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score

if TYPE_CHECKING:
    from roadmap.sequencing.results import Plan, RankedSequence
    from roadmap.simulation.deciding import DecidingRange
    from roadmap.simulation.drawn import Drawn
    from roadmap.simulation.results import DateChance, PlanForecast


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an initiative is not scheduled: the kind of reason, and where it comes from.

    `because` is the dependency in its way, `cause` the initiative where that starts.
    """

    kind: str
    because: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The day on which each initiative ends (exclusive), and what is not scheduled."""

    ends: Mapping[str, int] = field(default_factory=dict)
    unplaced: Mapping[str, Obstacle] = field(default_factory=dict)


def scheduled(
    portfolio: Portfolio, scores: Mapping[str, Score]
) -> tuple[RankedSequence, Plan] | None:
    """The sequence and the plan of a portfolio; None without scores."""
    from roadmap.sequencing.funding import unfunded
    from roadmap.sequencing.plan import plan
    from roadmap.sequencing.results import uninterrupted
    from roadmap.sequencing.sequence import sequence

    if not scores:
        return None
    ordered = sequence(portfolio, scores, unfunded=unfunded(portfolio, scores))
    engine = portfolio.engine
    planned = uninterrupted(plan(portfolio, scores, ordered, engine=engine, tight=False))
    return ordered, planned


def forecast(portfolio: Portfolio, scores: Mapping[str, Score]) -> Forecast:
    """The forecast of a portfolio's plan; empty without scores."""
    return ends_of(scheduled(portfolio, scores))


def drawn(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    made: tuple[RankedSequence, Plan] | None,
) -> Drawn | None:
    """The draws of a plan, where somebody said how uncertain work is."""
    from roadmap.simulation.drawn import drawn
    from roadmap.simulation.forecast import uncertain

    if made is None or not uncertain(portfolio):
        return None
    return drawn(portfolio, scores, *made)


def chances(
    drawn: Drawn | None, made: tuple[RankedSequence, Plan] | None
) -> PlanForecast | None:
    """What a plan may turn out to be; None without draws."""
    from roadmap.simulation.forecast import summary_of

    return summary_of(drawn, made[1]) if drawn and made else None


def deciding_ranges(
    drawn: Drawn | None, dates: Iterable[DateChance]
) -> Iterator[DecidingRange]:
    """The ranges that alone decide a commitment among some dates; none without draws."""
    from roadmap.simulation.deciding import deciding_ranges

    return deciding_ranges(drawn, dates) if drawn else iter(())


def ends_of(made: tuple[RankedSequence, Plan] | None) -> Forecast:
    """The ends of a plan, and what is not in it."""
    if made is None:
        return Forecast()
    _, planned = made
    return Forecast(
        {id: slot.last_day + 1 for id, slot in planned.slots.items()},
        {
            unplaced.id: Obstacle(unplaced.kind, unplaced.because, unplaced.cause)
            for unplaced in planned.unplaced
        },
    )


def days_late(portfolio: Portfolio, end: int, period: Period) -> int:
    """Working days by which an end misses the last day of a period; 0 if it does not.

    If nobody works on the last day, the working day before it counts. Holidays do not.
    """
    calendar = portfolio.calendar
    return max(0, calendar.days_later(calendar.day_on_or_before(period.last), end - 1))


def overdue(portfolio: Portfolio, period: Period) -> str:
    """What to call a date that the forecast does not keep: missed once it has passed."""
    due = portfolio.calendar.day_on_or_before(period.last)
    return "missed" if due < portfolio.today else "at risk"


def working_days(days: int) -> str:
    """Working days in words.

    >>> working_days(1), working_days(31)
    ('1 working day', '31 working days')
    """
    return "1 working day" if days == 1 else f"{days} working days"


def at_the_high_end(portfolio: Portfolio) -> Portfolio:
    """The portfolio with every range at its high end."""
    found = {id: _longest(initiative) for id, initiative in portfolio.initiatives.items()}
    return replace(portfolio, initiatives=found)


def without_pins(portfolio: Portfolio) -> Portfolio:
    """The portfolio with nothing pinned."""
    free = {
        id: replace(initiative, pin=None)
        for id, initiative in portfolio.initiatives.items()
    }
    return replace(portfolio, initiatives=free)


def _longest(initiative: Initiative) -> Initiative:
    left = initiative.remaining
    return replace(
        initiative,
        effort=tuple(map(_high, initiative.effort)),
        remaining=None if left is None else tuple(map(_high, left)),
    )


def _high(part: Part) -> Part:
    return replace(part, work=Range(part.work.high, part.work.high, None, part.work.text))
