"""The order inside a step: exact while small, improved by moves beyond."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.sequencing.ideals import exact_order
from roadmap.sequencing.insertion import improved
from roadmap.sequencing.jobs import Jobs


def inside(jobs: Jobs, step: Sequence[int], start: Sequence[int]) -> tuple[list[int], bool]:
    """A step's order and whether it is proven best; never worse than `start`."""
    if len(step) == 1:
        return list(step), True
    members = sorted(step)
    place = {i: k for k, i in enumerate(members)}
    needs = [[place[j] for j in jobs.needs[i] if j in place] for i in members]
    values, sizes = [jobs.values[i] for i in members], [jobs.sizes[i] for i in members]
    order = exact_order(values, sizes, needs)
    proven = order is not None
    if order is None:
        order = improved(values, sizes, needs, [place[i] for i in start])
    return [members[k] for k in order], proven
