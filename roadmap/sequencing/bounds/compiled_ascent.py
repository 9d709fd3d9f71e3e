"""The compiled twin of the ascent, where the kernel is there and the numbers fit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from roadmap.sequencing import compiled
from roadmap.sequencing.bounds.priced_starts import PriceLine, Prices
from roadmap.sequencing.bounds.time_indexed import BoundNode, TimeIndexed
from roadmap.sequencing.compiled import firsts, joined


def compiled_ascent(
    model: TimeIndexed, costs: Sequence[PriceLine], known: int, rounds: int, prices: Prices
) -> tuple[int, Prices] | None:
    """The best bound and its prices; None where that is left to Python."""
    if compiled.kernel is None:
        return None
    try:
        scalars = array("q", (model.horizon, known, model.late))
        inputs = tuple(map(joined, _inputs(model, costs)))
        rows, arcs = joined(prices.rows), joined(prices.arcs)
        ascend = compiled.kernel.ascend
        best, late = ascend(rounds, scalars, inputs, rows, arcs, prices.late)
    except OverflowError:
        return None
    return best, Prices(_lines(rows, model.horizon), _lines(arcs, model.horizon), late)


def _inputs(
    model: TimeIndexed, costs: Sequence[PriceLine]
) -> Iterator[Iterable[Iterable[int]]]:
    """The rows of numbers, in the order in which the kernel names them."""
    nodes = model.nodes
    uses = [use for node in nodes for use in node.uses]
    yield [[node.days.first for node in nodes]]
    yield costs
    yield (node.days.ends for node in nodes)
    yield from _ragged([node.days.late for node in nodes])
    yield from _ragged([node.days.closed for node in nodes])
    yield [firsts([node.uses for node in nodes])]
    yield [[use.demand for use in uses]]
    yield (use.ends for use in uses)
    yield [firsts(model.demands)]
    for one in range(2):
        yield [[held[one] for held in chain.from_iterable(model.demands)]]
    yield from _links(nodes)
    yield from _ragged([node.after for node in nodes])
    yield from _ragged([node.before for node in nodes])
    yield model.rooms


def _links(nodes: Sequence[BoundNode]) -> Iterator[Iterable[Iterable[int]]]:
    links = [node.link for node in nodes]
    yield [[link.parent if link else -1 for link in links]]
    yield [[link.needing if link else 0 for link in links]]
    yield (link.places for link in links if link)


def _ragged(rows: Sequence[Sequence[int]]) -> Iterator[Iterable[Iterable[int]]]:
    yield [firsts(rows)]
    yield rows


def _lines(numbers: array[int], size: int) -> list[list[int]]:
    """The lines of so many numbers that lie one after the other."""
    return [numbers[at : at + size].tolist() for at in range(0, len(numbers), size)]
