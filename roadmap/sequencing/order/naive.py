"""The usual way: by score, highest first, each one's blockers pulled forward before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.order.jobs import Jobs


def usual(
    jobs: Jobs,
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    prefix: Sequence[int] = (),
) -> list[int]:
    """Everything in the usual order: the prefix, musts with what they need, the rest.

    Tiered frameworks go tier by tier here too.
    """
    rank = _by_score(jobs, scores)
    wanted: list[int] = []
    for tier in sorted(set(jobs.tiers)):
        members = [i for i in range(len(jobs)) if jobs.tiers[i] == tier]
        wanted += _musts(jobs, portfolio, members)
        wanted += sorted(members, key=rank.__getitem__)
    return pulled_forward(jobs, wanted, rank, prefix)


def pulled_forward(
    jobs: Jobs,
    wanted: Sequence[int],
    rank: Sequence[int] | None = None,
    prefix: Sequence[int] = (),
) -> list[int]:
    """Each as wanted after what it needs, that by rank (by default as it is wanted)."""
    if rank is None:
        rank = _places(wanted)
    found = list(prefix)
    placed = bytearray(len(jobs))
    for i in prefix:
        placed[i] = 1
    for i in wanted:
        _pull(i, jobs.needs, rank, placed, found)
    return found


def _by_score(jobs: Jobs, scores: Mapping[str, Score]) -> list[int]:
    """The place of each by its own score, highest first, those without a score last."""
    return _places(sorted(range(len(jobs)), key=lambda i: (*_key(jobs, i, scores), i)))


def _places(order: Sequence[int]) -> list[int]:
    rank = [0] * len(order)
    for place, i in enumerate(order):
        rank[i] = place
    return rank


def _key(jobs: Jobs, i: int, scores: Mapping[str, Score]) -> tuple[bool, Fraction]:
    score = scores[jobs.ids[i]].score
    return score is None, -(score or Fraction(0))


def _musts(jobs: Jobs, portfolio: Portfolio, members: Sequence[int]) -> list[int]:
    """Obligations by deadline, then id; without a deadline they bind nothing."""
    found = []
    for i in members:
        initiative = portfolio.initiatives[jobs.ids[i]]
        if initiative.must and initiative.deadline:
            found.append((initiative.deadline.last, jobs.ids[i], i))
    return [i for _, _, i in sorted(found)]


def _pull(
    wanted: int,
    needs: Sequence[Sequence[int]],
    rank: Sequence[int],
    placed: bytearray,
    found: list[int],
) -> None:
    """Append one and, before it, what it needs and is not there yet, best score first."""
    if placed[wanted]:
        return
    placed[wanted] = 1
    path, left = [wanted], [iter(sorted(needs[wanted], key=rank.__getitem__))]
    while path:
        for i in left[-1]:
            if not placed[i]:
                placed[i] = 1
                path.append(i)
                left.append(iter(sorted(needs[i], key=rank.__getitem__)))
                break
        else:
            left.pop()
            found.append(path.pop())
