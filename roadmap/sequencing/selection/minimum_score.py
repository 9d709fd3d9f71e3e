"""The minimum score: the largest closed set of greatest Σ (value − score × effort).

So an enabler is in with what it unblocks, if together they score enough. Picard, 1976.
"""

from __future__ import annotations

from fractions import Fraction

from roadmap.sequencing.order.maximum_closure import Preflow
from roadmap.sequencing.selection.pool import CandidatePool


def good_enough(pool: CandidatePool, score: Fraction) -> list[int]:
    """The candidates in the set, in order; `score` is in values per unit of effort.

    The largest is what the smallest set closed the other way round leaves.
    """
    lacks = [
        score.numerator * effort - score.denominator * value
        for value, effort in zip(pool.values, pool.effort, strict=True)
    ]
    last = len(pool) - 1
    opens = [[last - j for j in pool.opens[i]] for i in range(last, -1, -1)]
    gone = {last - i for i in Preflow(lacks[::-1], opens).closure()}
    return [i for i in range(len(pool)) if i not in gone]
