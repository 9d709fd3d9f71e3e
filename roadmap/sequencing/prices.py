"""Prices: what musts, deadlines, pins and orders of a plan cost, by planning again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.freed import Freed
from roadmap.sequencing.results import (
    ObligationKind,
    OutOfOrder,
    Plan,
    Price,
    RankedSequence,
    SolveStatus,
)
from roadmap.sequencing.schedule.calendar_end import without
from roadmap.sequencing.schedule.objective import aims, unit_of_cost, worked_late
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.pace import pace
from roadmap.sequencing.search.replanning import replanned_in_order, steps
from roadmap.sequencing.steadiness import date_price, with_told

LEAST, EACH, MOST = 20_000, 100, 150_000
"""Steps for all prices of a plan: so many, more for each initiative, up to a limit."""

Pair = tuple[str, str]
"""Who starts first, and who is overtaken: `OutOfOrder.first` and `.second`."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """What has a price; `slack` is the working days left until its date, of a pin 0."""

    id: str
    kind: ObligationKind
    slack: int


def obligations(portfolio: Portfolio, plan: Plan) -> list[Obligation]:
    """Those of all that is placed: pins, then dates by slack."""
    kept = []
    for id, slot in plan.slots.items():
        initiative = portfolio.initiatives[id]
        if initiative.deadline:
            due = portfolio.calendar.day_on_or_before(initiative.deadline.last)
            kind = ObligationKind.MUST if initiative.must else ObligationKind.DEADLINE
            kept.append(Obligation(id, kind, due - slot.last_day))
        if initiative.pin:
            kept.append(Obligation(id, ObligationKind.PIN, 0))

    def by_urgency(one: Obligation) -> tuple[bool, int, str]:
        return one.kind is not ObligationKind.PIN, one.slack, one.id

    return sorted(kept, key=by_urgency)


def priced(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    sequence: RankedSequence,
    plan: Plan,
    ids: Collection[str] | None = None,
    pairs: Collection[Pair] = (),
    advance: Callable[[], object] = lambda: None,
) -> Plan:
    """A plan with the prices of some initiatives' obligations (None: of all), and of pairs.

    The price of an obligation is what everything waits less in the plan without it, a
    deadline's own doubling left out on both sides. The price of a pair is what the best
    plan found costs more in which its `second` starts no later than its `first`. Both are
    differences between plans that were found, 0 where no better one was. As many
    are found as placings allow, half of them kept for pairs: pins, dates by slack, and
    pairs in the order given. `advance` is called after each of at most `most_prices`.
    """
    wanted = [
        obligation
        for obligation in obligations(portfolio, plan)
        if ids is None or obligation.id in ids
    ]
    if not wanted and not pairs:
        return plan
    pricing = _pricing(Freed(portfolio, scores, sequence, plan))
    most = most_prices(plan)
    wanted = wanted[: max(most // 2, most - len(pairs))]
    try:
        for obligation in wanted:
            pricing.add(obligation)
            advance()
        for pair in list(pairs)[: most - len(wanted)]:
            pricing.compare(pair)
            advance()
    except KeyboardInterrupt:
        return replace(plan, status=SolveStatus.INTERRUPTED)
    told = tuple(map(pricing.told, plan.out_of_order))
    return replace(plan, prices=tuple(pricing.prices), out_of_order=told)


def most_prices(plan: Plan) -> int:
    """How many prices a plan has: 13 with 36 initiatives, 6 with 500, 0 with 20,000."""
    count = len(plan.slots)
    return min(LEAST + EACH * count, MOST) // (steps(count) * pace(plan.finish_day))


def retraced(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    sequence: RankedSequence,
    plan: Plan,
) -> Timetable:
    """The timetable that a plan was made of."""
    gone = (id for id in sequence.ids if id not in plan.slots)
    whole = problem(portfolio, scores, without(portfolio, sequence, gone))
    return timetable_of(whole, plan)


def timetable_of(whole: Problem, plan: Plan) -> Timetable:
    """A plan as a timetable."""
    none = [-1] * whole.count
    table = Timetable(whole, [0 for _ in whole.crews], none, [*none])
    for number, id in enumerate(whole.ids):
        table.put(number, plan.slots[id].start_day)
    return table


def _pricing(freed: Freed) -> Pricing:
    table = retraced(freed.portfolio, freed.scores, freed.sequence, freed.plan)
    unit = unit_of_cost(table.problem, freed.portfolio.calendar.days_a_week)
    return Pricing(table, unit, freed)


@dataclass(slots=True)
class Pricing:
    """The prices found so far, each by planning a timetable again.

    `unit` is what one of the timetable's cost is in the plan's. `compared` is by pair what
    the other order costs more, and how many days later musts then are; None where the
    order is fixed.
    """

    table: Timetable
    unit: Fraction
    freed: Freed
    prices: list[Price] = field(default_factory=list)
    compared: dict[Pair, tuple[Fraction, int] | None] = field(default_factory=dict)

    def add(self, obligation: Obligation) -> None:
        """Find the price of an obligation."""
        id, kind = obligation.id, obligation.kind
        if self._decides(id, kind):
            whole = self.freed.problem(id, kind)
            kept = timetable_of(whole, self.freed.plan)
            again = self.freed.planned(whole, kept, obligation.slack)
            late, cost = self._dearer(kept, again)
            self.prices.append(Price(id, kind, cost * self.unit, late))
        else:
            self.prices.append(Price(id, kind, Fraction(0)))

    def _decides(self, id: str, kind: ObligationKind) -> bool:
        """Whether an obligation can move anything: dates of what is fixed do not."""
        whole = self.table.problem
        number = whole.ids.index(id)
        if kind is ObligationKind.PIN:
            return number in whole.pinned
        return number not in whole.fixed

    def compare(self, pair: Pair) -> None:
        """Find what the other order of a pair costs more."""
        whole = self.table.problem
        first, second = (whole.ids.index(id) for id in pair)
        if first in whole.fixed:
            self.compared[pair] = None
            return
        told = with_told(self.freed.portfolio, whole)
        price = date_price(self.freed.portfolio, self.table)
        other = replanned_in_order(told, self.table, second, first, price)
        late, cost = self._dearer(other, self.table)
        self.compared[pair] = cost * self.unit, late

    def told(self, pair: OutOfOrder) -> OutOfOrder:
        """A pair with its price, where there is one."""
        known = self.compared.get((pair.first, pair.second))
        return replace(pair, price=known[0], late=known[1]) if known else pair

    def _dearer(self, one: Timetable, other: Timetable) -> tuple[int, int]:
        """By how much one plan is later and costs more than another: never below 0.

        Where it is later, it may well cost less. Days are those on which people work.
        """
        everything = range(one.problem.count)
        high, low = aims(one, everything), aims(other, everything)
        if high <= low:
            return 0, 0
        calendar = self.freed.portfolio.calendar
        later = worked_late(one, calendar) - worked_late(other, calendar)
        if one.problem.makespan:
            return max(0, later), max(0, calendar.days_later(low[1] - 1, high[1] - 1))
        return max(0, later), max(0, high[1] - low[1])
