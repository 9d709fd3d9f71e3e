"""What a rule is, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from roadmap.checks.allowances import Allowances
from roadmap.checks.forecast import Forecast, at_the_high_end, forecast, without_pins
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

SHELVED = (Status.IDEA, Status.DELIVERED, Status.DROPPED)
"""Statuses whose initiatives no rule about content judges."""
COMMITTED = (Status.COMMITTED, Status.IN_PROGRESS)
SERVING = (Status.PROPOSED, *COMMITTED)
"""Statuses of what is planned, so that customers may count on it."""
Needs = Literal["files", "portfolio", "scores", "plan"]


@dataclass(frozen=True)
class Subject:
    """What was read, with what several rules ask of it, each worked out once.

    `settings` are what the portfolio and the command line ask of rules, `allowances` what
    comments in the files let pass.
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
        """The initiatives whose content matters now: no ideas, nothing over and done."""
        every = self.portfolio.initiatives.values()
        return tuple(each for each in every if each.status not in SHELVED)

    @cached_property
    def committed(self) -> tuple[Initiative, ...]:
        """The initiatives that somebody counts on: committed or in progress."""
        return tuple(each for each in self.judged if each.status in COMMITTED)

    @cached_property
    def serving(self) -> tuple[Initiative, ...]:
        """The initiatives that are planned: no ideas, nothing paused."""
        return tuple(each for each in self.judged if each.status in SERVING)

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """Who waits for each initiative."""
        return self.portfolio.dependents()

    @cached_property
    def framework(self) -> Framework | None:
        """The portfolio's framework; None where there is none of its name."""
        from roadmap.scoring.catalogue import frameworks

        return frameworks().get(self.portfolio.framework)

    def score(self, initiative: Initiative) -> Score | None:
        """What an initiative is worth alone; None without a framework."""
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
        found = ((each.id, self.score(each)) for each in every)
        return {id: score for id, score in found if score is not None}

    @cached_property
    def forecast(self) -> Forecast:
        """What the plan forecasts, every range taken at its middle."""
        return forecast(self.portfolio, self.scores)

    @cached_property
    def high_forecast(self) -> Forecast:
        """What the plan forecasts when all work is as much as its range allows."""
        return forecast(at_the_high_end(self.portfolio), self.scores)

    @cached_property
    def free_forecast(self) -> Forecast:
        """What the plan would forecast if nothing were pinned."""
        return forecast(without_pins(self.portfolio), self.scores)

    def limit(self, limit: Limit) -> Fraction:
        """A threshold as it is set, else as it usually is."""
        return self.settings.limit(limit)

    def allows(self, rule: Rule, place: Place) -> bool:
        """Whether a comment lets a rule pass at a place.

        For rules that gather many places in one finding; else this is seen to later.
        """
        return self.allowances.cover(rule, place)

    @property
    def home(self) -> Place | None:
        """The portfolio's own file; None where there is none."""
        file = self.portfolio.file
        return Place(file) if file in self.read.files else None

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """What may be named, by section; `initiatives` are always there."""
        portfolio = self.portfolio
        known = {name: Names(getattr(portfolio, name)) for name in portfolio.sections}
        return known | {"initiatives": Names(portfolio.initiatives)}

    def lacks(self, section: str, name: str) -> bool:
        """Whether a section exists, was read, and does not have a name."""
        names = self.names.get(section)
        return names is not None and name not in names.known

    def left_out(self, id: str, file: str) -> bool:
        """Whether something that was left out may have been the initiative `id`.

        `file` names it too: it counts as a place of its own only if it says it again.
        """
        if "initiatives" not in self.read.unread:
            return False
        return self._unused.holds(id, file)

    @cached_property
    def _unused(self) -> Unused:
        return unused(self.read)

    def doubted(self, place: Place, *keys: str) -> bool:
        """Whether reading already found fault with a place, or with one of its keys.

        An unknown key beside them is such a fault too: it may be a misspelling.
        """
        if any((place / key) in self._faulty for key in keys):
            return True
        return place in self._strange or place in self._faults

    def unusable(self, place: Place) -> bool:
        """Whether reading already found fault with a value, or with something in it."""
        return place in self._faulty

    @cached_property
    def _faulty(self) -> frozenset[Place]:
        """Every place at or above a fault of reading."""
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
    """A rule with the way to find its faults.

    `needs` is what it looks at, the dearest last: files, portfolio, scores, plan.
    `limits` are its thresholds. The `last` ones look at what the others found. `bars`: what
    it finds keeps work out of the plan.
    """

    rule: Rule
    find: Callable[[Subject], Iterator[Diagnostic]]
    needs: Needs = "portfolio"
    limits: tuple[Limit, ...] = ()
    last: bool = False
    bars: bool = False

    def runs(self, settings: Settings) -> bool:
        """Whether settings ask for it."""
        return settings.counts(self.rule) and (settings.plan or self.needs != "plan")
