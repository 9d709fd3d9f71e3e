"""The candidates of a portfolio as a pool, with what is funded in any case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm

from roadmap.model.funding import Funding
from roadmap.model.initiative import Initiative, Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.graphs import reach, topological_order
from roadmap.sequencing.order.jobs import jobs
from roadmap.sequencing.placeable import placeable
from roadmap.sequencing.selection.limits import FundingLimit, charge, limits
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.selection import ForcedKind


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything that can be scheduled, by number, each after what it needs.

    A value is `pool.values[i] × value_unit`, an effort `pool.effort[i] × effort_unit`
    person-weeks; `pool.limits[k]` is what delivered work leaves of limit k, in `units[k]`,
    below 0 if that is over it. `forced` is why something is funded in any case.
    """

    ids: tuple[str, ...]
    pool: CandidatePool
    limits: tuple[FundingLimit, ...]
    units: tuple[Fraction, ...]
    value_unit: Fraction
    effort_unit: Fraction
    forced: Mapping[int, ForcedKind]


def candidates(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    funding: Funding,
    *,
    free: bool = False,
    ideas: bool = False,
) -> Candidates:
    """The candidates under some limits; `free` does not force committed work."""
    ids = sorted(placeable(portfolio, ideas)[0])
    every = jobs(portfolio, scores, ids)
    order = topological_order(every.needs, every.opens)
    place = {i: k for k, i in enumerate(order)}
    each = [portfolio.initiatives[ids[i]] for i in order]
    funding_limits = tuple(limits(portfolio, funding))
    columns = [[charge(portfolio, limit, one) for one in each] for limit in funding_limits]
    scales = [lcm(*(c.denominator for c in column)) for column in columns]
    pool = CandidatePool(
        values=[every.values[i] for i in order],
        effort=[every.sizes[i] for i in order],
        money=_whole([one.cost or Fraction(0) for one in each]),
        rank=order,
        needs=[[place[j] for j in every.needs[i]] for i in order],
        opens=[[place[j] for j in every.opens[i]] for i in order],
        charges=[[int(c * scale) for c in column]
                 for column, scale in zip(columns, scales, strict=True)],
        limits=[floor((limit.amount - limit.delivered) * scale)
                for limit, scale in zip(funding_limits, scales, strict=True)],
    )  # fmt: skip
    return Candidates(
        tuple(ids[i] for i in order),
        pool,
        funding_limits,
        tuple(Fraction(1, scale) for scale in scales),
        every.value_unit,
        every.size_unit,
        _forced(each, pool, free),
    )


def _forced(
    each: Sequence[Initiative], pool: CandidatePool, free: bool
) -> dict[int, ForcedKind]:
    kinds = {i: kind for i, one in enumerate(each) if (kind := _kind(one, free))}
    needed = reach(pool.needs, kinds)
    return {i: kinds.get(i, ForcedKind.NEEDED) for i in sorted(needed)}


def _kind(initiative: Initiative, free: bool) -> ForcedKind | None:
    if initiative.must:
        return ForcedKind.MANDATORY
    if initiative.status is Status.IN_PROGRESS:
        return ForcedKind.RUNNING
    if initiative.status is Status.COMMITTED and not free:
        return ForcedKind.COMMITTED
    return None


def _whole(amounts: Sequence[Fraction]) -> list[int]:
    scale = lcm(*(amount.denominator for amount in amounts))
    return [int(amount * scale) for amount in amounts]
