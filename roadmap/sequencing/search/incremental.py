"""Replay: what a changed order would cost, by placing again only what it touches.

The people of a crew depend on nothing but the order of the crew's own initiatives and on
when their dependencies end. So after a move only initiatives of a crew that is held
differently, or with a dependency that ends on another day, are placed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from roadmap.sequencing.schedule.first_fit import Fitter, crews_of, fitters
from roadmap.sequencing.schedule.objective import floors
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable

Placed = tuple[int, int, int, int, Sequence[int], Sequence[int], int]


@dataclass(frozen=True, slots=True)
class Change:
    """A new order from place `low` on, what it saves, and who is placed anew.

    `placed` has number, ready day, start, end, what its crews hold before and after it,
    and price.
    """

    low: int
    window: list[int]
    gain: int
    placed: list[Placed]


@dataclass(slots=True)
class Board:
    """An order of some initiatives, its timetable, and what each found on its turn.

    `late_unit` is the price of a day late, `end_unit` that of a later last end; 0 counts
    none. `placings` counts the work done so far. `lone` is the crew of who has but one,
    else -1; `floors` is a day before which each is not over.
    """

    problem: Problem
    fixed: Timetable
    order: list[int]
    late_unit: int
    end_unit: int = 0
    placings: int = 0
    ready: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    was: list[Sequence[int]] = field(default_factory=list)
    then: list[Sequence[int]] = field(default_factory=list)
    price: list[int] = field(default_factory=list)
    fits: list[Fitter] = field(default_factory=list)
    teams: list[tuple[int, ...]] = field(default_factory=list)
    crews: list[int] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out what is asked for again and again, and place everything."""
        self.fits = fitters(self.problem)
        self.teams = [crews_of(holds) for holds in self.problem.holds]
        self.crews = [sum(1 << crew for crew in teams) for teams in self.teams]
        self.lone = [teams[0] if len(teams) == 1 else -1 for teams in self.teams]
        self.floors = floors(self.problem)
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
        self.place, self.price, self.ready = [-1] * count, [0] * count, [0] * count
        self.was, self.then = [()] * count, [()] * count
        for place, each in enumerate(self.order):
            self.place[each] = place
            states = [busy[crew] for crew in self.teams[each]]
            ready = max([whole.earliest[each], *(self.end[d] for d in whole.before[each])])
            start, end, after = self.fits[each](ready, states)
            for crew, held in zip(self.teams[each], after, strict=True):
                busy[crew] = held
            self.ready[each], self.start[each], self.end[each] = ready, start, end
            self.was[each], self.then[each] = states, after
            self.price[each] = self.priced(each, self.end)
        self.placings += len(self.order)

    def sort(self) -> None:
        """Put the order by start; the schedule stays the same."""
        start, end, place = self.start, self.end, self.place
        self.rebuild(sorted(self.order, key=lambda one: (start[one], end[one], place[one])))

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
        if due < FAR and (over := max(end[number] - 1, self.floors[number])) > due:
            unit = whole.weight[number] + self.late_unit * whole.must[number]
            price += unit * (over - due)
        return price

    def change(
        self, low: int, window: list[int], moved: int, patience: int
    ) -> Change | None:
        """What a new order of some places changes; `moved` crews have another order.

        None as soon as it has lost more than `patience` on the way: hardly any move that
        does is good in the end.
        """
        whole, crews, lone, teams = self.problem, self.crews, self.lone, self.teams
        before, after, earliest = whole.before, whole.after, whole.earliest
        was, then, place, fits = self.was, self.then, self.place, self.fits
        due, prices, weight = whole.due, self.price, whole.weight
        high, dirty, far, gain, placings = low + len(window), moved, -1, 0, 0
        end, hot = self.end[:], bytearray(whole.count)
        state = self._states(low, moved)
        placed: list[Placed] = []
        for unlike, rest in ((moved, window), (0, self.order[high:])):
            for each in rest:
                mine, states = crews[each] & dirty, was[each]
                if mine:
                    crew = lone[each]
                    if crew >= 0:
                        same = state[crew] == states[0]
                        if not same:
                            states = (state[crew],)
                        elif not mine & unlike:
                            dirty ^= mine
                    else:
                        same, states = True, list(states)
                        for number, crew in enumerate(teams[each]):
                            if dirty >> crew & 1:
                                if state[crew] != states[number]:
                                    states[number], same = state[crew], False
                                elif not unlike >> crew & 1:
                                    dirty ^= 1 << crew
                    if same and not hot[each]:
                        for number, crew in enumerate(teams[each]):
                            state[crew] = then[each][number]
                        continue
                elif not hot[each]:
                    if dirty or unlike or place[each] < far:
                        continue
                    break
                ready = self.ready[each]
                if hot[each]:
                    ready = earliest[each]
                    for one in before[each]:
                        if end[one] > ready:
                            ready = end[one]
                start, until, held = fits[each](ready, states)
                placings += 1
                if mine or start != self.start[each]:
                    dirty |= crews[each]
                    for number, crew in enumerate(teams[each]):
                        state[crew] = held[number]
                price = prices[each]
                if until != end[each]:
                    price += weight[each] * (until - end[each])
                    end[each] = until
                    for later in after[each]:
                        hot[later] = 1
                        if place[later] > far:
                            far = place[later]
                    if due[each] < FAR:
                        price = self.priced(each, end)
                    gain += prices[each] - price
                    if gain < -patience:
                        self.placings += placings
                        return None
                placed.append((each, ready, start, until, states, held, price))
        self.placings += placings
        if self.end_unit:
            gain += self.end_unit * (max(self.end) - max(end))
        return Change(low, window, gain, placed)

    def accept(self, change: Change) -> None:
        """Make a change."""
        high = change.low + len(change.window)
        self.order[change.low : high] = change.window
        for place, each in enumerate(change.window, change.low):
            self.place[each] = place
        for each, ready, start, end, states, held, price in change.placed:
            self.ready[each], self.start[each], self.end[each] = ready, start, end
            self.was[each], self.then[each], self.price[each] = states, held, price

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
