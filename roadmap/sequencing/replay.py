"""Replay: what a changed order would cost, by placing again only what it touches.

The people of a crew depend on nothing but the order of the crew's own initiatives and on
when their dependencies end. So after a move only initiatives of a crew that is held
differently, or with a dependency that ends on another day, are placed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from roadmap.sequencing.fitting import Fitter, crews_of, fitters
from roadmap.sequencing.problem import FAR, Problem
from roadmap.sequencing.serial import Timetable

Placed = tuple[int, int, int, Sequence[int], Sequence[int], int]


@dataclass(frozen=True, slots=True)
class Change:
    """A new order from place `low` on, what it saves, and who is placed anew.

    `placed` has number, start, end, what its crews hold before and after it, and price.
    """

    low: int
    window: list[int]
    gain: int
    placed: list[Placed]


@dataclass(slots=True)
class Board:
    """An order of some initiatives, its timetable, and what each found on its turn.

    `late_unit` is the price of a day late, `end_unit` that of a later last end; 0 counts
    none. `placings` counts the work done so far.
    """

    problem: Problem
    fixed: Timetable
    order: list[int]
    late_unit: int
    end_unit: int = 0
    placings: int = 0
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    was: list[Sequence[int]] = field(default_factory=list)
    then: list[Sequence[int]] = field(default_factory=list)
    price: list[int] = field(default_factory=list)
    fits: list[Fitter] = field(default_factory=list)
    teams: list[tuple[int, ...]] = field(default_factory=list)
    crews: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out what is asked for again and again, and place everything."""
        self.fits = fitters(self.problem)
        self.teams = [crews_of(holds) for holds in self.problem.holds]
        self.crews = [sum(1 << crew for crew in teams) for teams in self.teams]
        self.rebuild(self.order)

    @property
    def total(self) -> int:
        """The price of everything on the board."""
        last = max((self.end[each] for each in self.order), default=0)
        finish = max([last, *(self.fixed.end)], default=0)
        return sum(self.price[each] for each in self.order) + self.end_unit * finish

    def rebuild(self, order: Sequence[int]) -> None:
        """Place everything in an order."""
        count, whole = self.problem.count, self.problem
        self.order, busy = list(order), list(self.fixed.busy)
        self.start, self.end = list(self.fixed.start), list(self.fixed.end)
        self.place, self.price = [-1] * count, [0] * count
        self.was, self.then = [()] * count, [()] * count
        for place, each in enumerate(self.order):
            self.place[each] = place
            states = [busy[crew] for crew in self.teams[each]]
            ready = max([whole.earliest[each], *(self.end[d] for d in whole.before[each])])
            start, end, after = self.fits[each](ready, states)
            for crew, held in zip(self.teams[each], after, strict=True):
                busy[crew] = held
            self.start[each], self.end[each] = start, end
            self.was[each], self.then[each] = states, after
            self.price[each] = self.priced(each, self.end)
        self.placings += len(self.order)

    def table(self) -> Timetable:
        """The timetable of the order."""
        busy = list(self.fixed.busy)
        for each in self.order:
            for crew, held in zip(self.teams[each], self.then[each], strict=True):
                busy[crew] = held
        return Timetable(self.problem, busy, list(self.start), list(self.end))

    def priced(self, number: int, end: Sequence[int]) -> int:
        """What an end costs: value × days, again beyond a deadline, and days late."""
        whole = self.problem
        price = whole.weight[number] * (end[number] - whole.today)
        due = whole.due[number]
        if due < FAR and (last := self.last(number, end)) > due:
            unit = whole.weight[number] + self.late_unit * whole.must[number]
            price += unit * (last - due)
        return price

    def last(self, number: int, end: Sequence[int]) -> int:
        """The last day: a milestone's is the day before if a dependency ends there."""
        day = end[number]
        if self.teams[number]:
            return day - 1
        needed = self.problem.before[number]
        return day - any(end[one] == day and self.last(one, end) < day for one in needed)

    def change(
        self, low: int, window: list[int], moved: int, patience: int
    ) -> Change | None:
        """What a new order of some places changes; `moved` crews have another order.

        None as soon as it has lost more than `patience` on the way: hardly any move that
        does is good in the end.
        """
        whole, teams, crews = self.problem, self.teams, self.crews
        before, after, earliest = whole.before, whole.after, whole.earliest
        was, place, fits = self.was, self.place, self.fits
        high, dirty, far, gain = low + len(window), moved, -1, 0
        end, hot = self.end[:], bytearray(whole.count)
        state = self._states(low, moved)
        placed: list[Placed] = []
        for inside in (True, False):
            for each in window if inside else self.order[high:]:
                touched = hot[each]
                if not (touched or crews[each] & dirty):
                    if not dirty and not inside and place[each] >= far:
                        break
                    continue
                states = was[each]
                if crews[each] & dirty:
                    states = list(states)
                    for number, crew in enumerate(teams[each]):
                        if dirty >> crew & 1:
                            if state[crew] != states[number] or (
                                inside and moved >> crew & 1
                            ):
                                states[number] = state[crew]
                                touched = 1
                            else:
                                dirty ^= 1 << crew
                    if not touched:
                        continue
                ready = earliest[each]
                for one in before[each]:
                    if end[one] > ready:
                        ready = end[one]
                start, until, held = fits[each](ready, states)
                self.placings += 1
                if start != self.start[each] or states is not was[each]:
                    for number, crew in enumerate(teams[each]):
                        state[crew] = held[number]
                    dirty |= crews[each]
                if until != end[each]:
                    end[each] = until
                    for later in after[each]:
                        hot[later] = 1
                        if place[later] > far:
                            far = place[later]
                price = self.priced(each, end)
                gain += self.price[each] - price
                if gain < -patience:
                    return None
                placed.append((each, start, until, states, held, price))
        if self.end_unit:
            gain += self.end_unit * (max(self.end) - max(end))
        return Change(low, window, gain, placed)

    def accept(self, change: Change) -> None:
        """Make a change."""
        high = change.low + len(change.window)
        self.order[change.low : high] = change.window
        for place, each in enumerate(change.window, change.low):
            self.place[each] = place
        for each, start, end, states, held, price in change.placed:
            self.start[each], self.end[each], self.price[each] = start, end, price
            self.was[each], self.then[each] = states, held

    def _states(self, low: int, moved: int) -> dict[int, int]:
        """What is held before a place, in the crews with another order."""
        state: dict[int, int] = {}
        left, place = moved, low
        while left:
            each = self.order[place]
            if self.crews[each] & left:
                for crew, held in zip(self.teams[each], self.was[each], strict=True):
                    if left >> crew & 1:
                        state[crew] = held
                        left ^= 1 << crew
            place += 1
        return state
