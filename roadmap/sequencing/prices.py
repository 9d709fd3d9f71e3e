"""Prices: what musts, deadlines, pins and orders of a plan cost, by planning again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.graphs import reach
from roadmap.sequencing.results import (
    ObligationKind,
    OutOfOrder,
    Plan,
    Price,
    RankedSequence,
    SolveStatus,
)
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.problem import FAR, Problem, problem
from roadmap.sequencing.schedule.serial import Timetable
from roadmap.sequencing.search.replanning import placings, replanned, replanned_in_order

LEAST, EACH, MOST = 40_000, 200, 300_000
"""Placings for all prices of a plan: so many, more for each initiative, up to a limit."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Obligation:
    """What has a price: `spare` days are left (pin: 0)."""

    id: str
    kind: ObligationKind
    spare: int


def obligations(portfolio: Portfolio, plan: Plan) -> list[Obligation]:
    """Those of all that is placed: pins, then dates by how little is to spare."""
    found = []
    for id, slot in plan.slots.items():
        initiative = portfolio.initiatives[id]
        if initiative.deadline:
            due = portfolio.calendar.day_on_or_before(initiative.deadline.last)
            kind = ObligationKind.MUST if initiative.must else ObligationKind.DEADLINE
            found.append(Obligation(id, kind, due - slot.last_day))
        if initiative.pin:
            found.append(Obligation(id, ObligationKind.PIN, 0))

    def by_urgency(each: Obligation) -> tuple[bool, int, str]:
        return each.kind is not ObligationKind.PIN, each.spare, each.id

    return sorted(found, key=by_urgency)


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

    The price of an obligation is what everything waits less when planned again without
    it, a deadline's own doubling left out on both sides. The price of a pair is what the
    best plan found costs more in which its `second` starts no later than its `first`.
    Both are differences between plans that were found, 0 where no better one was. As many
    are found as steps allow, half of them kept for pairs: pins, dates by how little is to
    spare, and pairs in the order given. `advance` is called after each of at most
    `most_prices`.
    """
    wanted = [
        each for each in obligations(portfolio, plan) if ids is None or each.id in ids
    ]
    if not wanted and not pairs:
        return plan
    whole = problem(portfolio, scores, sequence)
    unit = Fraction(1, 1 if whole.makespan else whole.scale * len(portfolio.calendar.week))
    base, most = laid(whole, plan), most_prices(whole.count)
    few = max(most // 2, most - len(pairs))
    pins = {each for each, id in enumerate(whole.ids) if portfolio.initiatives[id].pin}
    prices: list[Price] = []
    compared: dict[Pair, tuple[Fraction, int] | None] = {}
    try:
        for price in _prices(base, pins, wanted[:few], unit):
            prices.append(price)
            advance()
        for pair in list(pairs)[: most - len(prices)]:
            compared[pair] = _compared(base, pair, unit)
            advance()
    except KeyboardInterrupt:
        return replace(plan, status=SolveStatus.INTERRUPTED)
    told = tuple(_told(each, compared) for each in plan.out_of_order)
    return replace(plan, prices=tuple(prices), out_of_order=told)


def most_prices(count: int) -> int:
    """How many prices a plan of so many initiatives has.

    >>> most_prices(36), most_prices(500), most_prices(20_000)
    (13, 6, 0)
    """
    return min(LEAST + EACH * count, MOST) // placings(count)


def laid(whole: Problem, plan: Plan) -> Timetable:
    """A plan as a timetable."""
    none = [-1] * whole.count
    table = Timetable(whole, [0 for _ in whole.crews], none, [*none])
    for number, id in enumerate(whole.ids):
        table.put(number, plan.slots[id].start_day)
    return table


def _prices(
    base: Timetable, pins: Set[int], wanted: Iterable[Obligation], unit: Fraction
) -> Iterator[Price]:
    whole, every = base.problem, range(base.problem.count)
    number = {id: each for each, id in enumerate(whole.ids)}
    settled: Timetable | None = None
    for each in wanted:
        without = _without(whole, pins, number[each.id], each.kind)
        if without is None:
            yield Price(each.id, each.kind, Fraction(0))
            continue
        # Both sides are bettered alike, or a better search would look like a price.
        settled = settled or min(base, replanned(whole, base), key=lambda t: aims(t, every))
        kept = Timetable(without, settled.busy, settled.start, settled.end)
        late, cost = _dearer(kept, replanned(without, settled))
        yield Price(each.id, each.kind, cost * unit, late)


def _without(
    whole: Problem, pins: Set[int], number: int, kind: ObligationKind
) -> Problem | None:
    """The problem without an obligation; None where it decides nothing."""
    if kind is ObligationKind.PIN:
        kept = set(reach(whole.before, pins - {number}))
        pinned = tuple(each for each in whole.pinned if each in kept)
        return replace(whole, pinned=pinned) if number in whole.pinned else None
    if number in whole.fixed:
        return None
    due, must = list(whole.due), list(whole.must)
    due[number], must[number] = FAR, False
    return replace(whole, due=tuple(due), must=tuple(must))


def _told(
    pair: OutOfOrder, compared: Mapping[Pair, tuple[Fraction, int] | None]
) -> OutOfOrder:
    found = compared.get((pair.first, pair.second))
    return replace(pair, price=found[0], late=found[1]) if found else pair


def _compared(base: Timetable, pair: Pair, unit: Fraction) -> tuple[Fraction, int] | None:
    """What the other order of a pair costs more, and how late; None where it is fixed."""
    whole = base.problem
    first, second = (whole.ids.index(id) for id in pair)
    if first in whole.fixed:
        return None
    late, cost = _dearer(replanned_in_order(whole, base, second, first), base)
    return cost * unit, late


def _dearer(one: Timetable, other: Timetable) -> tuple[int, int]:
    """How much later and dearer one plan is than another: never below 0.

    Where it is later, it may well be cheaper.
    """
    every = range(one.problem.count)
    high, low = aims(one, every), aims(other, every)
    if high <= low:
        return 0, 0
    return high[0] - low[0], max(0, high[1] - low[1])
