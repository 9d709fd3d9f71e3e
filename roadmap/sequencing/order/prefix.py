"""What comes before the bundles: work in progress, then pinned work and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from roadmap.model.initiative import Status
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.graphs import reach
from roadmap.sequencing.order.best_order import best_bundles
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.naive import naive_order


def prefix(jobs: Jobs, portfolio: Portfolio, scores: Mapping[str, Score]) -> list[int]:
    """Work in progress by start, then pins in the order they would have without pins."""
    first = in_progress(jobs, portfolio)
    placed = set(first)
    pins = {i for i, id in enumerate(jobs.ids) if portfolio.initiatives[id].pin} - placed
    if not pins:
        return first
    unpinned = best_bundles(jobs, first, naive_order(jobs, portfolio, scores, first))
    place = {i: k for k, i in enumerate(i for bundle in unpinned for i in bundle.order)}
    for pin in sorted(pins, key=place.__getitem__):
        pulled = set(reach(jobs.needs, [pin])) - placed
        placed |= pulled
        first += sorted(pulled, key=place.__getitem__)
    return first


def in_progress(jobs: Jobs, portfolio: Portfolio) -> list[int]:
    """Work in progress, earliest start first, then by id."""
    started = []
    for i, id in enumerate(jobs.ids):
        initiative = portfolio.initiatives[id]
        if initiative.status is Status.IN_PROGRESS:
            started.append((initiative.started or date.max, id, i))
    return [i for _, _, i in sorted(started)]
