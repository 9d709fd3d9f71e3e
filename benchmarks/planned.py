"""The cases for plans: published projects where they lie near, seeded roadmaps always."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.instances import crews, disturbed, project, roadmap
from roadmap.model.portfolio import Minimise

PUBLISHED = Path(__file__).parents[2] / "shared" / "benchmarks" / "rcpsp"
SIZES = {30: 3, 60: 5, 120: 8}
"""Initiatives of a seeded roadmap, and its teams."""

Cases = Iterator[tuple[str, int, Case]]
"""With each case its kind, and how many initiatives it has, about."""


def to_wait_least(most: int) -> Cases:
    """What is planned for cost of delay, at most so many of each kind and size."""
    yield from seeded(SIZES, most)
    yield from projects(SIZES, most)


def seeded(sizes: Mapping[int, int], most: int) -> Cases:
    """So many seeded roadmaps of each size, with its number of teams."""
    for size, teams in sizes.items():
        for seed in range(1, most + 1):
            yield "roadmaps", size, Case(disturbed(roadmap(size, teams, seed)))


def projects(sizes: Iterable[int], most: int) -> Cases:
    """Published projects for cost of delay, at most so many of each kind and size."""
    for size in sizes:
        for file in published(size, most):
            yield "one team a task", size, Case(crews(file))
    for size in sizes:
        for file in published(size, most):
            yield "several teams a task", size, Case(project(file, Minimise.COST_OF_DELAY))


def to_end_first(most: int) -> Cases:
    """What is planned for the earliest end, with a best known answer."""
    for size in SIZES:
        for file in published(size, most):
            yield "several teams a task", size, Case(project(file))


def published(size: int, most: int) -> list[Path]:
    """Published projects of a size, spread over the names; none if they are not there."""
    names = sorted(PUBLISHED.glob(f"j{size}*.json"), key=_place)
    step = max(1, len(names) // most)
    return list(islice(names[::step], most))


def _place(file: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", file.stem)]
