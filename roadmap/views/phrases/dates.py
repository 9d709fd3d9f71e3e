"""Dates as precise as they deserve: a day in now, a month in next, then a quarter."""

from __future__ import annotations

from datetime import date
from enum import Enum

from roadmap.model.calendar import Period
from roadmap.model.portfolio import Portfolio
from roadmap.sequencing.results import Slot
from roadmap.views.horizons import Horizon, horizon

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

DAYS_APART, MONTHS_APART = 21, 183
"""Ranges up to so many days long are said in days, or in months."""


def deserved(
    portfolio: Portfolio,
    when: date,
    *,
    assumed: bool = False,
    exact: bool = False,
    full: bool = False,
    apart: int | None = None,
) -> str:
    """A forecast date in as few words as it deserves: `11 Feb`, `May`, `Q2 2028`.

    What rests on assumed effort is never better than a month. `full` spells months out.
    `apart` is how many days its range is long, which decides where it is known.
    """
    fitting = Precision.DAY if exact else precision(portfolio, when, assumed, apart)
    if fitting is Precision.DAY:
        return spelled(portfolio, when) if full else short(portfolio, when)
    if fitting is Precision.QUARTER:
        year, quarter = portfolio.fiscal_year.quarter_of(when)
        return _part(portfolio, year, f"Q{quarter}")
    return _month(portfolio, when, full=full)


class Precision(Enum):
    """How precisely a date is said."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


def precision(
    portfolio: Portfolio, when: date, assumed: bool, apart: int | None = None
) -> Precision:
    """How precise a forecast date may be by its range or horizon, and what it rests on."""
    if apart is None:
        far = horizon(portfolio, portfolio.calendar.day_on_or_before(when))
        near, later = far is Horizon.NOW, far is Horizon.LATER
    else:
        near, later = apart <= DAYS_APART, apart > MONTHS_APART
    if near and not assumed:
        return Precision.DAY
    return Precision.QUARTER if later else Precision.MONTH


def deserved_pair(
    portfolio: Portfolio,
    before: date,
    after: date,
    *,
    assumed: tuple[bool, bool] = (False, False),
    exact: bool = False,
) -> tuple[str, str]:
    """Two forecasts of one thing, as precise as it takes to tell them apart.

    Dates within one quarter are said as months, dates within one month as days.
    """
    labels = (
        deserved(portfolio, before, assumed=assumed[0], exact=exact),
        deserved(portfolio, after, assumed=assumed[1], exact=exact),
    )
    if before == after or labels[0] != labels[1]:
        return labels
    months = _month(portfolio, before), _month(portfolio, after)
    if months[0] != months[1]:
        return months
    return short(portfolio, before), short(portfolio, after)


def ranged(
    portfolio: Portfolio,
    first: date,
    last: date,
    *,
    assumed: bool = False,
    exact: bool = False,
) -> str:
    """A range of dates as precise as it deserves: `11 – 19 Feb`, `Mar – May`, `Q2 – Q4`.

    Days up to three weeks apart, months up to two quarters; assumed effort never in days.
    """
    fitting = Precision.DAY if exact else range_precision(first, last, assumed)
    if fitting is Precision.DAY:
        if first != last and (first.year, first.month) == (last.year, last.month):
            return f"{first.day} – {short(portfolio, last)}"
        labels = [short(portfolio, when) for when in (first, last)]
    elif fitting is Precision.MONTH:
        labels = [_month(portfolio, when) for when in (first, last)]
    else:
        quarters = [portfolio.fiscal_year.quarter_of(when) for when in (first, last)]
        labels = [_part(portfolio, year, f"Q{number}") for year, number in quarters]
    if labels[0] == labels[1]:
        return labels[0]
    if first.year == last.year:
        labels[0] = labels[0].removesuffix(f" {first.year}")
    return " – ".join(labels)


def range_precision(first: date, last: date, assumed: bool) -> Precision:
    """How precise a range of dates may be by its length, and by what it rests on."""
    apart = (last - first).days
    if apart <= DAYS_APART and not assumed:
        return Precision.DAY
    return Precision.MONTH if apart <= MONTHS_APART else Precision.QUARTER


def short(portfolio: Portfolio, when: date) -> str:
    """A date to the day: `11 Feb`, with its year when that is another."""
    return f"{when.day} {MONTHS[when.month - 1][:3]}{_year(portfolio, when)}"


def spelled(portfolio: Portfolio, when: date) -> str:
    """A date to the day in full: `11 February`, with its year when that is another."""
    return f"{when.day} {MONTHS[when.month - 1]}{_year(portfolio, when)}"


def whole(when: date) -> str:
    """A date with its year: `11 February 2027`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def stated(portfolio: Portfolio, period: Period) -> str:
    """A date that somebody wrote, as precise as they wrote it: `30 Jun`, `Jul`, `Q2`."""
    if ".." in period.text:
        return period.text.replace("..", " to ")
    year, _, part = period.text.removeprefix("FY").partition("-")
    if part[:1] in ("Q", "H"):
        return _part(portfolio, int(year), part)
    if len(part) == 2:
        return _month(portfolio, period.last)
    return short(portfolio, period.last)


def dates_of(portfolio: Portfolio, slot: Slot) -> tuple[date, date]:
    """The first and last date of a slot, both inclusive; the same date for a milestone."""
    calendar, last = portfolio.calendar, slot.last_day
    return calendar.date_of(min(slot.start_day, last)), calendar.date_of(last)


def _month(portfolio: Portfolio, when: date, *, full: bool = False) -> str:
    month = MONTHS[when.month - 1]
    return (month if full else month[:3]) + _year(portfolio, when)


def _part(portfolio: Portfolio, year: int, part: str) -> str:
    """A quarter or half; of a calendar year without its year where that is this one."""
    fiscal = portfolio.fiscal_year
    if fiscal.is_calendar and year == portfolio.as_of.year:
        return part
    return fiscal.label(year, part)


def _year(portfolio: Portfolio, when: date) -> str:
    return "" if when.year == portfolio.as_of.year else f" {when.year}"
