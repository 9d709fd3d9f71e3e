"""Trade-offs of a selection: the next breakpoint, the curve, and what each limit costs.

Each is found by selecting again, with a part of the usual work: a gain is real, and may be
more with all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from roadmap.model.funding import Funding
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.funding import Choice, chosen_of, relaxed
from roadmap.sequencing.selection.candidates import Candidates, candidates
from roadmap.sequencing.selection.limits import LimitKind
from roadmap.sequencing.selection.selection import Below, BelowKind, ForcedKind, Selection

SHARE = 10
SHARES = tuple(Fraction(share, 100) for share in (25, 50, 75, 90, 100, 110, 125, 150, 200))
"""The budgets of the curve, as shares of the one that is stated."""
STEPS = 3
"""How many breakpoints of a limit are looked for."""


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """The least more of a limit that buys something: `added`, at the price of `dropped`.

    `limit` is its place; `more` in its unit, `value` in the framework's.
    """

    limit: int
    more: Fraction
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    value: Fraction


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The value and the number of initiatives that a share of the budget funds.

    `amount` is in the unit of the limit that varies.
    """

    share: Fraction
    amount: Fraction
    value: Fraction
    count: int


@dataclass(frozen=True, slots=True)
class LimitCost:
    """The value that would be added without a limit.

    `limits` are the places of what counts as one: a team's effort, or all time to a day;
    empty for the minimum score.
    """

    limits: tuple[int, ...]
    value: Fraction


@dataclass(frozen=True, slots=True)
class TradeOffs:
    """What else could be funded. `curve` is over the limits at the places `varied`.

    `forced_cost` is the value that would be added if only running work were forced, and
    `committed_cost` if commitments were not.
    """

    breakpoints: tuple[Breakpoint, ...]
    varied: tuple[int, ...]
    curve: tuple[CurvePoint, ...]
    costs: tuple[LimitCost, ...]
    forced_cost: Fraction
    committed_cost: Fraction


@dataclass(frozen=True, slots=True)
class _Base:
    """A selection, what it was made from, and how to select again."""

    every: Candidates
    funding: Funding
    found: Selection

    def again(self, every: Candidates, funding: Funding | None = None) -> Choice:
        return chosen_of(every, funding or self.funding, share=SHARE)

    def gain(self, outcome: Choice) -> Fraction:
        return max(Fraction(0), outcome.value * self.every.value_unit - self.found.value)

    def without(self, places: tuple[int, ...]) -> Candidates:
        pool = self.every.pool
        amounts = [
            sum(pool.charges[k]) if k in places else most
            for k, most in enumerate(pool.limits)
        ]
        return replace(self.every, pool=pool.limited(amounts))


def trade_offs(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    funding: Funding,
    found: Selection,
    *,
    free: bool = False,
    ideas: bool = False,
) -> TradeOffs:
    """The trade-offs of a selection that was made with the same arguments."""
    every = candidates(portfolio, scores, funding, free=free, ideas=ideas)
    base = _Base(every, funding, found)
    varied = _varied(every)
    return TradeOffs(
        tuple(_breakpoints(base)),
        varied,
        tuple(_curve(base, varied)),
        tuple(_costs(base)),
        base.gain(base.again(_forcing(every, {ForcedKind.RUNNING}))),
        base.gain(base.again(_forcing(every, {ForcedKind.RUNNING, ForcedKind.MANDATORY}))),
    )


def _forcing(every: Candidates, kinds: set[ForcedKind]) -> Candidates:
    """The candidates where only some kinds of work are forced, with what they need."""
    own = [i for i, kind in every.forced.items() if kind in kinds]
    needed = every.pool.missing(own, set())
    forced = {i: every.forced[i] for i in sorted(needed)}
    return replace(every, forced=forced)


def _breakpoints(base: _Base) -> Iterator[Breakpoint]:
    """For each limit, the least that more of it alone buys, and what a little more does."""
    for k in range(len(base.every.limits)):
        alone = [below for below in base.found.below if set(below.short) == {k}]
        missed = [below for below in alone if below.kind is BelowKind.LIMIT]
        value, steps = Fraction(0), 0
        for each in sorted(
            missed, key=lambda below: (below.short[k], -below.value, below.id)
        ):
            if each.value > value and steps < STEPS:
                bought = _bought(base, k, each)
                value, steps = bought.value, steps + 1
                yield bought


def _bought(base: _Base, k: int, least: Below) -> Breakpoint:
    """What so much more of a limit buys: what just missed, or a better set."""
    more = least.short[k]
    outcome = base.again(relaxed(base.every, {k: more}))
    if base.gain(outcome) <= least.value:
        return Breakpoint(k, more, (least.id, *least.needs), (), least.value)
    ids = {base.every.ids[i] for i in outcome.members}
    added, dropped = ids.difference(base.found.funded), set(base.found.funded) - ids
    return Breakpoint(
        k,
        _taken(base, k, outcome) or more,
        tuple(sorted(added)),
        tuple(sorted(dropped)),
        base.gain(outcome),
    )


def _taken(base: _Base, k: int, outcome: Choice) -> Fraction:
    """How much more of a limit a set takes than there is; 0 where it fits."""
    pool, unit = base.every.pool, base.every.units[k]
    return max(Fraction(0), (pool.used(outcome.members)[k] - pool.limits[k]) * unit)


def _varied(every: Candidates) -> tuple[int, ...]:
    """The places of the budget: the first of effort and money, otherwise all time."""
    stated = [k for k, limit in enumerate(every.limits) if limit.kind is not LimitKind.TIME]
    return tuple(stated[:1]) or tuple(range(len(every.limits)))


def _curve(base: _Base, varied: tuple[int, ...]) -> Iterator[CurvePoint]:
    """What shares of the budget fund, from what forced work needs to where it is all."""
    if not varied or base.found.over:
        return
    every, whole = base.every, base.again(base.without(varied))
    best = Fraction(0), 0
    for share in SHARES:
        less = {k: (share - 1) * every.limits[k].amount for k in varied}
        if share == 1:
            found = base.found.value, len(base.found.funded)
        else:
            outcome = base.again(relaxed(every, less))
            if outcome.full:
                continue
            found = outcome.value * every.value_unit, len(outcome.members)
        best = max(best, found, key=lambda each: each[0])
        if share < 1:
            best = min(best, (base.found.value, len(base.found.funded)))
        amount = sum((share * every.limits[k].amount for k in varied), Fraction(0))
        yield CurvePoint(share, amount, *best)
        if best[0] >= whole.value * every.value_unit:
            return


def _costs(base: _Base) -> Iterator[LimitCost]:
    """What each limit costs, all time to a day as one, and the minimum score."""
    limits = base.every.limits
    time = tuple(k for k, limit in enumerate(limits) if limit.kind is LimitKind.TIME)
    apart = [(k,) for k in range(len(limits)) if k not in time]
    for places in (*apart, *([time] if time else [])):
        yield LimitCost(places, base.gain(base.again(base.without(places))))
    if base.funding.minimum_score is not None:
        funding = replace(base.funding, minimum_score=None)
        yield LimitCost((), base.gain(base.again(base.every, funding)))
