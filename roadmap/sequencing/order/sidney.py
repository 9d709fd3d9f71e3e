"""Bundles: repeatedly the smallest closed set of greatest value ÷ size.

Jeffrey Sidney, "Decomposition algorithms for single-machine sequencing with precedence
relations and deferral costs", Operations Research 23, 1975. Ties are split into their
finest components after Jean-Claude Picard and Maurice Queyranne, "On the structure of all
minimum cuts in a network", Mathematical Programming Study 13, 1980.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.graphs import (
    connected_components,
    strong_components,
    topological_order,
)
from roadmap.sequencing.order.bundle_ranking import ranked
from roadmap.sequencing.order.jobs import Instance, Jobs
from roadmap.sequencing.order.maximum_closure import Preflow


def bundles(jobs: Jobs, members: Sequence[int]) -> list[list[int]]:
    """The bundles of some jobs, in order: none scores above the one before it.

    What is not among `members` counts as done.
    """
    inside = bytearray(len(jobs))
    for i in members:
        inside[i] = 1
    order = [i for i in topological_order(jobs.needs, jobs.opens) if inside[i]]
    components = sidney_components(jobs.among(order))
    return ranked(jobs, [[order[k] for k in component] for component in components])


def decomposition(instance: Instance) -> list[list[int]]:
    """The bundles of an instance in order; each of its jobs comes after what it needs."""
    return ranked(instance, list(sidney_components(instance)))


def sidney_components(instance: Instance) -> Iterator[list[int]]:
    """The finest bundles, in no order of their own.

    Each index comes after what it needs. A set is halved at its own value ÷ size: what is
    closed and scores more goes before the rest. Where nothing does, the set is tight, and
    falls into the components between which no flow is forced.
    """
    pending = [(list(range(len(instance))), instance)]
    while pending:
        whole, whole_instance = pending.pop()
        for members, part in _connected(whole, whole_instance):
            value, size = sum(part.values), sum(part.sizes)
            if len(members) == 1 or not value:
                yield from ([i] for i in members)
                continue
            flow = Preflow(_excess(part, value, size), part.needs)
            chosen = flow.closure()
            if chosen:
                rest = sorted(set(range(len(members))).difference(chosen))
                pending += [_among(members, part, chosen), _among(members, part, rest)]
                continue
            for component in strong_components(flow.residual_graph()):
                yield [members[k] for k in component]


SubInstance = tuple[list[int], Instance]
"""Members by their index in the whole, and the instance that they make."""


def _excess(part: Instance, value: int, size: int) -> list[int]:
    """How much more each is worth than its size at the score of all together, × size."""
    return [
        worth * size - value * length
        for worth, length in zip(part.values, part.sizes, strict=True)
    ]


def _connected(members: list[int], instance: Instance) -> Iterator[SubInstance]:
    """Members that nothing connects, apart."""
    for connected in connected_components(instance.needs):
        if len(connected) == len(members):
            yield members, instance
        else:
            yield _among(members, instance, connected)


def _among(members: list[int], instance: Instance, chosen: list[int]) -> SubInstance:
    return [members[k] for k in chosen], instance.among(chosen)
