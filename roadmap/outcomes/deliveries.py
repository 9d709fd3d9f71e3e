"""Which initiatives are delivered by `as_of`, and on which day."""

from __future__ import annotations

from datetime import date

from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio


def delivered(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """The initiatives that are delivered by `as_of`, by id."""
    every = portfolio.initiatives.values()
    return tuple(initiative for initiative in every if is_delivered(portfolio, initiative))


def is_delivered(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether an initiative is delivered, and not only after `as_of`."""
    if initiative.status is not Status.DELIVERED:
        return False
    return initiative.delivered is None or portfolio.has_happened(initiative.delivered)


def delivered_on(portfolio: Portfolio, initiative: Initiative) -> date | None:
    """The day of a delivery; None without a date.

    A month or quarter counts by its last day, or by `as_of` if that lies in it.
    """
    when = initiative.delivered
    return None if when is None else min(when.last, portfolio.as_of)
