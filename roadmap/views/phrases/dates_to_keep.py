"""A date to keep that two portfolios state, in words."""

from __future__ import annotations

from roadmap.model.calendar import Period
from roadmap.model.portfolio import Portfolio
from roadmap.studies.difference import Difference
from roadmap.views.phrases.commitments import commitment, deadline
from roadmap.views.phrases.dates import short, stated


def date_to_keep(difference: Difference, id: str, *, promise: bool) -> str:
    """`deadline by 12 Feb (was 30 Jun)`, `commitment to a partner by 2027-Q2`."""
    portfolio = difference.new.portfolio
    initiative = portfolio.initiatives[id]
    what = commitment(initiative) if promise else deadline(initiative)
    after = _period(portfolio, id, promise)
    before = _period(difference.old.portfolio, id, promise)
    by = f"{what} by {stated(portfolio, after)}" if after else what
    if before is None or after is None or before.last == after.last:
        return by
    was = stated(portfolio, before)
    if was == stated(portfolio, after):  # of another fiscal year
        by, was = (short(portfolio, it.last) for it in (after, before))
        by = f"{what} by {by}"
    return f"{by} (was {was})"


def _period(portfolio: Portfolio, id: str, promise: bool) -> Period | None:
    initiative = portfolio.initiatives.get(id)
    if initiative is None or not promise:
        return initiative.deadline if initiative else None
    return initiative.promised.period if initiative.promised else None
