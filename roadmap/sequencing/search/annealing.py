"""Simulated annealing over orders.

S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", 1983.
Every step is drawn from a hash of the id concerned, and steps are counted, not timed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.sequencing.search.alike import kinds
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.neighbourhood import Move, drawn
from roadmap.sequencing.search.random_draws import ONE, draw, halved, seed, surprise

LEGS = ((40, 800, 7), (20, 400, 5), (20, 400, 5), (20, 400, 5))
"""Each leg begins with the best so far: its share of the budget in hundredths, about how
many thousandths of an initiative's mean cost a step may lose at first, and how often that
is halved until its end."""
PATIENCE = 200
"""A step that loses so many thousandths more than it may on the way is given up."""


@dataclass(slots=True)
class Annealing:
    """The best order so far and its cost, and the cost `now`; at `bound` it is over.

    `budget` is in placings, all of the schedule's counted. `progress` hears shares of 1.
    `seeds` are what the draws of each initiative begin with; `alike` is by number the
    first one that is like it, empty where no two are alike.
    """

    schedule: Schedule
    budget: int
    bound: int = 0
    progress: Callable[[float], None] | None = None
    best: list[int] = field(default_factory=list)
    least: int = 0
    now: int = 0
    steps: int = 0
    rounds: int = 0
    seeds: dict[int, int] = field(default_factory=dict)
    alike: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin where the schedule stands."""
        schedule = self.schedule
        self.seeds = {i: seed(schedule.problem.ids[i]) for i in schedule.order}
        first = kinds(schedule.problem, numbers := sorted(schedule.order))
        if len(set(first)) < len(first):
            self.alike = dict(zip(numbers, first, strict=True))
        self.best, self.least = list(schedule.order), schedule.total
        self.now = self.least

    @property
    def done(self) -> int:
        """How much of `ONE` is spent of the budget; half a placing for each step."""
        if self.least <= self.bound:
            return ONE
        return (2 * self.schedule.placings + self.steps) * ONE // (2 * self.budget)

    def run(self) -> None:
        """Walk leg by leg until the budget is spent."""
        begin = spent = 0
        for share, forgiven, halvings in LEGS:
            spent += share
            end = ONE * spent // 100
            self.schedule.rebuild(self.best)
            self.now = self.least
            while self.done < end:
                self.round(begin, end, forgiven, halvings)
            begin = end

    def round(self, begin: int, end: int, forgiven: int, halvings: int) -> None:
        """A step with each initiative, in an order of its own."""
        self.schedule.sort()
        draws = {i: draw(self.seeds[i], self.rounds) for i in self.seeds}
        for number in sorted(draws, key=lambda i: (draws[i], i)):
            done = self.done
            if self.steps % 256 == 0 and self.progress:
                self.progress(min(1.0, done / ONE))
            if done >= end:
                break
            cooled = ONE * max(0, done - begin) // (end - begin)
            chance = draw(draws[number], self.rounds)
            self.step(number, chance, halved(forgiven, halvings, cooled))
        self.rounds += 1

    def step(self, number: int, chance: int, forgiven: int) -> None:
        """Try one move with an initiative, drawn from `chance`, and keep it if it may."""
        schedule = self.schedule
        self.steps += 1
        move = drawn(schedule, number, chance & 0xFFFFFFFF)
        if move is None or (self.alike and self._changes_nothing(move)):
            return
        mean = self.least % schedule.late_unit // len(schedule.order)
        allowed = mean * forgiven * surprise(chance >> 32) // (1000 * ONE)
        patience = allowed + mean * PATIENCE // 1000
        change = schedule.change(move.low, move.window, move.crews, patience)
        if change is not None and change.gain >= -allowed:
            schedule.accept(change)
            self.now -= change.gain
            if self.now < self.least:
                self.least, self.best = self.now, list(schedule.order)

    def _changes_nothing(self, move: Move) -> bool:
        """Whether a move only changes places between initiatives that are alike."""
        order, alike = self.schedule.order, self.alike
        return all(
            alike[one] == alike[order[place]]
            for place, one in enumerate(move.window, move.low)
        )
