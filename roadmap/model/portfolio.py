"""The portfolio: everything that was read, with what was assumed where nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar
from roadmap.model.customers import Evidence, Need, Objective, Segment
from roadmap.model.initiative import Initiative
from roadmap.model.teams import Team

KINDS = ("customer", "commercial", "operational")


class Minimise(StrEnum):
    """What a plan makes small: how long value waits, or the day on which all is done."""

    COST_OF_DELAY = "cost-of-delay"
    MAKESPAN = "makespan"


class Engine(StrEnum):
    """What plans: the search that is always there, or the one that proves what it can."""

    FAST = "fast"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Horizons:
    """How many working days from `as_of` now and next reach, each as stated."""

    now: Fraction
    next: Fraction


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The frozen whole.

    Mappings go from id to value, in the order of the files for `teams`, `journey` and
    the sections of portfolio.yaml, by id for `initiatives`. `sections` names the sections
    that exist: only in those is an unknown name an error. `balance` maps `needs` and
    each kind of objective to a percentage. `settings` holds what frameworks and other
    parts declared for portfolio.yaml, by their name.
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
    sizes: Mapping[str, Range] = field(default_factory=dict)
    minimise: Minimise = Minimise.COST_OF_DELAY
    engine: Engine = Engine.FAST
    horizons: Horizons = Horizons(Fraction(30), Fraction(65))
    currency: str = ""
    link_templates: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    sections: frozenset[str] = frozenset()
    file: str = "portfolio.yaml"

    @property
    def today(self) -> int:
        """The working day of `as_of`: unfinished work starts on it at the earliest."""
        return max(0, self.calendar.day_on_or_after(self.as_of))

    def weeks(self, days: Fraction) -> Fraction:
        """Working days as weeks of the portfolio's working week."""
        return days / self.calendar.days_a_week

    def size(self, initiative: Initiative) -> Fraction:
        """Person-weeks of work left in an initiative."""
        return self.weeks(initiative.work)

    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """Who waits for each initiative, by id; only known ids appear."""
        found: dict[str, list[str]] = {id: [] for id in self.initiatives}
        for initiative in self.initiatives.values():
            for wanted in dict.fromkeys(initiative.depends_on or ()):
                if wanted in found:
                    found[wanted].append(initiative.id)
        return {id: tuple(waiting) for id, waiting in found.items()}
