"""Dates to keep, in words: who or what asks for one, how late it is, how much slack."""

from __future__ import annotations

from roadmap.model.initiative import Initiative, Must
from roadmap.model.portfolio import Portfolio
from roadmap.views.phrases.english import count


def mandatory(must: Must) -> str:
    """Mandatory work, and what makes it so: `mandatory (regulatory)`."""
    return f"mandatory ({must.nature})"


def deadline(initiative: Initiative) -> str:
    """What kind of deadline an initiative has: mandatory or not."""
    return mandatory(initiative.must) if initiative.must else "deadline"


def commitment(initiative: Initiative) -> str:
    """A commitment, and to whom as far as that is known."""
    to = initiative.promised.to if initiative.promised else ""
    return f"commitment to {to}" if to else "commitment"


PUBLISHED = "published date"
"""What a date is called that everybody read and nobody was promised."""


def lateness(portfolio: Portfolio, days: int) -> str:
    """How late something is: in working days, or in weeks from two of them on.

    Rounded up: nothing is later than it says.
    """
    return _length(portfolio, days, -(-days // portfolio.calendar.days_a_week))


def slack(portfolio: Portfolio, days: int) -> str:
    """How many working days are left, or how many whole weeks from two of them on."""
    return _length(portfolio, days, days // portfolio.calendar.days_a_week)


def _length(portfolio: Portfolio, days: int, weeks: int) -> str:
    if days < 2 * portfolio.calendar.days_a_week:
        return count(days, "working day")
    return count(weeks, "week")
