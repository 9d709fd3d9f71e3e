"""What people are told of a date: the words of a report, with the year and last day."""

from __future__ import annotations

from datetime import date

from roadmap.model.calendar import Period
from roadmap.model.periods import month
from roadmap.model.portfolio import Portfolio
from roadmap.views.phrases.dates import (
    MONTHS,
    Precision,
    precision,
    range_precision,
)


def told_date(portfolio: Portfolio, when: date, *, assumed: bool = False) -> Period:
    """A date as `deserved` says it: `11 Feb 2027`, `May 2027`, `Q2 2028`."""
    return _days(portfolio, when, precision(portfolio, when, assumed))


def told_range(
    portfolio: Portfolio, first: date, last: date, *, assumed: bool = False
) -> Period:
    """A range as `ranged` says it: `11 – 19 Feb 2027`, `Mar – May 2027`."""
    fitting = range_precision(first, last, assumed)
    begins, ends = (_days(portfolio, when, fitting) for when in (first, last))
    text = _joined(begins, ends) if begins != ends else ends.text
    return Period(begins.first, ends.last, text)


def _joined(begins: Period, ends: Period) -> str:
    """Both ends, the first without what it shares with the second."""
    one, other = begins.text.split(), ends.text.split()
    while one[1:] and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return f"{' '.join(one)} – {ends.text}"


def _days(portfolio: Portfolio, when: date, fitting: Precision) -> Period:
    """The day, month or quarter of a date, with its text."""
    name = MONTHS[when.month - 1][:3]
    if fitting is Precision.DAY:
        return Period(when, when, f"{when.day} {name} {when.year}")
    if fitting is Precision.MONTH:
        return Period(*month(when.year, when.month), f"{name} {when.year}")
    year, quarter = portfolio.fiscal_year.quarter_of(when)
    label = portfolio.fiscal_year.label(year, f"Q{quarter}")
    return Period(*portfolio.fiscal_year.quarter(year, quarter), label)
