"""What stands before the steps: running work, then pinned work with what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.graphs import reach
from roadmap.sequencing.order.best_order import best_steps
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.naive import usual


def prefix(jobs: Jobs, portfolio: Portfolio, scores: Mapping[str, Score]) -> list[int]:
    """Running work by start, then pins in the order that they would have without pins."""
    found = running(jobs, portfolio)
    pinned = [i for i in range(len(jobs)) if portfolio.initiatives[jobs.ids[i]].pin]
    inside = set(found)
    if inside.issuperset(pinned):
        return found
    unpinned = best_steps(jobs, found, usual(jobs, portfolio, scores, found))
    place = {i: k for k, i in enumerate(i for step in unpinned for i in step.order)}
    for pin in sorted(set(pinned) - inside, key=place.__getitem__):
        needed = set(reach(jobs.needs, [pin])) - inside
        inside |= needed
        found += sorted(needed, key=place.__getitem__)
    return found


def running(jobs: Jobs, portfolio: Portfolio) -> list[int]:
    """Work in progress, earliest start first."""
    found = []
    for i, id in enumerate(jobs.ids):
        initiative = portfolio.initiatives[id]
        if initiative.status is Status.IN_PROGRESS:
            found.append((initiative.started or date.max, id, i))
    return [i for _, _, i in sorted(found)]
