"""Steps: the smallest sets of greatest value ÷ size, closed under what they need, in turn.

Jeffrey Sidney, "Decomposition algorithms for single-machine sequencing with precedence
relations and deferral costs", Operations Research 23, 1975. Ties are split into their
finest pieces after Jean-Claude Picard and Maurice Queyranne, "On the structure of all
minimum cuts in a network", Mathematical Programming Study 13, 1980.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.sequencing.graphs import (
    connected_components,
    strong_components,
    topological_order,
)
from roadmap.sequencing.order.bundle_ranking import in_order
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.maximum_closure import Flow

Needs = list[list[int]]


def steps(jobs: Jobs, members: Sequence[int]) -> list[list[int]]:
    """The steps of some jobs, in order: no step scores above the one before it.

    What is not among `members` counts as done.
    """
    inside = bytearray(len(jobs))
    for i in members:
        inside[i] = 1
    order = [i for i in topological_order(jobs.needs, jobs.opens) if inside[i]]
    place = {i: k for k, i in enumerate(order)}
    needs = [[place[j] for j in jobs.needs[i] if inside[j]] for i in order]
    values, sizes = [jobs.values[i] for i in order], [jobs.sizes[i] for i in order]
    found = [[order[k] for k in piece] for piece in tight_pieces(values, sizes, needs)]
    return in_order(jobs.values, jobs.sizes, jobs.needs, found)


def tight_pieces(
    values: Sequence[int], sizes: Sequence[int], needs: Needs
) -> Iterator[list[int]]:
    """The finest pieces that travel together, in no order of their own.

    Each index comes after what it needs. A set is halved at its own value ÷ size: what is
    closed and scores more goes before the rest. Where nothing does, the set is tight, and
    falls into the pieces between which no flow is forced.
    """
    pending = [(list(range(len(needs))), needs)]
    while pending:
        members, needs = pending.pop()
        for part, wanted in _apart(members, needs):
            value, size = sum(values[i] for i in part), sum(sizes[i] for i in part)
            if len(part) == 1 or not value:
                yield from ([i] for i in part)
                continue
            flow = Flow([values[i] * size - value * sizes[i] for i in part], wanted)
            chosen = flow.closure()
            if chosen:
                pending += _split(part, wanted, chosen)
                continue
            for piece in strong_components([flow.residual(k) for k in range(len(part))]):
                yield [part[k] for k in piece]


def _apart(members: list[int], needs: Needs) -> Iterator[tuple[list[int], Needs]]:
    """Members that nothing connects, apart."""
    for connected in connected_components(needs):
        if len(connected) == len(members):
            yield members, needs
        else:
            yield _among(members, needs, connected)


def _split(
    members: list[int], needs: Needs, chosen: list[int]
) -> list[tuple[list[int], Needs]]:
    inside = set(chosen)
    rest = [i for i in range(len(members)) if i not in inside]
    return [_among(members, needs, chosen), _among(members, needs, rest)]


def _among(members: list[int], needs: Needs, chosen: list[int]) -> tuple[list[int], Needs]:
    place = {i: k for k, i in enumerate(chosen)}
    return (
        [members[i] for i in chosen],
        [[place[j] for j in needs[i] if j in place] for i in chosen],
    )
