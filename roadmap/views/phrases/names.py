"""What initiatives are called inside a sentence: by their titles, in quotation marks."""

from __future__ import annotations

from roadmap.model.portfolio import Portfolio
from roadmap.views.sequence_position import Others
from roadmap.views.titles import title_of

LONGEST = 80
"""Characters of a title that a sentence has room for."""


def quoted(portfolio: Portfolio, id: str) -> str:
    """The title of an initiative within a sentence: `“Renew in one tap”`."""
    return f"“{clipped(title_of(portfolio, id), LONGEST)}”"


def quoted_others(portfolio: Portfolio, others: Others) -> str:
    """The first of some initiatives and how many more: `“One login” and 2 more`."""
    more = f" and {others.number - 1} more" if others.number > 1 else ""
    return quoted(portfolio, others.first) + more


def clipped(text: str, longest: int) -> str:
    """Text of at most so many characters; `…` stands for the rest.

    >>> clipped("Forecast the next bill", 12)
    'Forecast th…'
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
