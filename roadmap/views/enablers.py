"""Enablers: initiatives without outcomes, valued through what they unblock."""

from __future__ import annotations

from roadmap.model.portfolio import Portfolio
from roadmap.views.answer import OPEN


def enablers(portfolio: Portfolio) -> frozenset[str]:
    """The initiatives that claim nothing themselves and that open work depends on."""
    every = portfolio.initiatives
    waiting = (initiative for initiative in every.values() if initiative.status in OPEN)
    needed = {
        id
        for initiative in waiting
        for id in initiative.depends_on or ()
        if id != initiative.id
    }
    return frozenset(
        id
        for id in needed & every.keys()
        if not (every[id].outcomes or every[id].contributions)
    )
