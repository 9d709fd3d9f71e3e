"""Titles of initiatives and roadmaps, with an id only where titles are ambiguous."""

from __future__ import annotations

from collections import Counter

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.remembered import remembered


def title_of(portfolio: Portfolio, id: str) -> str:
    """The title of an initiative, followed by its id where another one has the same title.

    An unknown initiative is called by its id. Pages call `Answer.title(id)`, which asks
    here: `Model serving (serving-2)`, but `Charge the car at night` where that is unique.
    Titles that differ only in capitals or spaces count as the same.
    """
    known = portfolio.initiatives.get(id)
    if known is None:
        return id
    twin = not known.untitled and _alike(known.title) in _shared(portfolio)
    return f"{known.title} ({id})" if twin else known.title


def roadmap_title(portfolio: Portfolio) -> str:
    """What the roadmap of a portfolio is called: `Northwind Energy roadmap`.

    A title that says "roadmap" already is left as it is.
    """
    title = portfolio.title
    if "roadmap" in title.casefold():
        return title
    return f"{title} roadmap" if title else "Roadmap"


@remembered
def _shared(portfolio: Portfolio) -> frozenset[str]:
    """The titles that several initiatives of a portfolio have."""
    found = Counter(
        _alike(initiative.title) for initiative in portfolio.initiatives.values()
    )
    return frozenset(title for title, number in found.items() if number > 1)


def _alike(title: str) -> str:
    return " ".join(title.split()).casefold()
