"""The fast engine: a relaxation, a greedy set, then branching and exchanges."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.sequencing.selection.branching import branched
from roadmap.sequencing.selection.exchanges import exchanged
from roadmap.sequencing.selection.filling import filled
from roadmap.sequencing.selection.greedy import greedy, targets
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import ROUNDS, tightest

WORK, NODES = 300_000, 24_000
"""Candidates that exchanges look at, and nodes of branching times the size of a pool."""
FEWEST, MANY = 8, 200
"""Rounds of the relaxation, at least; a pool of more is not branched for less work."""
FEW = 30
"""What a node of a small pool costs, as if the pool were so large."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A closed set within the limits, and the greatest value that any could have.

    `proven`: no other set has a greater key, so that ties are broken as they should be.
    """

    members: frozenset[int]
    bound: int
    proven: bool = False


def fast(pool: CandidatePool, share: int = 1) -> Chosen:
    """A set of great value, in one part in `share` of the usual work.

    Exchanges only follow where branching does not prove what it found.
    """
    able = _able(pool)
    part = pool.among(able, pool.limits)
    hull = tightest(part, max(ROUNDS // share, FEWEST))
    nodes = NODES // (share * (FEW + len(part)))
    if share > 1 and len(part) > MANY:
        nodes = 0
    best, bound, proven = branched(part, hull, greedy(part, hull), nodes)
    if bound > part.value(best):
        adds = targets(part, hull)
        better = exchanged(part, hull, best, adds, WORK // share)
        best, again, proven = branched(part, hull, better, nodes)
        bound = min(bound, again)
        best = part.tidied(filled(part, hull, best, adds))
    return Chosen(frozenset(able[k] for k in part.tidied(best)), bound, proven)


def _able(pool: CandidatePool) -> list[int]:
    """The candidates that fit, with all they need, if nothing else is chosen."""
    return [i for i in range(len(pool)) if pool.fits(pool.used(pool.missing([i], set())))]
