"""Funding: the set of greatest value within the limits, and what is below the line.

The Next Release Problem with precedence. Anthony Bagnall, Victor Rayward-Smith and Ian
Whittley, "The next release problem", Information and Software Technology 43, 2001.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from roadmap.model.funding import Funding
from roadmap.model.portfolio import Engine, Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.engines import exact_selection
from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.selection.candidates import Candidates, candidates
from roadmap.sequencing.selection.fast import Chosen, fast
from roadmap.sequencing.selection.minimum_score import good_enough
from roadmap.sequencing.selection.selection import Below, BelowKind, LimitUse, Selection


def selection(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    funding: Funding,
    *,
    free: bool = False,
    ideas: bool = False,
    engine: Engine = Engine.FAST,
) -> Selection:
    """What is funded; `free` lets committed work compete with the rest.

    Raises:
        EngineMissing: the engine is exact, and what it needs is not installed.

    """
    every = candidates(portfolio, scores, funding, free=free, ideas=ideas)
    search = exact_selection() if engine is Engine.EXACT else fast
    return described(portfolio, chosen_of(every, funding, search))


def unfunded(
    portfolio: Portfolio, scores: Mapping[str, Score], ideas: bool = False
) -> frozenset[str]:
    """What the portfolio's own funding leaves out; nothing where it states none."""
    funding = portfolio.funding
    if funding is None or not funding.limits:
        return frozenset()
    found = selection(portfolio, scores, funding, ideas=ideas, engine=portfolio.engine)
    return frozenset(below.id for below in found.below)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen of some candidates, by number.

    `able` are those that the minimum score lets through; `full`: forced work alone is over
    a limit, so nothing else was considered. `bound` is on the value of all that is funded.
    """

    every: Candidates
    members: frozenset[int]
    able: frozenset[int]
    full: bool
    bound: int

    @property
    def value(self) -> int:
        """The value of what is funded."""
        return self.every.pool.value(self.members)


def chosen_of(
    every: Candidates,
    funding: Funding,
    search: Callable[..., Chosen] = fast,
    share: int = 1,
) -> Choice:
    """What is funded of some candidates, with one part in `share` of the usual work."""
    pool, forced = every.pool, frozenset(every.forced)
    left = _left(every, forced)
    able = _able(every, funding, left)
    full = any(each < 0 for each in left)
    worth = pool.value(forced)
    if full:
        return Choice(every, forced, frozenset(able), True, worth)
    part = pool.among(able, left)
    chosen = search(part) if share == 1 else search(part, share)
    members = forced.union(able[k] for k in chosen.members)
    return Choice(every, members, frozenset(able), False, worth + chosen.bound)


def _left(every: Candidates, members: Iterable[int]) -> list[int]:
    pool = every.pool
    return [most - used for most, used in zip(pool.limits, pool.used(members), strict=True)]


def _able(every: Candidates, funding: Funding, left: list[int]) -> list[int]:
    """What may be added to forced work: all, or what scores enough with what it needs."""
    pool = every.pool
    rest = [i for i in range(len(pool)) if i not in every.forced]
    if funding.minimum_score is None:
        return rest
    score = funding.minimum_score * every.effort_unit / every.value_unit
    return [rest[k] for k in good_enough(pool.among(rest, left), score)]


def described(portfolio: Portfolio, found: Choice) -> Selection:
    """An outcome in the units of the portfolio."""
    every, pool = found.every, found.every.pool
    each = [portfolio.initiatives[every.ids[i]] for i in sorted(found.members)]
    proven = found.value >= found.bound
    return Selection(
        funded=tuple(sorted(one.id for one in each)),
        forced={every.ids[i]: kind for i, kind in every.forced.items()},
        below=tuple(_below(found)),
        uses=_uses(found),
        value=found.value * every.value_unit,
        bound=found.bound * every.value_unit,
        status=SolveStatus.OPTIMAL if proven else SolveStatus.BOUNDED,
        effort=sum((pool.effort[i] for i in found.members), 0) * every.effort_unit,
        cost=sum((one.cost or Fraction(0) for one in each), Fraction(0)),
    )


def _uses(found: Choice) -> tuple[LimitUse, ...]:
    every, pool = found.every, found.every.pool
    forced = pool.used(every.forced)
    chosen = pool.used(found.members.difference(every.forced))
    return tuple(
        LimitUse(limit, before * unit, after * unit)
        for limit, unit, before, after in zip(
            every.limits, every.units, forced, chosen, strict=True
        )
    )


def _below(found: Choice) -> list[Below]:
    """What is not funded: by value for effort with what it needs, the best first."""
    rest = [i for i in range(len(found.every.pool)) if i not in found.members]
    return sorted((_missed(found, i) for i in rest), key=_by_score)


def _by_score(below: Below) -> tuple[bool, Fraction, str]:
    score = below.value / below.effort if below.effort else below.value
    return below.kind is not BelowKind.LIMIT, -score, below.id


def _missed(found: Choice, i: int) -> Below:
    every, pool = found.every, found.every.pool
    adds = pool.missing([i], set(found.members))
    left = _left(every, found.members)
    short = {
        k: (used - rest) * every.units[k]
        for k, (used, rest) in enumerate(zip(pool.used(adds), left, strict=True))
        if used > rest
    }
    return Below(
        every.ids[i],
        _kind(found, i, adds),
        tuple(sorted(every.ids[j] for j in adds if j != i)),
        pool.value(adds) * every.value_unit,
        sum(pool.effort[j] for j in adds) * every.effort_unit,
        short,
    )


def _kind(found: Choice, i: int, adds: list[int]) -> BelowKind:
    if i not in found.able:
        return BelowKind.SCORE
    if found.full:
        return BelowKind.FULL
    return BelowKind.LIMIT if found.every.pool.value(adds) else BelowKind.WORTHLESS


def relaxed(every: Candidates, limits: Mapping[int, Fraction]) -> Candidates:
    """The candidates with more of some limits, by place and in their units."""
    amounts = list(every.pool.limits)
    for k, more in limits.items():
        amounts[k] += floor(more / every.units[k])
    return replace(every, pool=every.pool.limited(amounts))
