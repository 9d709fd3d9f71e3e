"""All orders of a small group within a limit: the fewest dates broken, then the cheapest.

A date that people were told has a price above everything else, so the price of an order is
a number of two parts. The lower one is what the order costs, and that may not be too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.sequencing.schedule.objective import units
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.branch_and_bound import BranchAndBound, Prefix
from roadmap.sequencing.search.incremental import Schedule


@dataclass(slots=True)
class WithinLimit(BranchAndBound):
    """The search in which no order may cost more than a limit."""

    most: int = 0

    def _visit(self, node: Prefix) -> None:
        last = self.schedule.end_unit * max(0, node.finish)
        if self._costs(node.price + last) <= self.most:
            BranchAndBound._visit(self, node)

    def _came_to(self, node: Prefix) -> tuple[int, ...]:
        known = BranchAndBound._came_to(self, node)
        return (*known, self._costs(node.price))

    def _bound(self, node: Prefix, start: Sequence[int], end: Sequence[int]) -> int:
        least = BranchAndBound._bound(self, node, start, end)
        return least if self._costs(least) <= self.most else self.least

    def _costs(self, price: int) -> int:
        return price % self.schedule.told_unit


def kept(
    fixed: Timetable,
    group: Sequence[int],
    orders: Iterable[Sequence[int]],
    allowance: int,
    placings: int,
) -> tuple[Timetable, bool]:
    """The best of all orders of a group, as far as placings go, and whether it is proven.

    `orders` are known ones, the first of which sets the limit: no order may be later, and
    none may cost (or, where that is minimised, end) more than by `allowance`.
    """
    begun = [_schedule(fixed, order) for order in orders]
    first = begun[0]
    unit, step = first.told_unit, first.end_unit or 1
    most = (first.total % unit // step + allowance + 1) * step - 1
    within = [schedule for schedule in begun if schedule.total % unit <= most]
    best = min(within, key=lambda schedule: schedule.total)
    search = WithinLimit(best, sorted(group), best.order, best.total, placings, most=most)
    proven = search.run()
    return _schedule(fixed, search.best).table(), proven


def _schedule(fixed: Timetable, order: Sequence[int]) -> Schedule:
    """An order that pays for dates above all, and above all days late together."""
    problem = fixed.problem
    late, end = units(problem)
    days = problem.horizon(range(problem.count)) - min([0, *problem.due])
    told = late << (days * problem.count).bit_length() + 1
    return Schedule(problem, fixed, list(order), late, end, told)
