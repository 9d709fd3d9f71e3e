"""The cost of a changed order, placing again only what the change affects.

The people of a crew depend on nothing but the order of the crew's own initiatives and on
when their dependencies end. So after a move only initiatives of a crew that is held
differently, or with a dependency that ends on another day, are placed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from roadmap.sequencing.schedule.first_fit import Fitter, crews_of, fitters
from roadmap.sequencing.schedule.objective import floors, last_day
from roadmap.sequencing.schedule.problem import FAR, Problem
from roadmap.sequencing.schedule.serial import Timetable

Placing = tuple[int, int, int, int, Sequence[int], Sequence[int], int]
"""Number, ready day, start, end, what its crews hold before and after it, and price."""


@dataclass(frozen=True, slots=True)
class Reordering:
    """A new order from place `low` on, what it saves, and who is placed again."""

    low: int
    window: list[int]
    gain: int
    placed: list[Placing]


@dataclass(slots=True)
class Trial:
    """A new order that is placed step by step, beside the schedule that it may replace.

    `end` is by number, `held` by crew: the units held so far. `differing` are the crews,
    as bits, that are held differently than in the schedule; `touched` marks whose
    dependency ends on another day, and `last_touched` is the last place of those.
    """

    end: list[int]
    held: dict[int, int]
    differing: int
    touched: bytearray
    last_touched: int = -1
    gain: int = 0
    placed: list[Placing] = field(default_factory=list)


@dataclass(slots=True)
class Schedule:
    """An order of some initiatives, its timetable, and what each found on its turn.

    `late_unit` is the price of a day late, `end_unit` that of a later last end, and
    `told_unit` that of an end after the day that was told; 0 counts none. `placings` counts
    the work done so far. By number: `ready`, `start` and `end` are days, `place` is the
    place in the order, `held_before` and `held_after` are the units held by its crews.
    `crews` are those in the order of these units, `crew_bits` the same as bits, `only_crew`
    the crew of who has but one, else -1; `floors` is a day before which each is not over,
    and `dated` is 1 where a deadline or what was told has a price. `marked` is a milestone
    on the last day on which the one before it can have begun; -1 where there is none.
    """

    problem: Problem
    fixed: Timetable
    order: list[int]
    late_unit: int
    end_unit: int = 0
    told_unit: int = 0
    marked: int = -1
    placings: int = 0
    ready: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    held_before: list[Sequence[int]] = field(default_factory=list)
    held_after: list[Sequence[int]] = field(default_factory=list)
    price: list[int] = field(default_factory=list)
    fits: list[Fitter] = field(default_factory=list)
    crews: list[tuple[int, ...]] = field(default_factory=list)
    crew_bits: list[int] = field(default_factory=list)
    only_crew: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)
    dated: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        """Precompute what the search asks for repeatedly, and place everything."""
        self.fits = fitters(self.problem)
        self.crews = [crews_of(holds) for holds in self.problem.holds]
        self.crew_bits = [sum(1 << crew for crew in crews) for crews in self.crews]
        self.only_crew = [crews[0] if len(crews) == 1 else -1 for crews in self.crews]
        self.floors = floors(self.problem)
        told = self.told
        self.dated = bytearray(
            min(dates) < FAR for dates in zip(self.problem.due, told, strict=True)
        )
        self.rebuild(self.order)

    @property
    def told(self) -> Sequence[int]:
        """By number the last working day that was told, FAR where that has no price."""
        told = self.problem.told if self.told_unit else ()
        return told or [FAR] * self.problem.count

    @property
    def total(self) -> int:
        """The price of everything in the order."""
        last = max((self.end[number] for number in self.order), default=0)
        finish = max([last, *(self.fixed.end)], default=0)
        return sum(self.price[number] for number in self.order) + self.end_unit * finish

    def rebuild(self, order: Sequence[int]) -> None:
        """Place everything in an order."""
        count = self.problem.count
        self.order, busy = list(order), list(self.fixed.busy)
        self.start, self.end = list(self.fixed.start), list(self.fixed.end)
        self.place, self.price, self.ready = [-1] * count, [0] * count, [0] * count
        self.held_before, self.held_after = [()] * count, [()] * count
        for place, number in enumerate(self.order):
            self.place[number] = place
            held = [busy[crew] for crew in self.crews[number]]
            ready = self._ready(number, self.end)
            start, end, after = self.fits[number](ready, held)
            for at, crew in enumerate(self.crews[number]):
                busy[crew] = after[at]
            self.ready[number], self.start[number], self.end[number] = ready, start, end
            self.held_before[number], self.held_after[number] = held, after
            self.price[number] = self.priced(number, end)
        self.placings += len(self.order)

    def sort(self) -> None:
        """Put the order by start; the schedule stays the same."""
        start, place = self.start, self.place
        self.rebuild(sorted(self.order, key=lambda one: (start[one], place[one])))

    def table(self) -> Timetable:
        """The timetable of the order."""
        busy = list(self.fixed.busy)
        for number in self.order:
            for crew, units in zip(
                self.crews[number], self.held_after[number], strict=True
            ):
                busy[crew] = units
        return Timetable(self.problem, busy, list(self.start), list(self.end))

    def priced(self, number: int, end: int) -> int:
        """What an end costs: value × days, again beyond a deadline, and days late."""
        whole = self.problem
        price = whole.weight[number] * (end - whole.today)
        if not self.dated[number]:
            return price
        last, due = last_day(end, self.floors[number]), whole.due[number]
        if last > due:
            unit = whole.weight[number] + self.late_unit * whole.must[number]
            price += unit * (last - due)
        if self.told_unit and last > whole.told[number]:
            price += self.told_unit
        return price

    def change(
        self, low: int, window: list[int], moved: int, patience: int
    ) -> Reordering | None:
        """What a new order of some places changes; `moved` crews have another order.

        None as soon as it has lost more than `patience` on the way: hardly any move that
        does is good in the end.
        """
        held = self._held_at(low, moved)
        trial = Trial(self.end[:], held, moved, bytearray(self.problem.count))
        rest = self.order[low + len(window) :]
        kept = self._replay(trial, window, moved, patience)
        kept = kept and self._replay(trial, rest, 0, patience)
        self.placings += len(trial.placed) + (not kept)
        if not kept:
            return None
        gain = trial.gain
        if self.end_unit:
            gain += self.end_unit * (max(self.end) - max(trial.end))
        return Reordering(low, window, gain, trial.placed)

    def accept(self, change: Reordering) -> None:
        """Make a change."""
        high = change.low + len(change.window)
        self.order[change.low : high] = change.window
        for place, number in enumerate(change.window, change.low):
            self.place[number] = place
        for number, ready, start, end, before, after, price in change.placed:
            self.ready[number], self.start[number], self.end[number] = ready, start, end
            self.held_before[number], self.held_after[number] = before, after
            self.price[number] = price

    def _held_at(self, low: int, moved: int) -> dict[int, int]:
        """What is held before a place, in the crews with another order."""
        held: dict[int, int] = {}
        left, place = moved, low
        while left:
            number = self.order[place]
            if self.crew_bits[number] & left:
                for at, crew in enumerate(self.crews[number]):
                    if left >> crew & 1:
                        held[crew] = self.held_before[number][at]
                        left ^= 1 << crew
            place += 1
        return held

    def _replay(self, trial: Trial, numbers: list[int], moved: int, patience: int) -> bool:
        """Place in turn what a trial touches; False as soon as it has lost too much.

        Among these `numbers` the `moved` crews differ even while they hold the same.
        """
        bits, only_crew, held_before = self.crew_bits, self.only_crew, self.held_before
        end, units, touched = trial.end, trial.held, trial.touched
        differing = trial.differing
        for i in numbers:
            differs, crew, held = bits[i] & differing, only_crew[i], held_before[i]
            if differs:
                if crew < 0:
                    held, differing = self._held_now(i, units, differing, moved)
                elif units[crew] != held[0]:
                    held = (units[crew],)
                elif not differs & moved:
                    differing ^= differs
                if held is held_before[i] and not touched[i]:
                    self._hold(i, self.held_after[i], units)
                    continue
            elif not touched[i]:
                if differing or moved or self.place[i] < trial.last_touched:
                    continue
                break
            ready = self._ready(i, end) if touched[i] else self.ready[i]
            start, until, after = self.fits[i](ready, held)
            if differs or start != self.start[i]:
                differing |= bits[i]
                if crew >= 0:
                    units[crew] = after[0]
                else:
                    self._hold(i, after, units)
            price = self.price[i]
            if until != end[i]:
                price = self._end(trial, i, until)
                if trial.gain < -patience:
                    return False
            trial.placed.append((i, ready, start, until, held, after, price))
        trial.differing = differing
        return True

    def _held_now(
        self, number: int, units: Mapping[int, int], differing: int, moved: int
    ) -> tuple[Sequence[int], int]:
        """What several crews of an initiative hold on its turn, and which differ then.

        Where nothing differs that is `held_before` itself. Crews that hold the same as in
        the schedule, and whose order is not another one, differ no longer.
        """
        known = self.held_before[number]
        held, same = list(known), True
        for place, crew in enumerate(self.crews[number]):
            if differing >> crew & 1:
                if units[crew] != held[place]:
                    held[place], same = units[crew], False
                elif not moved >> crew & 1:
                    differing ^= 1 << crew
        return known if same else held, differing

    def _hold(self, number: int, held: Sequence[int], units: dict[int, int]) -> None:
        """Have the crews of an initiative hold these units from now on."""
        for place, crew in enumerate(self.crews[number]):
            units[crew] = held[place]

    def _ready(self, number: int, end: Sequence[int]) -> int:
        """The first day on which neither a date nor a dependency is in the way."""
        ready = self.problem.earliest[number]
        for one in self.problem.before[number]:
            if end[one] > ready:
                ready = end[one]
        return ready

    def _end(self, trial: Trial, number: int, end: int) -> int:
        """Give an initiative another end, and touch who waits for it; its new price."""
        whole, place = self.problem, self.place
        price = self.price[number] + whole.weight[number] * (end - trial.end[number])
        trial.end[number] = end
        for later in whole.after[number]:
            trial.touched[later] = 1
            if place[later] > trial.last_touched:
                trial.last_touched = place[later]
        if self.dated[number]:
            price = self.priced(number, end)
        trial.gain += self.price[number] - price
        return price
