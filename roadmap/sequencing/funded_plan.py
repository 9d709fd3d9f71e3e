"""The plan of what is funded, and what of it ends after the last funded day."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.funding import Funding
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import uninterrupted
from roadmap.sequencing.selection.selection import Selection
from roadmap.sequencing.sequence import sequence


def funded_late(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    funding: Funding,
    found: Selection,
    ideas: bool = False,
) -> Mapping[str, int]:
    """The last working day of funded work that ends after `until`, the latest last.

    Empty without an `until`: then nothing is planned.
    """
    if funding.until is None:
        return {}
    gone = {below.id for below in found.below}
    ordered = sequence(portfolio, scores, ideas, gone)
    planned = uninterrupted(plan(portfolio, scores, ordered, tight=False))
    last = portfolio.calendar.day_on_or_before(funding.until.last)
    late = {id: slot.last_day for id, slot in planned.slots.items() if slot.last_day > last}
    return dict(sorted(late.items(), key=lambda each: (each[1], each[0])))
