"""Funding: how much may be spent, by when, and how good work has to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from roadmap.model.amounts import Range
from roadmap.model.calendar import Period


@dataclass(frozen=True, slots=True)
class Funding:
    """The limits on what is funded; None means no limit.

    `since` is the day from which delivered work is charged, `until` the last day on which
    teams work for it. `effort` is person-days over all teams, `team_effort` by team; a
    range counts as its middle. `cost` is money, `minimum_score` value per person-week.
    """

    since: Period | None = None
    until: Period | None = None
    effort: Range | None = None
    team_effort: Mapping[str, Range] = field(default_factory=dict)
    cost: Fraction | None = None
    minimum_score: Fraction | None = None

    @property
    def limits(self) -> bool:
        """Whether anything is limited."""
        return bool(self.team_effort) or any(
            each is not None
            for each in (self.until, self.effort, self.cost, self.minimum_score)
        )
