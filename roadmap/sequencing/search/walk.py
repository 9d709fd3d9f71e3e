"""A walk over orders, step by step: a drawn move is kept if it loses no more than it may.

Its compiled twin, in `kernel/`, takes the same steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from roadmap.sequencing.search.alike import kinds
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.neighbourhood import Move, drawn
from roadmap.sequencing.search.random_draws import ONE, draw, halved, surprise

PATIENCE = 200
"""A step that loses so many thousandths more than it may on the way is given up."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Steps from `begin` to `end`, in which ever smaller losses are forgiven.

    `forgiven` is about how many thousandths of an initiative's mean cost a step may lose
    at first, `halvings` how often that is halved until the end.
    """

    begin: int
    end: int
    forgiven: int
    halvings: int


class Walk(Protocol):
    """A walk: the best order so far, its price, and the steps taken."""

    steps: int
    least: int

    @property
    def best(self) -> list[int]:
        """The best order so far."""

    def place(self, order: Sequence[int]) -> None:
        """Go on from an order."""

    def walk(self, until: int, leg: Leg, bound: int) -> None:
        """Take steps until so many are taken, or nothing can be better."""


@dataclass(slots=True)
class PlainWalk:
    """A walk in Python.

    `turns` are (draw, number) of the round, the next one at `turn`. `alike` is by number
    the first one that is like it, empty where no two are alike.
    """

    schedule: Schedule
    shift: int = 0
    best: list[int] = field(default_factory=list)
    least: int = 0
    now: int = 0
    steps: int = 0
    rounds: int = 0
    turn: int = 0
    turns: list[tuple[int, int]] = field(default_factory=list)
    seeds: dict[int, int] = field(default_factory=dict)
    alike: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin where the schedule stands."""
        self.seeds = seeds(self.schedule.order, self.shift)
        self.alike = alike(self.schedule)
        self.best, self.least = list(self.schedule.order), self.schedule.total
        self.now = self.least

    def place(self, order: Sequence[int]) -> None:
        """Go on from an order."""
        self.schedule.rebuild(order)
        self.now = self.schedule.total
        self.rounds += self.turn < len(self.turns)
        self.turn = len(self.turns)

    def walk(self, until: int, leg: Leg, bound: int) -> None:
        """Take steps until so many are taken, or nothing can be better."""
        while self.steps < until and self.least > bound:
            if self.turn == len(self.turns):
                self._begin_round()
            chance, number = self.turns[self.turn]
            self.turn += 1
            cooled = ONE * (self.steps - leg.begin) // (leg.end - leg.begin)
            forgiven = halved(leg.forgiven, leg.halvings, cooled)
            self._step(number, draw(chance, self.rounds), forgiven)
            self.rounds += self.turn == len(self.turns)

    def _begin_round(self) -> None:
        """A step with each initiative, in an order of its own."""
        self.schedule.sort()
        self.turns = sorted((draw(self.seeds[i], self.rounds), i) for i in self.seeds)
        self.turn = 0

    def _step(self, number: int, chance: int, forgiven: int) -> None:
        """Try one move with an initiative, drawn from `chance`, and keep it if it may."""
        schedule = self.schedule
        self.steps += 1
        move = drawn(schedule, number, chance & 0xFFFFFFFF)
        if move is None or (self.alike and self._changes_nothing(move)):
            return
        mean = self.least % schedule.late_unit // len(schedule.order)
        allowed = mean * (forgiven * surprise(chance >> 32) // 1000) // ONE
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


def seeds(order: Sequence[int], shift: int) -> dict[int, int]:
    """What the draws of each initiative begin with: its place in the sequence."""
    places = enumerate(sorted(order))
    return {number: draw(place, shift) >> 1 for place, number in places}


def alike(schedule: Schedule) -> dict[int, int]:
    """By number the first one that is like it; empty where no two are alike."""
    numbers = sorted(schedule.order)
    first = kinds(schedule.problem, numbers)
    if len(set(first)) == len(first):
        return {}
    return dict(zip(numbers, first, strict=True))
