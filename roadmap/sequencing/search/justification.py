"""The earliest last end: schedules are bred, and each is pushed right and left again.

Vicente Valls, Francisco Ballestín and Sacramento Quintanilla, "Justification and RCPSP: a
technique that pays", 2005; bred as by Sönke Hartmann, 1998, two halves of orders at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from roadmap.sequencing.schedule.first_fit import Fitter, crews_of, fitters
from roadmap.sequencing.schedule.objective import last_days
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.priority_rules import starts
from roadmap.sequencing.search.random_draws import draw

FEWEST, MOST, EACH = 20, 100, 100
"""How many live at a time: at least, at most, and one for so many that are bred."""
MOVED = 24
"""One in so many is moved elsewhere in an order that was bred."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Days late of musts, the last end, and the order by start."""

    late: int
    finish: int
    order: list[int]
    start: list[int]

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the better."""
        return self.late, self.finish


@dataclass(slots=True)
class Breed:
    """The schedules of a group that live; a last end of `least` cannot be bettered."""

    fixed: Timetable
    group: Sequence[int]
    known: Timetable
    least: int
    best: Schedule | None = None
    living: list[Schedule] = field(default_factory=list)
    seen: set[tuple[int, ...]] = field(default_factory=set)
    forth: list[Fitter] = field(default_factory=list)
    back: list[Fitter] = field(default_factory=list)
    teams: list[tuple[int, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out what is asked for again and again."""
        whole = self.fixed.problem
        self.forth, self.back = fitters(whole), fitters(_all_there(whole))
        self.teams = [crews_of(holds) for holds in whole.holds]

    def go(self, placings: int, progress: Callable[[float], None] | None) -> None:
        """Breed from what is known on, so many placings long."""
        count = max(1, placings // (3 * max(1, len(self.group))))
        size = max(FEWEST, min(MOST, count // EACH))
        for number, order in enumerate(self._orders(size)):
            self.add(order, size)
            if progress:
                progress(number / count)
        for number in range(size, count):
            if self.best and self.best.rank <= (0, self.least):
                break
            self.add(self._child(number), size)
            if progress and number % 32 == 0:
                progress(number / count)

    @property
    def table(self) -> Timetable:
        """The timetable of the best schedule, what is known where there is none yet."""
        return scheduled(self.fixed, self.best.order) if self.best else self.known

    def add(self, order: Sequence[int], size: int) -> None:
        """Let the justified schedule of an order live, in the place of the worst."""
        found = self.justified(order)
        if tuple(found.start) in self.seen:
            return
        if len(self.living) >= size:
            worst = max(range(size), key=lambda place: self.living[place].rank)
            if found.rank > self.living[worst].rank:
                return
            self.seen.discard(tuple(self.living.pop(worst).start))
        self.living.append(found)
        self.seen.add(tuple(found.start))
        if self.best is None or found.rank < self.best.rank:
            self.best = found

    def justified(self, order: Sequence[int]) -> Schedule:
        """The schedule of an order, pushed to the right and to the left again.

        With people away, or dates to wait for, that may make it worse: it stays as it was.
        """
        start, end = self._pushed_left(order)
        first = self._schedule(start, end)
        order = sorted(self.group, key=lambda each: (-end[each], -start[each], -each))
        start, end = self._pushed_right(order)
        order = sorted(self.group, key=lambda each: (-end[each], -start[each], each))
        pushed = self._schedule(*self._pushed_left(order))
        return pushed if pushed.rank <= first.rank else first

    def _schedule(self, start: Sequence[int], end: Sequence[int]) -> Schedule:
        whole = self.fixed.problem
        over = last_days(whole, end)
        late = sum(
            max(0, over[each] - whole.due[each]) for each in self.group if whole.must[each]
        )
        order = sorted(self.group, key=lambda each: (start[each], end[each], each))
        return Schedule(late, max(end), order, [start[each] for each in self.group])

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
        teams = self.teams
        for each in order:
            ready, crews = earliest[each], teams[each]
            for one in needs[each]:
                if end[one] > ready:
                    ready = end[one]
            start[each], end[each], held = fits[each](ready, [busy[c] for c in crews])
            for crew, units in zip(crews, held, strict=True):
                busy[crew] = units

    def _orders(self, size: int) -> list[list[int]]:
        """Orders to begin with: what is known, priority rules, and shuffles of both."""
        whole, start, end = self.fixed.problem, self.known.start, self.known.end
        first = sorted(self.group, key=lambda each: (start[each], end[each], each))
        span = max(1, max(end) // 2)
        shaken = [
            sorted(self.group, key=lambda each: start[each] + draw(each, number) % span)
            for number in range(size)
        ]
        orders = [feasible(whole, first), *starts(whole, self.group)]
        return [*orders, *(feasible(whole, order) for order in shaken)][:size]

    def _child(self, number: int) -> list[int]:
        """An order in which a stretch is as in one parent, and both ends as in another."""
        one, other = self._parent(draw(number, 1)), self._parent(draw(number, 2))
        count, chance = len(self.group), draw(number, 3)
        length = count // 4 + chance % (count // 2 + 1)
        low = (chance >> 32) % (count - length + 1)
        before, inside = set(one.order[:low]), one.order[low : low + length]
        kept = before.union(inside)
        order = [each for each in other.order if each in before] + inside
        order += [each for each in other.order if each not in kept]
        for turn in range(count // MOVED + 1):
            chance = draw(number, 4 + turn)
            place = chance % count
            moved = order.pop(place)
            order.insert(
                max(0, place + (chance >> 32) % (count // 4 + 1) - count // 8), moved
            )
        return feasible(self.fixed.problem, order)

    def _parent(self, chance: int) -> Schedule:
        """The better one of two that live."""
        count = len(self.living)
        pair = self.living[chance % count], self.living[(chance >> 32) % count]
        return min(pair, key=lambda each: each.rank)


def _all_there(problem: Problem) -> Problem:
    """The problem with nobody ever away."""
    crews = [
        replace(crew, presence=Presence(there.scale, there.full, 0, ((0, there.full),)))
        for crew in problem.crews
        for there in [crew.presence]
    ]
    return replace(problem, crews=tuple(crews))
