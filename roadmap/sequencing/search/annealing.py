"""Simulated annealing over orders, in legs that each begin with the best so far.

S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", 1983.
Steps are counted, not timed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.sequencing.search.compiled_walk import long_walk
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.walk import Leg

LEGS = ((40, 800, 7), (20, 400, 5), (20, 400, 5), (20, 400, 5))
"""Of each leg its share of the steps in hundredths, what is forgiven, and the halvings."""
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
        """Walk leg by leg until the steps are taken."""
        walk, begin, spent = long_walk(self.schedule, self.shift), 0, 0
        for share, forgiven, halvings in LEGS:
            spent += share
            leg = Leg(begin, self.steps * spent // 100, forgiven, halvings)
            walk.place(self.best)
            while walk.steps < leg.end and self.least > self.bound:
                walk.walk(min(leg.end, walk.steps + CHUNK), leg, self.bound)
                self.best, self.least = walk.best, walk.least
                if self.progress:
                    self.progress(walk.steps / self.steps)
            begin = leg.end
