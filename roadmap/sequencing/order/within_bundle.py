"""The order inside a bundle: proven best while small, improved and bounded beyond."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.dynamic_programming import exact_order, least_order
from roadmap.sequencing.order.jobs import Instance
from roadmap.sequencing.order.local_search import improved
from roadmap.sequencing.order.relaxation import relaxation
from roadmap.sequencing.order.sidney import decomposition

EASY = 1_000
"""Sets done first that are always looked at."""
HOPELESS = 160
"""A bundle of more jobs that local search does not prove best is not enumerated."""
PEELS = 30
"""How often the jobs of a bundle may be looked through for what comes first or last."""


def best_within(
    instance: Instance, start: Sequence[int], most: int
) -> tuple[list[int], int]:
    """A bundle's order, no worse than `start`, and a lower bound on its cost.

    What must come first or last is taken off, the rest falls into bundles of its own, and
    so on. At most `most` sets done first are looked at in each of those.
    """
    place = {i: k for k, i in enumerate(start)}
    order: list[int] = []
    bound = done = 0
    spent, pending = 0, [(list(range(len(instance))), True)]
    while pending:
        members, whole = pending.pop()
        part = instance.among(members)
        first, rest, last = peeled(part.needs) if whole else ([], [], [])
        spent += len(members)
        if (first or last) and spent <= PEELS * len(instance):
            pending += [([members[k]], False) for k in reversed(last)]
            between = [members[k] for k in rest]
            pending += [(bundle, True) for bundle in _last_first(instance, between)]
            pending += [([members[k]], False) for k in reversed(first)]
            continue
        known = sorted(range(len(members)), key=lambda k: place[members[k]])
        inside, least = _solved(part, known, most)
        order += [members[k] for k in inside]
        bound += least + done * sum(part.values)
        done += sum(part.sizes)
    return order, bound


def peeled(needs: Sequence[Sequence[int]]) -> tuple[list[int], list[int], list[int]]:
    """Indices that are needed by all the others, the rest, and those that need the others.

    Each index comes after what it needs. The first and the last are in the only order
    that they can have.

    >>> peeled([[], [0], [0], [1, 2], [3]])
    ([0], [1, 2], [3, 4])
    """
    opens = transpose(needs)
    last = _alone(opens, needs, range(len(needs)))
    inside = set(range(len(needs))).difference(last)
    before = [[j for j in needs[i] if j in inside] for i in range(len(needs))]
    after = [[j for j in opens[i] if j in inside] for i in range(len(needs))]
    first = [i for i in _alone(before, after, sorted(inside)) if i in inside]
    rest = sorted(inside.difference(first))
    return first, rest, last[::-1]


def _alone(
    held: Sequence[Sequence[int]], frees: Sequence[Sequence[int]], among: Collection[int]
) -> list[int]:
    """While a single index is held by nothing, that one, and then what it frees."""
    left = [len(holders) for holders in held]
    open_ends = [i for i in among if not left[i]]
    alone = []
    while len(open_ends) == 1:
        end = open_ends.pop()
        alone.append(end)
        for i in frees[end]:
            left[i] -= 1
            if not left[i]:
                open_ends.append(i)
    return alone


def _last_first(instance: Instance, members: list[int]) -> list[list[int]]:
    """The bundles of some members, the last one first."""
    parts = decomposition(instance.among(members))
    return [[members[k] for k in bundle] for bundle in reversed(parts)]


def _solved(part: Instance, start: Sequence[int], most: int) -> tuple[list[int], int]:
    """The order of what does not fall apart, and its bound."""
    if len(part) <= 2:
        return list(range(len(part))), part.cost(range(len(part)))
    order = exact_order(part, EASY)
    if order is not None:
        return order, part.cost(order)
    order = improved(part, start)
    least = relaxation(part)
    now = part.cost(order)
    if least.bound >= now or len(part) > HOPELESS:
        return order, min(now, least.bound)
    above = now * least.scale - least.floor
    searched = least_order(part.sizes, part.needs, least.rise, least.paid, above, most)
    order = searched.order or order
    return order, part.cost(order) if searched.complete else least.bound
