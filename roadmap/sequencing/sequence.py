"""The sequence: the order of the least average time to value, bundle by bundle, proven."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing import results
from roadmap.sequencing.order.best_order import OrderedBundle, best_bundles
from roadmap.sequencing.order.jobs import Jobs, committed_first, jobs
from roadmap.sequencing.order.naive import naive_order
from roadmap.sequencing.order.prefix import prefix
from roadmap.sequencing.placeable import placeable
from roadmap.sequencing.results import SolveStatus, Unplaced, UnplacedKind


def sequence(
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    ideas: bool = False,
    unfunded: Collection[str] = (),
) -> results.RankedSequence:
    """Everything that can be placed in the order of least Σ value × completion.

    `unfunded` is not placed; whatever depends on it has to be part of it.
    """
    placed, unplaced = placeable(portfolio, ideas)
    if unfunded:
        placed, unplaced = _funded(placed, unplaced, unfunded)
    every = jobs(portfolio, scores, committed_first(portfolio, placed))
    first = prefix(every, portfolio, scores)
    naive = naive_order(every, portfolio, scores, first)
    best = best_bundles(every, first, naive)
    order = [*first, *(i for bundle in best for i in bundle.order)]
    start = every.cost(first)
    proven = all(bundle.proven for bundle in best)
    return results.RankedSequence(
        ids=_ids(every, order),
        bundles=(*_first(every, first), *_numbered(every, best)),
        cost=every.in_units(start + sum(bundle.cost for bundle in best)),
        naive=_ids(every, naive),
        naive_cost=every.in_units(every.cost(naive)),
        bound=every.in_units(start + sum(bundle.bound for bundle in best)),
        status=SolveStatus.OPTIMAL if proven else SolveStatus.BOUNDED,
        unplaced=unplaced,
        prefix=_ids(every, first),
    )


def _funded(
    placed: Iterable[str], unplaced: Iterable[Unplaced], unfunded: Collection[str]
) -> tuple[list[str], tuple[Unplaced, ...]]:
    gone = [Unplaced(id, UnplacedKind.UNFUNDED) for id in placed if id in unfunded]
    left = sorted([*unplaced, *gone], key=lambda each: each.id)
    return [id for id in placed if id not in unfunded], tuple(left)


def _ids(every: Jobs, order: Iterable[int]) -> tuple[str, ...]:
    return tuple(every.ids[i] for i in order)


def _first(every: Jobs, first: Sequence[int]) -> list[results.Bundle]:
    return [_bundle(every, 0, [i]) for i in first]


def _numbered(every: Jobs, best: Sequence[OrderedBundle]) -> list[results.Bundle]:
    return [_bundle(every, number, bundle.order) for number, bundle in enumerate(best, 1)]


def _bundle(every: Jobs, number: int, members: Sequence[int]) -> results.Bundle:
    value = sum(every.values[i] for i in members) * every.value_unit
    size = sum(every.sizes[i] for i in members) * every.size_unit
    return results.Bundle(number, _ids(every, members), value, size)
