"""The claims of initiatives: outcomes on needs, contributions to objectives."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.diagnostics import Place
from roadmap.model.initiative import Claim, Initiative


def claims(initiative: Initiative) -> Iterator[Claim]:
    """All claims, outcomes first."""
    yield from initiative.outcomes
    yield from initiative.contributions


def target_place(claim: Claim, initiative: Initiative, key: str) -> Place:
    """The place of a claim's target: a key of its own, or the value of `key` in a list."""
    where = claim.place
    steps = where.route[len(initiative.place.route) :]
    if len(steps) == 2 and isinstance(steps[1], int):
        return where / key
    last = len(where.route) - (len(steps) - 2)
    return Place(where.file, where.route[:last], where.document).key
