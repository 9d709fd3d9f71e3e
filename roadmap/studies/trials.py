"""Trials: plan the old portfolio with some of the changes, each set once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.studies.apply_changes import Between
from roadmap.studies.outlook import Outlook, OutlookOptions, outlook
from roadmap.studies.shifts import day_in

MOST = 30
"""Changes that are tried one at a time."""
FEW, SMALL = 3, 100
"""Further plans, for pairs, in a portfolio of at most so many initiatives."""

ChangeGroup = frozenset[int]
"""The numbers of changes that are tried together."""


@dataclass(slots=True)
class Trials:
    """The outlooks between two, by the changes that they hold.

    Each change that could move anything is tried alone, up to a cap; those beyond it are
    tried together, as one.
    """

    between: Between
    options: OutlookOptions
    old: Outlook
    new: Outlook
    advance: Callable[[int], None]
    known: dict[ChangeGroup, Outlook] = field(default_factory=dict)
    made: int = 0

    @property
    def live(self) -> tuple[int, ...]:
        """The numbers of the changes that could move anything."""
        every = enumerate(self.between.changes)
        return tuple(number for number, change in every if not change.inert)

    @property
    def units(self) -> tuple[ChangeGroup, ...]:
        """What is tried: each change alone, and beyond the cap all others as one."""
        live = self.live
        alone = live if len(live) <= MOST else live[: MOST - 1]
        rest = frozenset(live[len(alone) :])
        return (*(frozenset([number]) for number in alone), *((rest,) if rest else ()))

    def affordable(self, unit: ChangeGroup) -> bool:
        """Whether the outlook with these changes is known, or may still be made."""
        known = not unit or unit in self.known or len(unit) == len(self.live)
        return known or self.made < self._most

    @property
    def _most(self) -> int:
        """Plans that may be made: one a unit; pairs take those that no unit needed."""
        small = len(self.new.portfolio.initiatives) <= SMALL
        return len(self.units) + (FEW if small else 0)

    def outcome(self, unit: ChangeGroup) -> Outlook:
        """The outlook of the old portfolio with these live changes."""
        if not unit:
            return self.old
        if len(unit) == len(self.live):
            return self.new
        if unit not in self.known:
            trial = self.between.applied(unit)
            made = outlook(trial, self.options, self.old, tight=False)
            self.known[unit] = made
            self.made += made.plan is not self.old.plan
            self.advance(1)
        return self.known[unit]

    def days(self, unit: ChangeGroup, id: str) -> tuple[int | None, int | None]:
        """When an initiative starts and has ended, in days of the new calendar."""
        made = self.outcome(unit)
        old, new = made.portfolio, self.new.portfolio
        return day_in(new, old, made.start(id)), day_in(new, old, made.end(id))
