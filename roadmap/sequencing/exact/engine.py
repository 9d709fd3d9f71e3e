"""The exact engine: constraint programming that starts from the fast plan, with a proof.

Days late over musts come first, then the cost or the last end. A group in reach of a proof
goes to CP-SAT whole; a larger one, or one without a proof, is first improved: by restarts
of annealing and one large neighbourhood after the other, or, for the earliest last end, by
a population of schedules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from roadmap.sequencing.bounds.cost_bound import cost_bound
from roadmap.sequencing.bounds.plan_bound import doubled, makespan_bound, wait_bound
from roadmap.sequencing.exact.cp_model import Model, model
from roadmap.sequencing.exact.cp_sat import Outcome, solved
from roadmap.sequencing.exact.large_neighbourhood import LargeNeighbourhood
from roadmap.sequencing.exact.restarts import LONGER, PLACINGS, Restarts
from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.groups import groups
from roadmap.sequencing.schedule.objective import aims, cost, last_days
from roadmap.sequencing.schedule.problem import Problem
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.justification import Population
from roadmap.sequencing.search.search import Progress, Solution, searched

UNITS = 4.0
"""Work for everything, about six seconds a unit on two cores."""
PROVABLE, LARGEST = 40, 400
"""Up to so many a proof is in reach; up to so many CP-SAT is given all at once."""
RESTARTED, NEARBY, WHOLE = 5 / 12, 2 / 12, 5 / 12
"""Where a proof is not in reach: the shares of the units by phase."""
FIRST, RESTARTS, NEARER = 4 / 12, 4 / 12, 1 / 12
"""Where it is: the shares for a first attempt at it, and for searching if that fails."""
PRICED = 4
"""How many times as many rounds of prices as `fast` the bound takes."""
EVOLVED = 1 / 12
"""Where it is: the share for evolving the earliest last end."""


Phase = Callable[[Solution, float, float], Solution]
"""The best so far bettered: with the share of the units spent before, and its own."""


def exactly(
    problem: Problem, fixed: Timetable, progress: Progress | None, units: float = UNITS
) -> Solution:
    """The best timetable found, with its proof as far as that goes."""
    share = units / max(1, len(groups(problem)))
    improve = partial(proved, units=share, progress=_part(progress, 0.05, 0.95))
    return searched(problem, fixed, _part(progress, 0, 0.05), improve=improve)


def proved(
    fixed: Timetable,
    group: Sequence[int],
    known: Timetable,
    units: float = UNITS,
    progress: Progress | None = None,
) -> Solution:
    """The best timetable of a group after what is fixed, never worse than `known`."""
    tried, best, least = Attempt(fixed, group, units, progress), Solution(known), 0
    whole, spent = len(group) <= LARGEST, 0.0
    try:
        if whole:
            best, least = tried.in_time(best)
        for phase, share in tried.phases():
            if best.status or tried.is_proven(best, least):
                break
            best = phase(best, spent, share)
            spent += share
    except KeyboardInterrupt:
        return Solution(best.table, SolveStatus.INTERRUPTED)
    if best.status or best.bound is None:
        return best
    if aims(best.table, group)[0] > least:
        return Solution(best.table)
    proven = tried.is_proven(best, least)
    return replace(best, status=SolveStatus.OPTIMAL if proven else None)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A group to plan after the fixed work, with a budget of units."""

    fixed: Timetable
    group: Sequence[int]
    units: float
    progress: Progress | None

    def in_time(self, best: Solution) -> tuple[Solution, int]:
        """As few days late over musts as can be found, and the fewest there can be."""
        fewest = _unavoidable(self.fixed, self.group)
        if aims(best.table, self.group)[0] == fewest:
            return best, fewest
        made = model(self.fixed, self.group, best.table)
        units, heard = self.units / 4, self.heard(0, 0.25)
        outcome = solved(made, made.late, best.table, units, heard, self.small)
        table = tidied(self.fixed, self.group, outcome, best.table)
        return _solution(table, outcome), max(fewest, outcome.bound or 0)

    def phases(self) -> Sequence[tuple[Phase, float]]:
        """The phases to run until there is a proof, each with its share of the units."""
        count = len(self.group)
        if self.fixed.problem.makespan:
            if count > LARGEST:
                return [(self.evolved, 1)]
            evolved = EVOLVED if self.small else RESTARTED + NEARBY
            return [(self.evolved, evolved), (self.least, 1 - evolved)]
        if self.small:
            search = [(self.restarted, RESTARTS), (self.nearby, NEARER)]
            left = 1 - FIRST - RESTARTS - NEARER
            return [(self.least, FIRST), *search, (self.least, left)]
        if count > LARGEST:
            return [(self.restarted, RESTARTED), (self.nearby, 1 - RESTARTED)]
        return [(self.restarted, RESTARTED), (self.nearby, NEARBY), (self.least, WHOLE)]

    def is_proven(self, best: Solution, least: int) -> bool:
        """Whether nothing is better, given the fewest days late possible."""
        late, amount, _ = aims(best.table, self.group)
        return late <= least and amount == best.bound

    def restarted(self, best: Solution, begin: float, share: float) -> Solution:
        """Restart annealing; in small groups, many short runs beat a few long ones."""
        restarts = Restarts(self.fixed, self.group, best.table, 1 if self.small else LONGER)
        try:
            restarts.run(self.units * share, self.heard(begin, share))
        except KeyboardInterrupt:
            return Solution(restarts.table, SolveStatus.INTERRUPTED)
        return replace(best, table=restarts.table)

    def nearby(self, best: Solution, begin: float, share: float) -> Solution:
        """Solve one neighbourhood after another."""
        alone = len(self.group) > LARGEST
        around = LargeNeighbourhood(self.fixed, self.group, best.table, alone)
        try:
            around.run(self.units * share, self.heard(begin, share))
        except KeyboardInterrupt:
            return Solution(around.table, SolveStatus.INTERRUPTED)
        return replace(best, table=around.table)

    def evolved(self, best: Solution, begin: float, share: float) -> Solution:
        """Make the last end earlier, then anneal for cost at that end."""
        restarts = Restarts(self.fixed, self.group, best.table)
        least = earliest_end(self.fixed, self.group)
        population = Population(self.fixed, self.group, best.table, least)
        status, most = None, share * 3 / 4
        try:
            population.evolve(int(PLACINGS * self.units * most), self.heard(begin, most))
            restarts.table = self.better(best.table, population.table)
            rest = share - most
            restarts.run(self.units * rest, self.heard(begin + most, rest))
        except KeyboardInterrupt:
            status = SolveStatus.INTERRUPTED
        return Solution(self.better(restarts.table, population.table), status)

    def better(self, one: Timetable, other: Timetable) -> Timetable:
        """The better of two timetables; the first if they are equal."""
        return min(one, other, key=lambda table: aims(table, self.group))

    def least(self, best: Solution, begin: float, share: float) -> Solution:
        """The least cost or last end at as few days late, and its bound."""
        made, whole = self.made(best.table), self.fixed.problem
        aim = made.finish if whole.makespan else made.cost
        floor = self.floor(made, best.table)
        made.model.add(aim >= floor)
        units = self.units * share
        heard = self.heard(begin, share)
        outcome = solved(made, aim, best.table, units, heard, self.small)
        table = tidied(self.fixed, self.group, outcome, best.table)
        scale = 1 if whole.makespan else made.scale
        known = [floor * scale, best.bound or 0, (outcome.bound or 0) * scale]
        best = _solution(table, outcome, max(known))
        if not (whole.makespan and outcome.proven) or best.status:
            return best
        return self.cheapest(best, units - min(units, outcome.spent))

    def floor(self, made: Model, known: Timetable) -> int:
        """A lower bound on the model's aim that needs no solver."""
        whole, fixed = self.fixed.problem, self.fixed
        if whole.makespan:
            return earliest_end(fixed, self.group)
        rounded = any(whole.weight[number] % made.scale for number in self.group)
        if rounded or len(groups(whole)) > 1:
            return 0
        waits = cost(known, self.group) + cost(fixed, sorted(whole.fixed))
        least = wait_bound(whole, fixed, waits) + doubled(whole, fixed)
        least = max(least, cost_bound(fixed, known, PRICED).cost)
        return -(-(least - cost(fixed, sorted(whole.fixed))) // made.scale)

    def cheapest(self, best: Solution, units: float) -> Solution:
        """The least cost at the same last end, if units are left."""
        units = min(units, self.units / 4)
        if units < self.units / 8:
            return best
        heard = self.heard(0.5, 0.5)
        try:
            made = self.made(best.table)
            made.model.add(made.finish <= max(best.table.end))
            outcome = solved(made, made.cost, best.table, units, heard, self.small)
            table = tidied(self.fixed, self.group, outcome, best.table)
        except KeyboardInterrupt:
            return Solution(best.table, SolveStatus.INTERRUPTED)
        return _solution(table, outcome, best.bound)

    def made(self, known: Timetable) -> Model:
        """The model of the group, with no end later than the known timetable's."""
        made = model(self.fixed, self.group, known)
        made.model.add(made.late <= aims(known, self.group)[0])
        return made

    @property
    def small(self) -> bool:
        """Whether the group is small enough for a proof."""
        return len(self.group) <= PROVABLE

    def heard(self, begin: float, share: float) -> Progress | None:
        """The progress callback for a part of the work."""
        return _part(self.progress, begin, share)


def tidied(
    fixed: Timetable, group: Sequence[int], outcome: Outcome, known: Timetable
) -> Timetable:
    """The starts that were found, each moved as early as it goes, if that is better."""
    if not outcome.starts:
        return known
    order = sorted(group, key=lambda number: (outcome.starts[number], number))
    table = scheduled(fixed, feasible(fixed.problem, order))
    return min(known, table, key=lambda table: aims(table, group))


def _solution(table: Timetable, outcome: Outcome, bound: int | None = None) -> Solution:
    if outcome.interrupted:
        return Solution(table, SolveStatus.INTERRUPTED)
    return Solution(table, bound=bound)


def earliest_end(fixed: Timetable, group: Sequence[int]) -> int:
    """A day before which not all of a group can have ended, nor what is fixed."""
    whole, chains = fixed.problem, heads(fixed.problem, fixed)
    if len(groups(whole)) == 1:
        return whole.today + makespan_bound(whole, fixed)
    return max([*fixed.end, *(chains[number][1] for number in group)])


def _unavoidable(fixed: Timetable, group: Sequence[int]) -> int:
    """Days late over musts even if nobody waited for people."""
    whole = fixed.problem
    over = last_days(whole, [end for _, end in heads(whole, fixed)])
    return sum(
        max(0, over[number] - whole.due[number]) for number in group if whole.must[number]
    )


def _part(progress: Progress | None, begin: float, share: float) -> Progress | None:
    if progress is None:
        return None
    return lambda done: progress(begin + share * done)
