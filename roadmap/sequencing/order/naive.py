"""The naive order: by score, highest first, prerequisites pulled forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.framework import Score
from roadmap.sequencing.order.jobs import Jobs


def naive_order(
    jobs: Jobs,
    portfolio: Portfolio,
    scores: Mapping[str, Score],
    prefix: Sequence[int] = (),
) -> list[int]:
    """All jobs: the prefix, then musts by deadline, then the rest by score.

    Each comes after what it needs. Tiered frameworks go tier by tier here too.
    """
    rank = _by_score(jobs, scores)
    wish: list[int] = []
    for tier in sorted(set(jobs.tiers)):
        members = [i for i in range(len(jobs)) if jobs.tiers[i] == tier]
        wish += _musts(jobs, portfolio, members)
        wish += sorted(members, key=rank.__getitem__)
    return pulled_forward(jobs, wish, rank, prefix)


def pulled_forward(
    jobs: Jobs,
    wish: Sequence[int],
    rank: Sequence[int] | None = None,
    prefix: Sequence[int] = (),
) -> list[int]:
    """Each as wished after what it needs, and that by rank, by default as it is wished."""
    if rank is None:
        rank = _places(wish)
    order = list(prefix)
    placed = bytearray(len(jobs))
    for i in prefix:
        placed[i] = 1
    for i in wish:
        _pull(i, jobs.needs, rank, placed, order)
    return order


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
    """Musts by deadline, then id; one without a deadline binds nothing."""
    binding = []
    for i in members:
        initiative = portfolio.initiatives[jobs.ids[i]]
        if initiative.must and initiative.deadline:
            binding.append((initiative.deadline.last, jobs.ids[i], i))
    return [i for _, _, i in sorted(binding)]


def _pull(
    job: int,
    needs: Sequence[Sequence[int]],
    rank: Sequence[int],
    placed: bytearray,
    order: list[int],
) -> None:
    """Append a job and, before it, what it needs and is not there yet, best rank first."""
    if placed[job]:
        return
    placed[job] = 1
    path, left = [job], [iter(sorted(needs[job], key=rank.__getitem__))]
    while path:
        for i in left[-1]:
            if not placed[i]:
                placed[i] = 1
                path.append(i)
                left.append(iter(sorted(needs[i], key=rank.__getitem__)))
                break
        else:
            left.pop()
            order.append(path.pop())
