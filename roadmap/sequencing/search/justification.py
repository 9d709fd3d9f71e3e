"""The earliest last end: a population of schedules, each pushed right and left again.

Vicente Valls, Francisco Ballestín and Sacramento Quintanilla, "Justification and RCPSP: a
technique that pays", 2005; with the two-point crossover of Sönke Hartmann, "A competitive
genetic algorithm for resource-constrained project scheduling", 1998.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from roadmap.sequencing.schedule.first_fit import Fitter, crews_of, fitters
from roadmap.sequencing.schedule.objective import last_days
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.priority_rules import priority_orders
from roadmap.sequencing.search.random_draws import draw

FEWEST, MOST, EACH = 20, 100, 100
"""How many live at a time: at least, at most, and one for so many that are ever made."""
MUTATED = 24
"""One in so many is moved elsewhere in an order that crossover made."""


@dataclass(frozen=True, slots=True)
class Individual:
    """A schedule: days late of musts, the last end, the order by start, starts by group."""

    late: int
    finish: int
    order: list[int]
    start: list[int]

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the better."""
        return self.late, self.finish


@dataclass(slots=True)
class Population:
    """The schedules of a group that live; a last end of `least` cannot be bettered.

    `known` is a timetable to begin with. `forth` and `back` place each on its first days
    from the left and, as if nobody were ever away, from the right; `crews` are those of
    each, in the order of their units.
    """

    fixed: Timetable
    group: Sequence[int]
    known: Timetable
    least: int
    best: Individual | None = None
    living: list[Individual] = field(default_factory=list)
    seen: set[tuple[int, ...]] = field(default_factory=set)
    forth: list[Fitter] = field(default_factory=list)
    back: list[Fitter] = field(default_factory=list)
    crews: list[tuple[int, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Precompute what the search asks for repeatedly."""
        whole = self.fixed.problem
        self.forth, self.back = fitters(whole), fitters(_all_there(whole))
        self.crews = [crews_of(holds) for holds in whole.holds]

    def evolve(self, placings: int, progress: Callable[[float], None] | None) -> None:
        """Evolve the population from the known timetable, within a budget of placings."""
        count = max(1, placings // (3 * max(1, len(self.group))))
        size = max(FEWEST, min(MOST, count // EACH))
        for number, order in enumerate(self._first_orders(size)):
            self.add(order, size)
            if progress:
                progress(number / count)
        for number in range(size, count):
            if self.best and self.best.rank <= (0, self.least):
                break
            self.add(self._offspring(number), size)
            if progress and number % 32 == 0:
                progress(number / count)

    @property
    def table(self) -> Timetable:
        """The timetable of the best schedule, what is known where there is none yet."""
        return scheduled(self.fixed, self.best.order) if self.best else self.known

    def add(self, order: Sequence[int], size: int) -> None:
        """Replace the worst schedule with the justified one of an order."""
        fresh = self.justified(order)
        if tuple(fresh.start) in self.seen:
            return
        if len(self.living) >= size:
            worst = max(range(size), key=lambda place: self.living[place].rank)
            if fresh.rank > self.living[worst].rank:
                return
            self.seen.discard(tuple(self.living.pop(worst).start))
        self.living.append(fresh)
        self.seen.add(tuple(fresh.start))
        if self.best is None or fresh.rank < self.best.rank:
            self.best = fresh

    def justified(self, order: Sequence[int]) -> Individual:
        """The schedule of an order, pushed right and then left again.

        With people away, or dates to wait for, that may make it worse: it stays as it was.
        """
        start, end = self._pushed_left(order)
        first = self._individual(start, end)
        order = sorted(self.group, key=lambda i: (-end[i], -start[i], -i))
        start, end = self._pushed_right(order)
        order = sorted(self.group, key=lambda i: (-end[i], -start[i], i))
        pushed = self._individual(*self._pushed_left(order))
        return pushed if pushed.rank <= first.rank else first

    def _individual(self, start: Sequence[int], end: Sequence[int]) -> Individual:
        whole = self.fixed.problem
        last = last_days(whole, end)
        late = sum(max(0, last[i] - whole.due[i]) for i in self.group if whole.must[i])
        order = sorted(self.group, key=lambda i: (start[i], end[i], i))
        return Individual(late, max(end), order, [start[i] for i in self.group])

    def _pushed_left(self, order: Sequence[int]) -> tuple[list[int], list[int]]:
        whole, fixed = self.fixed.problem, self.fixed
        start, end, busy = list(fixed.start), list(fixed.end), list(fixed.busy)
        self._push(order, whole.earliest, whole.before, self.forth, busy, start, end)
        return start, end

    def _pushed_right(self, order: Sequence[int]) -> tuple[list[int], list[int]]:
        """Starts and ends counted back from the last end, as if all were there."""
        whole, busy = self.fixed.problem, [0] * len(self.fixed.busy)
        never, start, end = ([0] * whole.count for _ in range(3))
        self._push(order, never, whole.after, self.back, busy, start, end)
        return start, end

    def _push(
        self,
        order: Sequence[int],
        earliest: Sequence[int],
        needs: Sequence[Sequence[int]],
        fits: Sequence[Fitter],
        busy: list[int],
        start: list[int],
        end: list[int],
    ) -> None:
        """Place each in turn on its first days after all that it needs."""
        for number in order:
            ready, crews = earliest[number], self.crews[number]
            for one in needs[number]:
                if end[one] > ready:
                    ready = end[one]
            states = [busy[crew] for crew in crews]
            start[number], end[number], held = fits[number](ready, states)
            for place, crew in enumerate(crews):
                busy[crew] = held[place]

    def _first_orders(self, size: int) -> list[list[int]]:
        """The known order, those of priority rules, and shuffles of the known one."""
        whole, start, end = self.fixed.problem, self.known.start, self.known.end
        known = sorted(self.group, key=lambda i: (start[i], end[i], i))
        span = max(1, max(end) // 2)
        shaken = [
            sorted(self.group, key=lambda i: start[i] + draw(i, number) % span)
            for number in range(size)
        ]
        orders = [feasible(whole, known), *priority_orders(whole, self.group)]
        return [*orders, *(feasible(whole, order) for order in shaken)][:size]

    def _offspring(self, number: int) -> list[int]:
        """Two-point crossover: the middle from one parent, both ends from the other."""
        one, other = self._parent(draw(number, 1)), self._parent(draw(number, 2))
        count, chance = len(self.group), draw(number, 3)
        length = count // 4 + chance % (count // 2 + 1)
        low = (chance >> 32) % (count - length + 1)
        before, inside = set(one.order[:low]), one.order[low : low + length]
        taken = before.union(inside)
        order = [i for i in other.order if i in before] + inside
        order += [i for i in other.order if i not in taken]
        for mutation in range(count // MUTATED + 1):
            _move(order, draw(number, 4 + mutation))
        return feasible(self.fixed.problem, order)

    def _parent(self, chance: int) -> Individual:
        """The better of two individuals."""
        count = len(self.living)
        pair = self.living[chance % count], self.living[(chance >> 32) % count]
        return min(pair, key=lambda individual: individual.rank)


def _move(order: list[int], chance: int) -> None:
    """Move one initiative a short way, drawn from 64 random bits."""
    count, place = len(order), chance % len(order)
    number = order.pop(place)
    to = place + (chance >> 32) % (count // 4 + 1) - count // 8
    order.insert(max(0, to), number)


def _all_there(problem: Problem) -> Problem:
    """The problem without absences."""
    crews = [
        replace(crew, presence=Presence(there.scale, there.full, 0, ((0, there.full),)))
        for crew in problem.crews
        for there in [crew.presence]
    ]
    return replace(problem, crews=tuple(crews))
