"""Scenarios side by side: today's outlook, and what each of several others moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.results import PlanForecast
from roadmap.studies.chances import foretold_alike
from roadmap.studies.difference import Difference, compared
from roadmap.studies.outlook import AS_STATED, Outlook, OutlookOptions, outlooks


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Today's outlook and others, each compared with today's; causes are not sought.

    `forecasts` are those of all, today's first; none where nobody said how uncertain work
    is. `quarters` are the last days of this quarter and of the next one.
    """

    today: Outlook
    others: tuple[Difference, ...]
    quarters: tuple[date, date]
    forecasts: tuple[PlanForecast, ...] = ()

    @property
    def outlooks(self) -> tuple[Outlook, ...]:
        """All outlooks, today's first."""
        return (self.today, *(difference.new for difference in self.others))


def side_by_side(
    today: Portfolio,
    others: Sequence[Portfolio],
    options: OutlookOptions = AS_STATED,
    advance: Callable[[int], None] = lambda _: None,
    *,
    forecast: bool = False,
) -> SideBySide:
    """Plan a portfolio as it is, and as it could be: one plan each.

    `advance` is called with 1 after each plan. `forecast`: forecast all plans too, if any
    of them says how uncertain work is.
    """
    first, *rest = outlooks(today, others, options, advance)
    return SideBySide(
        first,
        tuple(compared(first, outlook, options, most=0) for outlook in rest),
        quarters(today),
        foretold_alike([first, *rest]) if forecast else (),
    )


def quarters(portfolio: Portfolio) -> tuple[date, date]:
    """The last days of the quarter of `as_of` and of the one after."""
    fiscal = portfolio.fiscal_year
    this = fiscal.quarter(*fiscal.quarter_of(portfolio.as_of))[1]
    after = this + timedelta(days=1)
    return this, fiscal.quarter(*fiscal.quarter_of(after))[1]


def delivered_by(outlook: Outlook, when: date) -> tuple[str, ...]:
    """What a plan delivers by a day, the first first."""
    last = outlook.portfolio.calendar.day_on_or_before(when)
    ended = (slot for slot in outlook.plan.slots.values() if slot.last_day <= last)
    return tuple(slot.id for slot in sorted(ended, key=lambda it: (it.last_day, it.id)))


def value_by(outlook: Outlook, when: date) -> Fraction:
    """The value that a plan delivers by a day."""
    ids = delivered_by(outlook, when)
    return sum((outlook.scores[id].weight for id in ids), Fraction(0))


def budget(outlook: Outlook) -> Fraction:
    """The non-labour cost of all that a plan schedules."""
    every = (outlook.portfolio.initiatives[id].cost for id in outlook.plan.slots)
    return sum((cost for cost in every if cost is not None), Fraction(0))
