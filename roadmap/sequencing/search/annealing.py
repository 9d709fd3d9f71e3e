"""Simulated annealing over orders: two walks, in legs that each begin with the walk's best.

S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", 1983.
Steps are counted, not timed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.sequencing.search.compiled_walk import long_walk
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.walk import Leg

WALKS = 2
"""Walks from the same order, of which the better one counts; one alone is stuck sooner."""
LEGS = ((19, 800, 7), *(9 * [(9, 400, 5)]))
"""Of each leg its share of a walk in hundredths, what is forgiven, and the halvings."""
CHUNK = 512
"""Steps between two reports of progress."""


@dataclass(slots=True)
class Annealing:
    """The best order so far and its price; at `bound` all is over.

    `steps` may be taken, from where the schedule stands. `progress` hears shares of 1.
    Another `shift` gives other draws.
    """

    schedule: Schedule
    steps: int
    bound: int = 0
    progress: Callable[[float], None] | None = None
    shift: int = 0
    best: list[int] = field(default_factory=list)
    least: int = 0

    def __post_init__(self) -> None:
        """Begin where the schedule stands."""
        self.best, self.least = list(self.schedule.order), self.schedule.total

    def run(self) -> None:
        """Take the walks one after the other."""
        first = list(self.best)
        for number in range(WALKS):
            if self.least > self.bound:
                self._walk(first, number)

    def _walk(self, first: list[int], number: int) -> None:
        """Walk leg by leg from the first order until the walk's steps are taken."""
        self.schedule.rebuild(first)
        walk = long_walk(self.schedule, self.shift * WALKS + number)
        steps, begin, spent, order = self.steps // WALKS, 0, 0, first
        for share, forgiven, halvings in LEGS:
            spent += share
            leg = Leg(begin, steps * spent // 100, forgiven, halvings)
            walk.place(order)
            while walk.steps < leg.end and self.least > self.bound:
                walk.walk(min(leg.end, walk.steps + CHUNK), leg, self.bound)
                if walk.least < self.least:
                    self.best, self.least = walk.best, walk.least
                if self.progress:
                    self.progress((number + walk.steps / steps) / WALKS)
            begin, order = leg.end, walk.best
