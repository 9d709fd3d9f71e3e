"""Improve an order of many jobs: decompose windows again and reinsert single jobs.

Within a window the order bundle by bundle never costs more (Sidney, 1975), so halves,
quarters and eighths of an order, taken in turn, improve it by whole groups of jobs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.dynamic_programming import exact_order
from roadmap.sequencing.order.jobs import Instance
from roadmap.sequencing.order.sidney import decomposition

SMALL, MOST = 30, 300
"""A bundle of so many jobs is put in its best order, by at most so many sets done first."""
MANY, OFTEN, TWICE = 200, 4, 2
"""How many rounds there are: more for an order of up to so many jobs."""
FAR = 500
"""No job is reinserted farther away."""


def improved(instance: Instance, start: Sequence[int]) -> list[int]:
    """An order that costs no more than `start`."""
    order = list(start)
    for _ in range(OFTEN if len(order) <= MANY else TWICE):
        before = list(order)
        for window in _windows(len(order)):
            order[window] = _decomposed(instance, order[window])
        order = reinserted(instance, order)
        if order == before:
            break
    return order


def reinserted(instance: Instance, start: Sequence[int]) -> list[int]:
    """An order that costs no more, after each job had one chance to move a short way."""
    opens = transpose(instance.needs)
    linked = [{*needs, *after} for needs, after in zip(instance.needs, opens, strict=True)]
    order = list(start)
    place = {i: k for k, i in enumerate(order)}
    for i in start:
        at = place[i]
        to = _best_place(instance, linked[i], order, at)
        if to != at:
            order.insert(to, order.pop(at))
            for k in range(min(at, to), max(at, to) + 1):
                place[order[k]] = k
    return order


def _windows(count: int) -> Iterator[slice]:
    shortest = max(8, count // 32)
    length = (count + 1) // 2
    while length >= shortest:
        for start in range(0, count, length):
            yield slice(start, start + length)
        for start in range(length // 2, count, length):
            yield slice(start, start + length)
        length //= 2


def _decomposed(instance: Instance, window: list[int]) -> list[int]:
    """A window bundle by bundle, as if it stood alone."""
    part = instance.among(window)
    return [
        window[k] for bundle in decomposition(part) for k in _best_if_small(part, bundle)
    ]


def _best_if_small(part: Instance, bundle: list[int]) -> list[int]:
    if not 2 < len(bundle) <= SMALL:
        return bundle
    order = exact_order(part.among(bundle), MOST)
    return [bundle[k] for k in order] if order else bundle


def _best_place(instance: Instance, linked: set[int], order: list[int], at: int) -> int:
    """Where the job at a place costs least, between what it needs and what it opens."""
    values, sizes = instance.values, instance.sizes
    value, size = values[order[at]], sizes[order[at]]
    best = gain = 0
    to = at
    for k in range(at - 1, max(-1, at - FAR), -1):
        j = order[k]
        if j in linked:
            break
        gain += value * sizes[j] - size * values[j]
        if gain > best:
            best, to = gain, k
    gain = 0
    for k in range(at + 1, min(len(order), at + FAR)):
        j = order[k]
        if j in linked:
            break
        gain += size * values[j] - value * sizes[j]
        if gain > best:
            best, to = gain, k
    return to
