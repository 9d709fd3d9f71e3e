"""A check: a rule, and the portfolio it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from roadmap.checks.allowances import Allowances
from roadmap.checks.forecast import (
    Forecast,
    at_the_high_end,
    chances,
    drawn,
    ends_of,
    forecast,
    scheduled,
    without_pins,
)
from roadmap.checks.limit import Limit
from roadmap.checks.settings import SETTLED, Settings
from roadmap.checks.unused import Unused, unused
from roadmap.diagnostics import Diagnostic, Place, Rule, Step
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.reading.faults import UNKNOWN_KEY
from roadmap.reading.near import Names
from roadmap.reading.read import Read
from roadmap.scoring.framework import Framework, Score

if TYPE_CHECKING:
    from roadmap.sequencing.results import Plan, RankedSequence
    from roadmap.simulation.drawn import Drawn
    from roadmap.simulation.results import PlanForecast

SHELVED = (Status.IDEA, Status.DELIVERED, Status.DROPPED)
"""Statuses whose initiatives rules about content skip."""
COMMITTED = (Status.COMMITTED, Status.IN_PROGRESS)
SERVING = (Status.PROPOSED, *COMMITTED)
"""Statuses of planned initiatives, which may address needs."""
Needs = Literal["files", "portfolio", "scores", "plan"]


@dataclass(frozen=True)
class Subject:
    """A portfolio as it was read, with what several rules need, each worked out once.

    `settings` are those of the portfolio and the command line, `allowances` the comments in
    the files.
    """

    read: Read
    settings: Settings = SETTLED
    allowances: Allowances = field(default_factory=Allowances)

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio that was read."""
        return self.read.portfolio

    @cached_property
    def judged(self) -> tuple[Initiative, ...]:
        """The initiatives that rules judge: no ideas, nothing delivered or dropped."""
        every = self.portfolio.initiatives.values()
        return tuple(initiative for initiative in every if initiative.status not in SHELVED)

    @cached_property
    def committed(self) -> tuple[Initiative, ...]:
        """The initiatives that are committed or in progress."""
        return tuple(
            initiative for initiative in self.judged if initiative.status in COMMITTED
        )

    @cached_property
    def serving(self) -> tuple[Initiative, ...]:
        """The initiatives that are planned: no ideas, nothing paused."""
        return tuple(
            initiative for initiative in self.judged if initiative.status in SERVING
        )

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """The initiatives that depend on each one, by id."""
        return self.portfolio.dependents()

    @cached_property
    def framework(self) -> Framework | None:
        """The portfolio's framework; None where it is unknown."""
        from roadmap.scoring.catalogue import frameworks

        return frameworks().get(self.portfolio.framework)

    def score(self, initiative: Initiative) -> Score | None:
        """The stand-alone score of an initiative; None without a framework."""
        if initiative.id not in self._scored and self.framework:
            score = self.framework.score(self.portfolio, initiative)
            self._scored[initiative.id] = score
        return self._scored.get(initiative.id)

    @cached_property
    def _scored(self) -> dict[str, Score]:
        return {}

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """The scores of all; empty without a framework."""
        every = self.portfolio.initiatives.values()
        found = ((initiative.id, self.score(initiative)) for initiative in every)
        return {id: score for id, score in found if score is not None}

    @cached_property
    def forecast(self) -> Forecast:
        """The forecast with every range at its middle."""
        return ends_of(self._scheduled)

    @cached_property
    def chances(self) -> PlanForecast | None:
        """Ranges and chances; None where nobody said how uncertain work is."""
        return chances(self.drawn, self._scheduled)

    @cached_property
    def drawn(self) -> Drawn | None:
        """The draws of the plan; None where nobody said how uncertain work is."""
        return drawn(self.portfolio, self.scores, self._scheduled)

    @cached_property
    def _scheduled(self) -> tuple[RankedSequence, Plan] | None:
        return scheduled(self.portfolio, self.scores)

    @cached_property
    def high_forecast(self) -> Forecast:
        """The forecast with every range at its high end."""
        return forecast(at_the_high_end(self.portfolio), self.scores)

    @cached_property
    def free_forecast(self) -> Forecast:
        """The forecast with nothing pinned."""
        return forecast(without_pins(self.portfolio), self.scores)

    def limit(self, limit: Limit) -> Fraction:
        """A limit as it is set, or its default."""
        return self.settings.limit(limit)

    def allows(self, rule: Rule, place: Place) -> bool:
        """Whether a comment allows a rule's finding at a place.

        For rules that gather many places in one finding; others need not ask.
        """
        return self.allowances.cover(rule, place)

    @property
    def home(self) -> Place | None:
        """The portfolio's own file; None where there is none."""
        file = self.portfolio.file
        return Place(file) if file in self.read.files else None

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """The names in each section; `initiatives` is always one of them."""
        portfolio = self.portfolio
        known = {name: Names(getattr(portfolio, name)) for name in portfolio.sections}
        return known | {"initiatives": Names(portfolio.initiatives)}

    def lacks(self, section: str, name: str) -> bool:
        """Whether a section exists, was read, and does not list a name."""
        names = self.names.get(section)
        return names is not None and name not in names.known

    def left_out(self, id: str, file: str) -> bool:
        """Whether something that was left out may have been the initiative `id`.

        `file` refers to it: it counts only if it mentions the id once more.
        """
        if "initiatives" not in self.read.unread:
            return False
        return self._unused.holds(id, file)

    @cached_property
    def _unused(self) -> Unused:
        return unused(self.read)

    def doubted(self, place: Place, *keys: str) -> bool:
        """Whether reading has reported a fault at a place, or in one of its keys.

        An unknown key next to them counts too: it may be a misspelling.
        """
        if any((place / key) in self._faulty for key in keys):
            return True
        return place in self._strange or place in self._faults

    def unusable(self, place: Place) -> bool:
        """Whether reading has reported a fault in a value, or in something inside it."""
        return place in self._faulty

    @cached_property
    def _faulty(self) -> frozenset[Place]:
        """Every place at or above a fault that reading reported."""
        return frozenset(above for place in self._faults for above in _upwards(place))

    @cached_property
    def _strange(self) -> frozenset[Place]:
        """The mappings with an unknown key."""
        found = (d.place for d in self.read.diagnostics if d.rule is UNKNOWN_KEY)
        return frozenset(_at(place, place.route[:-1]) for place in found if place)

    @cached_property
    def _faults(self) -> frozenset[Place]:
        found = (d.place for d in self.read.diagnostics if d.place)
        return frozenset(_at(place, place.route) for place in found)


def _upwards(place: Place) -> Iterator[Place]:
    for length in range(1, len(place.route) + 1):
        yield _at(place, place.route[:length])


def _at(place: Place, route: tuple[Step, ...]) -> Place:
    return Place(place.file, route, place.document)


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that finds its faults.

    `needs` is what it looks at, the most expensive last: files, portfolio, scores, plan.
    `limits` are its thresholds. A `last` one runs after the others, and looks at what they
    found. `bars`: its findings keep work out of the schedule.
    """

    rule: Rule
    find: Callable[[Subject], Iterator[Diagnostic]]
    needs: Needs = "portfolio"
    limits: tuple[Limit, ...] = ()
    last: bool = False
    bars: bool = False

    def runs(self, settings: Settings) -> bool:
        """Whether it runs under these settings."""
        return settings.counts(self.rule) and (settings.plan or self.needs != "plan")
