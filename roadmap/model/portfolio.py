"""The portfolio: everything that was read, with defaults for what was not stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar, Period
from roadmap.model.customers import Evidence, Need, Objective, Segment
from roadmap.model.funding import Funding
from roadmap.model.initiative import Initiative, Status
from roadmap.model.periods import FiscalYear, NamedBy
from roadmap.model.published import Published
from roadmap.model.teams import Team

KINDS = ("customer", "commercial", "operational")
STEADINESS = Fraction(1, 100)
"""By what share a plan may cost more to keep published dates, unless stated."""


class Minimise(StrEnum):
    """What a plan minimises: the cost of delay, or the day of the final delivery."""

    COST_OF_DELAY = "cost-of-delay"
    MAKESPAN = "makespan"


class Engine(StrEnum):
    """What makes the plan: the built-in search, or the solver that can prove an optimum."""

    FAST = "fast"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Horizons:
    """How many working days now and next last, the one from `as_of`, the other after it."""

    now: Fraction
    next: Fraction


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the files say, immutable.

    Mappings go from id to value: `initiatives` sorted by id, the others in the order of
    the files. `sections` names the sections that exist; an unknown name is an error only
    in those. `balance` maps `needs` and each kind of objective to a percentage. `settings`
    holds the sections that frameworks and other parts declare, by name. `status_words` maps
    the team's own words, as typed, to statuses. `funding` is None where nothing is limited,
    `published` where nothing was. `steadiness` is by what share a plan may cost more to
    keep published dates; None: they count for nothing.
    """

    initiatives: Mapping[str, Initiative]
    calendar: Calendar
    as_of: date
    teams: Mapping[str, Team]
    title: str = ""
    vision: str = ""
    framework: str = "customer-value"
    segments: Mapping[str, Segment] = field(default_factory=dict)
    journey: tuple[str, ...] = ()
    needs: Mapping[str, Need] = field(default_factory=dict)
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    balance: Mapping[str, Fraction] = field(default_factory=dict)
    fiscal_year_starts: int = 1
    fiscal_year_named_by: NamedBy = NamedBy.START
    sizes: Mapping[str, Range] = field(default_factory=dict)
    minimise: Minimise = Minimise.COST_OF_DELAY
    engine: Engine = Engine.FAST
    horizons: Horizons = Horizons(Fraction(30), Fraction(65))
    currency: str = ""
    link_templates: Mapping[str, str] = field(default_factory=dict)
    status_words: Mapping[str, Status] = field(default_factory=dict)
    funding: Funding | None = None
    published: Published | None = None
    steadiness: Fraction | None = STEADINESS
    settings: Mapping[str, Any] = field(default_factory=dict)
    sections: frozenset[str] = frozenset()
    file: str = "portfolio.yaml"

    @property
    def fiscal_year(self) -> FiscalYear:
        """The year that quarters and halves belong to."""
        return FiscalYear(self.fiscal_year_starts, self.fiscal_year_named_by)

    @property
    def today(self) -> int:
        """The working day of `as_of`, the earliest start of unfinished work."""
        return max(0, self.calendar.day_on_or_after(self.as_of))

    def has_happened(self, when: Period) -> bool:
        """Whether something of that date counts: `as_of` has reached its first day.

        Surveys, actuals and deliveries of a later date count for nothing.
        """
        return when.first <= self.as_of

    def weeks(self, days: Fraction) -> Fraction:
        """Working days as weeks of the portfolio's working week."""
        return days / self.calendar.days_a_week

    def size(self, initiative: Initiative) -> Fraction:
        """The effort left in an initiative, in person-weeks."""
        return self.weeks(initiative.work)

    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """The initiatives that depend on each one; unknown ids are left out."""
        waiting: dict[str, list[str]] = {id: [] for id in self.initiatives}
        for initiative in self.initiatives.values():
            for dependency in dict.fromkeys(initiative.depends_on or ()):
                if dependency in waiting:
                    waiting[dependency].append(initiative.id)
        return {id: tuple(dependents) for id, dependents in waiting.items()}
