"""A walk over orders that forgives small losses, less and less: simulated annealing.

S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", 1983.
Every step is drawn from a hash of the id concerned, and steps are counted, not timed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp, log

from roadmap.sequencing.draws import draw, seed
from roadmap.sequencing.moves import moved, within
from roadmap.sequencing.replay import Board

FORGIVEN = 0.3
"""At first a step may lose about this share of the mean cost of an initiative."""
COOLED = 0.02
"""At last it may lose this share of what it might at first."""
PATIENCE = 0.3
"""A step that has lost this share of the mean cost on the way is given up."""


@dataclass(slots=True)
class Walk:
    """The best order so far, and where the walk stands; at `bound` it is over."""

    board: Board
    budget: int
    bound: int = 0
    progress: Callable[[float], None] | None = None
    best: list[int] = field(default_factory=list)
    least: int = 0
    now: int = 0
    steps: int = 0
    seeds: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin where the board stands."""
        board = self.board
        self.seeds = {each: seed(board.problem.ids[each]) for each in board.order}
        self.best, self.least = list(board.order), board.total
        self.now = self.least

    @property
    def done(self) -> float:
        """The share of the budget that is spent; half a placing for each step."""
        if self.least <= self.bound:
            return 1.0
        return (self.board.placings + self.steps / 2) / self.budget

    def go(self) -> None:
        """Walk until the budget is spent: in each round a step with each initiative."""
        rounds = 0
        while self.done < 1:
            draws = {each: draw(self.seeds[each], rounds) for each in self.seeds}
            for each in sorted(draws, key=lambda each: (draws[each], each)):
                if self.steps % 256 == 0 and self.progress:
                    self.progress(min(1.0, self.done))
                if self.done >= 1:
                    break
                self.step(each, draw(draws[each], rounds))
            rounds += 1

    def step(self, number: int, chance: int) -> None:
        """Try one move with an initiative, drawn from `chance`, and keep it if it may."""
        board, count = self.board, len(self.board.order)
        self.steps += 1
        reach = int(exp((chance & 0xFFFF) / 0x10000 * log(count)))
        place = board.place[number] + (reach if chance & 0x10000 else -reach)
        if chance & 0x20000:
            place = within(board, number, place)
        place = max(0, min(count - 1, place))
        move = moved(board, number, place)
        if move is None:
            return
        mean = self.mean
        allowed = mean * FORGIVEN * COOLED ** min(1.0, self.done)
        allowed *= -log(((chance >> 32) + 1) / 0x100000000)
        change = board.change(move.low, move.window, move.crews, int(mean * PATIENCE))
        if change is not None and change.gain >= -allowed:
            board.accept(change)
            self.now -= change.gain
            if self.now < self.least:
                self.least, self.best = self.now, list(board.order)

    @property
    def mean(self) -> float:
        """The cost of an initiative on average, lateness and the last end aside."""
        unit = self.board.late_unit
        return self.least % unit / len(self.board.order)
