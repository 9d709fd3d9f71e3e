"""The earliest last end: a population of schedules, each pushed right and left again.

Vicente Valls, Francisco Ballestín and Sacramento Quintanilla, "Justification and RCPSP: a
technique that pays", 2005; with the two-point crossover of Sönke Hartmann, "A competitive
genetic algorithm for resource-constrained project scheduling", 1998.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from roadmap.sequencing.schedule.objective import last_days
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.placer import Placer, StartsAndEnds, fastest_placer
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
    from the left and, as if nobody were ever away, from the right.
    """

    fixed: Timetable
    group: Sequence[int]
    known: Timetable
    least: int
    best: Individual | None = None
    living: list[Individual] = field(default_factory=list)
    seen: set[tuple[int, ...]] = field(default_factory=set)
    forth: Placer = field(init=False)
    back: Placer = field(init=False)

    def __post_init__(self) -> None:
        """Precompute what the search asks for repeatedly."""
        self.forth = fastest_placer(self.fixed, self.group)
        self.back = fastest_placer(_backward(self.fixed.problem), self.group)

    def evolve(self, placings: int, progress: Callable[[float], None] | None) -> None:
        """Evolve the population from the known timetable, within a budget of placings."""
        count = max(1, placings // (3 * max(1, len(self.group))))
        size = max(FEWEST, min(MOST, count // EACH))
        for number, fresh in enumerate(self.justified(self._first_orders(size))):
            self.add(fresh, size)
            if progress:
                progress(number / count)
        for number in range(size, count):
            if self.best and self.best.rank <= (0, self.least):
                break
            (fresh,) = self.justified([self._offspring(number)])
            self.add(fresh, size)
            if progress and number % 32 == 0:
                progress(number / count)

    @property
    def table(self) -> Timetable:
        """The timetable of the best schedule, what is known where there is none yet."""
        return scheduled(self.fixed, self.best.order) if self.best else self.known

    def add(self, fresh: Individual, size: int) -> None:
        """Replace the worst schedule with a fresh one."""
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

    def justified(self, orders: Sequence[Sequence[int]]) -> list[Individual]:
        """The schedules of some orders, each pushed right and then left again.

        With people away, or dates to wait for, that may make one worse: it stays as it was.
        """
        first = self.forth.placed(orders)
        right = self.back.placed([self._by_end(days, turn=-1) for days in first])
        left = self.forth.placed([self._by_end(days, turn=1) for days in right])
        pairs = zip(map(self._individual, left), map(self._individual, first), strict=True)
        return [min(pair, key=lambda individual: individual.rank) for pair in pairs]

    def _by_end(self, days: StartsAndEnds, turn: int) -> list[int]:
        """The group by end, the last first; those of the same days by number, or back."""
        start, end = days
        return sorted(self.group, key=lambda i: (-end[i], -start[i], turn * i))

    def _individual(self, days: StartsAndEnds) -> Individual:
        whole, (start, end) = self.fixed.problem, days
        last = last_days(whole, end)
        late = sum(max(0, last[i] - whole.due[i]) for i in self.group if whole.must[i])
        order = sorted(self.group, key=lambda i: (start[i], end[i], i))
        return Individual(late, max(end), order, [start[i] for i in self.group])

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


def _backward(problem: Problem) -> Timetable:
    """An empty timetable of days counted back from the end, as if nobody were ever away."""
    crews = [
        replace(crew, presence=Presence(there.scale, there.full, 0, ((0, there.full),)))
        for crew in problem.crews
        for there in [crew.presence]
    ]
    count = problem.count
    whole = replace(
        problem,
        crews=tuple(crews),
        before=problem.after,
        after=problem.before,
        earliest=(0,) * count,
        today=0,
    )
    return Timetable(whole, [0 for _ in crews], [-1] * count, [0] * count)
