"""The exact engine: constraint programming from the fast plan on, with its proof.

Days late over musts come first, then the cost or the last end. A group in reach of a proof
goes to CP-SAT whole; a larger one is first improved by more walks over its orders and a
neighbourhood at a time, or, for the earliest last end, by breeding schedules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from roadmap.sequencing.aims import aims
from roadmap.sequencing.exact_model import Model, model
from roadmap.sequencing.exact_near import Near
from roadmap.sequencing.exact_solver import Outcome, solved
from roadmap.sequencing.exact_walks import PLACINGS, Walks
from roadmap.sequencing.groups import groups
from roadmap.sequencing.justified import Breed
from roadmap.sequencing.plan_bound import makespan_bound
from roadmap.sequencing.plan_chains import eves, heads
from roadmap.sequencing.problem import Problem
from roadmap.sequencing.search import Found, Progress, searched
from roadmap.sequencing.serial import Timetable, feasible, scheduled

UNITS = 4.0
"""Work for everything, about six seconds a unit on two cores."""
PROVABLE, LARGEST = 40, 400
"""Up to so many a proof is in reach; up to so many CP-SAT is given all at once."""
SEARCHING, NEARBY, WHOLE = 5 / 12, 2 / 12, 5 / 12
"""Where a proof is not in reach: the shares of the units by phase."""
BRED = 1 / 12
"""Where it is: the share for breeding the earliest last end."""


def exactly(
    problem: Problem, fixed: Timetable, progress: Progress | None, units: float = UNITS
) -> Found:
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
) -> Found:
    """The best timetable of a group after what is fixed, never worse than `known`."""
    tried, best, least = Attempt(fixed, group, units, progress), Found(known), 0
    small, whole = len(group) <= PROVABLE, len(group) <= LARGEST
    share = 0.0 if small else SEARCHING + NEARBY + (not whole) * WHOLE
    try:
        if whole:
            best, least = tried.in_time(best)
        if fixed.problem.makespan and not best.status:
            share = share or BRED
            best = tried.bred(best, share)
        elif share and not best.status:
            best = tried.improved(best, share)
        if whole and not best.status:
            best = tried.least(best, 1 - share)
    except KeyboardInterrupt:
        return Found(best.table, "interrupted")
    if best.status or best.bound is None:
        return best
    late, amount, _ = aims(best.table, group)
    if late > least:
        return Found(best.table)
    return Found(best.table, "optimal" if amount == best.bound else "", best.bound)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A group to be planned after what is fixed, with so many units of work."""

    fixed: Timetable
    group: Sequence[int]
    units: float
    progress: Progress | None

    def in_time(self, best: Found) -> tuple[Found, int]:
        """As few days late over musts as can be found, and the fewest there can be."""
        fewest = _unavoidable(self.fixed, self.group)
        if aims(best.table, self.group)[0] == fewest:
            return best, fewest
        made = model(self.fixed, self.group, best.table)
        units, heard = self.units / 4, self.heard(0, 0.25)
        found = solved(made, made.late, best.table, units, heard, self.small)
        table = tidied(self.fixed, self.group, found, best.table)
        return _found(table, found), max(fewest, found.bound or 0)

    def improved(self, best: Found, share: float) -> Found:
        """Walks, and then one neighbourhood after the other, each solved alone."""
        walks = Walks(self.fixed, self.group, best.table)
        near = Near(self.fixed, self.group, best.table, len(self.group) > LARGEST)
        left = share - SEARCHING
        try:
            walks.go(self.units * SEARCHING, self.heard(0, SEARCHING))
            near.table = walks.table
            near.go(self.units * left, self.heard(SEARCHING, left))
        except KeyboardInterrupt:
            return Found(self.better(walks.table, near.table), "interrupted")
        return Found(near.table)

    def bred(self, best: Found, share: float) -> Found:
        """The last end made earlier, and then a walk for the cost at that end."""
        walks = Walks(self.fixed, self.group, best.table)
        breed = Breed(self.fixed, self.group, best.table, earliest_end(self.fixed))
        status, placings = "", int(PLACINGS * self.units * min(share, SEARCHING))
        try:
            breed.go(placings, self.heard(0, share * 2 / 3))
            walks.table = self.better(best.table, breed.table)
            walks.go(self.units * share / 6, self.heard(share * 2 / 3, share / 3))
        except KeyboardInterrupt:
            status = "interrupted"
        return Found(self.better(walks.table, breed.table), status)

    def better(self, one: Timetable, other: Timetable) -> Timetable:
        """The one of two timetables that is ahead, the first where both are."""
        return min(one, other, key=lambda each: aims(each, self.group))

    def least(self, best: Found, share: float) -> Found:
        """The least cost or last end at as few days late, and its bound."""
        made, whole = self.made(best.table), self.fixed.problem
        aim = made.finish if whole.makespan else made.cost
        units = self.units * share
        heard = self.heard(1 - share, share)
        found = solved(made, aim, best.table, units, heard, self.small)
        table = tidied(self.fixed, self.group, found, best.table)
        scale = 1 if whole.makespan else made.scale
        bound = None if found.bound is None else found.bound * scale
        best = _found(table, found, bound)
        if not (whole.makespan and found.proven) or best.status:
            return best
        return self.cheapest(best, units - min(units, found.spent))

    def cheapest(self, best: Found, units: float) -> Found:
        """The least cost at the same last end, as far as units are left for it."""
        units = min(units, self.units / 4)
        if units < self.units / 8:
            return best
        heard = self.heard(0.5, 0.5)
        try:
            made = self.made(best.table)
            made.model.add(made.finish <= max(best.table.end))
            found = solved(made, made.cost, best.table, units, heard, self.small)
            table = tidied(self.fixed, self.group, found, best.table)
        except KeyboardInterrupt:
            return Found(best.table, "interrupted")
        return _found(table, found, best.bound)

    def made(self, known: Timetable) -> Model:
        """The model of the group, not later than what is known."""
        made = model(self.fixed, self.group, known)
        made.model.add(made.late <= aims(known, self.group)[0])
        return made

    @property
    def small(self) -> bool:
        """Whether a proof is in reach."""
        return len(self.group) <= PROVABLE

    def heard(self, begin: float, share: float) -> Progress | None:
        """Who hears of the progress of a part."""
        return _part(self.progress, begin, share)


def tidied(
    fixed: Timetable, group: Sequence[int], found: Outcome, known: Timetable
) -> Timetable:
    """The starts that were found, each moved as early as it goes, if that is better."""
    if not found.starts:
        return known
    order = sorted(group, key=lambda each: (found.starts[each], each))
    table = scheduled(fixed, feasible(fixed.problem, order))
    return min(known, table, key=lambda each: aims(each, group))


def _found(table: Timetable, found: Outcome, bound: int | None = None) -> Found:
    if found.interrupted:
        return Found(table, "interrupted")
    return Found(table, "", bound)


def earliest_end(fixed: Timetable) -> int:
    """A day before which not all can have ended."""
    return fixed.problem.today + makespan_bound(fixed.problem, fixed)


def _unavoidable(fixed: Timetable, group: Sequence[int]) -> int:
    """Days late over musts even if nobody waited for people."""
    whole = fixed.problem
    chains, eve = heads(whole, fixed), eves(whole)
    return sum(
        max(0, chains[each][1] - eve[each] - whole.due[each])
        for each in group
        if whole.must[each]
    )


def _part(progress: Progress | None, begin: float, share: float) -> Progress | None:
    if progress is None:
        return None
    return lambda done: progress(begin + share * done)
