"""A steady plan: as few dates as possible end after what people were told of them.

What planning freely finds sets the limit: no mandatory date is later, and the cost (or,
where that is minimised, the last end) is higher by a stated share at most.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.groups import groups, valueless
from roadmap.sequencing.schedule.objective import aims, beyond, finish, last_days
from roadmap.sequencing.schedule.serial import Timetable, feasible, scheduled
from roadmap.sequencing.search.annealing import Annealing
from roadmap.sequencing.search.branch_and_bound import MOST as SMALL
from roadmap.sequencing.search.keeping import kept
from roadmap.sequencing.search.pace import pace
from roadmap.sequencing.search.replanning import replanned
from roadmap.sequencing.search.search import budget, by_start, least_price, schedule_of

WORTH = Fraction(1, 200)
"""Of plans that break as few dates, one is better if it costs less by this share."""
PLACINGS = 200_000
"""Placings for following all orders of a small group."""
SEARCHES, SHARE = 5, 2
"""Searches for each group, and one in how many of the steps of a usual one each takes."""

Stay = tuple[int, int]
"""The first and last working day of something, as they were published."""


@dataclass(frozen=True, slots=True)
class SteadyRule:
    """Which plans may be chosen beside the one found freely, and which is the best.

    `tiers` are the initiatives up to the end of each group: all of them hold.
    """

    free: Timetable
    share: Fraction
    tiers: tuple[tuple[int, ...], ...]

    def allows(self, table: Timetable) -> bool:
        """Whether a plan is no later and costs hardly more."""
        return all(self.allowance(table, over) >= 0 for over in self.tiers)

    def allowance(self, table: Timetable, over: Sequence[int]) -> int:
        """What a plan may cost more, in units or days; below 0 it costs too much."""
        late, amount = self._amount(table, over)
        free_late, free_amount = self._amount(self.free, over)
        most = int(free_amount * (1 + self.share))
        return -1 if late > free_late else most - amount

    def rank(self, table: Timetable) -> tuple[int, ...]:
        """What is compared, the smaller the better: dates broken, then the aims."""
        ranks = [broken(table)]
        for over in self.tiers:
            ranks.extend(aims(table, over, over))
        return tuple(ranks)

    def alike(self, table: Timetable, best: Timetable) -> bool:
        """Whether a plan breaks no more dates than the best, and hardly costs more."""
        return broken(table) <= broken(best) and all(
            one[0] <= other[0] and one[1] <= other[1] * (1 + WORTH)
            for one, other in (
                (self._amount(table, over), self._amount(best, over)) for over in self.tiers
            )
        )

    def _amount(self, table: Timetable, over: Sequence[int]) -> tuple[int, int]:
        """Days late, and the cost or the days to the last end."""
        late, amount, _ = aims(table, over, over)
        return late, amount - (table.problem.today if table.problem.makespan else 0)


def broken(table: Timetable) -> int:
    """How many dates that people were told a plan breaks; what is not placed, none."""
    told = table.problem.told
    return beyond(table.problem, table.end, told) if told else 0


def steady(
    fixed: Timetable, free: Timetable, published: Sequence[Stay | None], share: Fraction
) -> Timetable:
    """The steady plan beside a `free` one, of the same problem, in which dates were told.

    `published` are the days by number, None for what was not published. A plan with
    everything where it was published stays. All orders of a small group are followed;
    otherwise, of plans that are alike, the one nearest to what was published is chosen.
    """
    in_turn = _groups(fixed)
    rule = SteadyRule(free, share, tuple(_tiers(fixed, in_turn)))
    known = as_published(fixed, free, published)
    allowed = rule.allows(known)
    if allowed and not moved(known, published):
        return known
    small = all(len(group) <= SMALL for group in in_turn)
    if small and not broken(free):
        return free
    enough = allowed and not small and broken(known) <= _least_broken(fixed)
    if enough and rule.alike(known, free):
        return known
    timetables = [free, known, *_searched(fixed, in_turn, rule, known)]
    chosen = [timetable for timetable in timetables if rule.allows(timetable)]
    best = min(chosen, key=rule.rank)
    if small:
        return best
    near = [timetable for timetable in chosen if rule.alike(timetable, best)]
    return min(
        near, key=lambda timetable: (moved(timetable, published), rule.rank(timetable))
    )


def as_published(
    fixed: Timetable,
    free: Timetable,
    published: Sequence[Stay | None],
    behind: Collection[int] = (),
) -> Timetable:
    """Everything in the order in which it was published, the rest as planned freely.

    What goes `behind` comes after all others.
    """
    last = last_days(free.problem, free.end)

    def begins(number: int) -> tuple[int, ...]:
        stay = published[number] or (free.start[number], last[number])
        return number in behind, *stay, number

    moved = [number for number in range(free.problem.count) if fixed.start[number] < 0]
    return scheduled(fixed, feasible(fixed.problem, sorted(moved, key=begins)))


def settled(fixed: Timetable, free: Timetable, before: Sequence[Stay | None]) -> Timetable:
    """The plan nearest to one from before, unless a `free` one is clearly better.

    Of a small group the free plan is the best there is, so nothing worse replaces it.
    """
    in_turn, behind = groups(fixed.problem), set(valueless(fixed.problem))
    small = all(len(group) <= SMALL for group in in_turn)
    tiers = tuple(_tiers(fixed, in_turn))
    rule = SteadyRule(free, Fraction(0) if small else WORTH, tiers)
    kept_order = as_published(fixed, free, before, behind)
    timetables = [kept_order, replanned(fixed.problem, kept_order)]
    allowed = [free, *filter(rule.allows, timetables)]
    return min(
        allowed, key=lambda timetable: (moved(timetable, before), rule.rank(timetable))
    )


def moved(table: Timetable, published: Sequence[Stay | None]) -> int:
    """How many initiatives are not where they were published, new ones with them."""
    last = last_days(table.problem, table.end)
    now = ((min(day), day[1]) for day in zip(table.start, last, strict=True))
    return sum(one != other for one, other in zip(now, published, strict=True))


def _least_broken(fixed: Timetable) -> int:
    """How many dates no plan keeps, as the work alone takes too long."""
    problem = fixed.problem
    return beyond(problem, [end for _, end in heads(problem, fixed)], problem.told)


def _groups(fixed: Timetable) -> list[tuple[int, ...]]:
    """What is planned in turn; what leads to no value has dates too, and is in the last."""
    *first, last = groups(fixed.problem) or [()]
    return [*first, (*last, *valueless(fixed.problem))]


def _tiers(fixed: Timetable, in_turn: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    over = tuple(sorted(fixed.problem.fixed))
    for group in in_turn:
        over = (*over, *group)
        yield over


def _searched(
    fixed: Timetable, in_turn: Sequence[Sequence[int]], rule: SteadyRule, known: Timetable
) -> Iterator[Timetable]:
    """Plans with as few broken dates as are found: each group after the best before it."""
    before = fixed
    for group, over in zip(in_turn, rule.tiers, strict=True):
        tables = list(_planned(before, group, over, rule, known))
        if group is in_turn[-1]:
            yield from tables
            return
        allowed = [table for table in tables if rule.allowance(table, over) >= 0]
        before = min(allowed or tables, key=lambda it: (broken(it), aims(it, over, over)))


def _planned(
    before: Timetable,
    group: Sequence[int],
    over: Sequence[int],
    rule: SteadyRule,
    known: Timetable,
) -> Iterator[Timetable]:
    """What is found of a group."""
    orders = [by_start(rule.free, group), by_start(known, group)]
    tables = [scheduled(before, order) for order in orders]
    yield from tables
    spend = rule.allowance(tables[0], over)
    if len(group) <= SMALL and spend >= 0:
        table, proven = kept(before, group, orders, spend, PLACINGS)
        yield table
        if proven:
            return
    yield from _priced(before, over, rule, orders)


def _priced(
    before: Timetable, over: Sequence[int], rule: SteadyRule, orders: list[list[int]]
) -> Iterator[Timetable]:
    """What searches find in which a broken date has a price; each goes on from the others.

    At first the price is all that may be spent. It falls while that leads to plans that
    cost too much, and rises otherwise; the last end comes before it.
    """
    whole, least = before.problem, _least_broken(before)
    unit, low, high = max(1, _price(rule, over)), 0, 0
    for _ in range(1 if whole.makespan else SEARCHES):
        begun = [schedule_of(whole, before, order, unit) for order in orders]
        start = min(begun, key=lambda schedule: schedule.total)
        steps = budget(len(start.order)) // (SHARE * pace(finish(start.table())))
        walk = Annealing(start, steps, least_price(start, before))
        walk.run()
        orders = [*orders, walk.best]
        table = scheduled(before, walk.best)
        yield table
        if rule.allowance(table, over) < 0:
            high = unit
        elif broken(table) <= least:
            return
        else:
            low = unit
        unit = (low + high) // 2 if high else 4 * low
        if unit == low:
            return


def _price(rule: SteadyRule, over: Sequence[int]) -> int:
    """What may be spent on dates; where the last end counts first, more than they cost."""
    free = rule.free
    if free.problem.makespan:
        return 1 + aims(free, over, over)[2]
    return rule.allowance(free, over)
