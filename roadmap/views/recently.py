"""What is recent: since the beginning of the quarter before this one."""

from __future__ import annotations

from datetime import date, timedelta

from roadmap.model.portfolio import Portfolio


def since_last_quarter(portfolio: Portfolio) -> date:
    """The first day of the quarter before the one that `as_of` lies in."""
    year = portfolio.fiscal_year
    this = year.quarter(*year.quarter_of(portfolio.as_of))[0]
    if this == date.min:
        return this
    return year.quarter(*year.quarter_of(this - timedelta(days=1)))[0]
