"""The exact engine proves what the fast one finds, ties included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from roadmap.sequencing.selection.pool import CandidatePool
from tests.sequencing.selection_pools import best_of_all, pool, pools

pytest.importorskip("ortools")
from roadmap.sequencing.exact.selection import exactly, solved


@settings(max_examples=20)
@given(pools())
def test_the_solver_finds_the_best_of_all_small_sets(pool: CandidatePool) -> None:
    assert solved(pool, set()).members == best_of_all(pool)


@settings(max_examples=20)
@given(pools())
def test_what_is_proven_is_proven(pool: CandidatePool) -> None:
    found = exactly(pool)
    assert found.proven
    assert found.bound == pool.value(found.members)


def test_large_values_are_told_apart() -> None:
    large = 10**12
    close = pool([large, large + 1], [2, 2], [[], []], limits=[3])
    assert exactly(close).members == {1}
