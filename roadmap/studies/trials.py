"""Trials: what comes of the old portfolio with some of the edits, each tried once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.studies.apply_changes import Between
from roadmap.studies.moves import day_in
from roadmap.studies.outlook import Manner, Outlook, outlook

MOST = 30
"""Edits that are tried one at a time."""
FEW, SMALL = 3, 100
"""Further plans, for pairs, in a portfolio of at most so many initiatives."""


@dataclass(slots=True)
class Trials:
    """The outlooks between two, by the edits that they hold.

    `live` are the numbers of the edits that could move anything, `tried` those of them
    that are tried alone; the others ride along together, as one.
    """

    between: Between
    manner: Manner
    old: Outlook
    new: Outlook
    told: Callable[[int], None]
    done: dict[frozenset[int], Outlook] = field(default_factory=dict)
    made: int = 0

    @property
    def live(self) -> tuple[int, ...]:
        """The edits that could move anything."""
        every = enumerate(self.between.edits)
        return tuple(number for number, edit in every if not edit.inert)

    @property
    def units(self) -> tuple[frozenset[int], ...]:
        """What is tried: each edit alone, and beyond the cap all others as one."""
        live = self.live
        alone = live if len(live) <= MOST else live[: MOST - 1]
        rest = frozenset(live[len(alone) :])
        return (*(frozenset([number]) for number in alone), *((rest,) if rest else ()))

    def affordable(self, kept: frozenset[int]) -> bool:
        """Whether a mixture is known, or may still be tried."""
        known = not kept or kept in self.done or len(kept) == len(self.live)
        return known or self.made < self._most

    @property
    def _most(self) -> int:
        """Plans that may be made: one a unit; pairs take those that no unit needed."""
        small = len(self.new.portfolio.initiatives) <= SMALL
        return len(self.units) + (FEW if small else 0)

    def having(self, kept: frozenset[int]) -> Outlook:
        """The old portfolio with these live edits, planned."""
        if not kept:
            return self.old
        if len(kept) == len(self.live):
            return self.new
        if kept not in self.done:
            found = outlook(self.between.having(kept), self.manner, self.old)
            self.done[kept] = found
            self.made += found.plan is not self.old.plan
            self.told(1)
        return self.done[kept]

    def stay(self, kept: frozenset[int], id: str) -> tuple[int | None, int | None]:
        """When an initiative starts and has ended, in days of the new calendar."""
        found = self.having(kept)
        old, new = found.portfolio, self.new.portfolio
        return day_in(new, old, found.start(id)), day_in(new, old, found.end(id))
