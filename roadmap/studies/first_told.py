"""The dates that were told first, from the versions of a portfolio."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from roadmap.model.calendar import Period
from roadmap.model.portfolio import Portfolio
from roadmap.outcomes.commitments import DateSource, Told


def first_told(
    versions: Iterable[Portfolio], wanted: AbstractSet[str] | None = None
) -> Told:
    """The first date of each commitment, by initiative; the oldest version comes first.

    A commitment that moved later is still judged against what somebody heard at first.
    No more versions are taken than it needs to find those that are `wanted`.
    """
    found: dict[str, tuple[Period, DateSource]] = {}
    for portfolio in versions:
        for initiative in portfolio.initiatives.values():
            if initiative.promised is not None:
                told = initiative.promised.period, DateSource.FIRST_TOLD
                found.setdefault(initiative.id, told)
        if wanted is not None and wanted <= found.keys():
            break
    return found


def first_published(
    versions: Iterable[Portfolio], wanted: AbstractSet[str] | None = None
) -> Told:
    """The date of each initiative that was published first; the oldest version comes first.

    No more versions are taken than it needs to find those that are `wanted`.
    """
    found: dict[str, tuple[Period, DateSource]] = {}
    for portfolio in versions:
        dates = portfolio.published.dates if portfolio.published else {}
        for id, shown in dates.items():
            found.setdefault(id, (shown.told, DateSource.PUBLISHED))
        if wanted is not None and wanted <= found.keys():
            break
    return found
