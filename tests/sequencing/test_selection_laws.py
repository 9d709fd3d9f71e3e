"""What holds for every selection, whatever the candidates and the limits."""

from __future__ import annotations

from hypothesis import given

from roadmap.sequencing.selection.exchanges import exchanged
from roadmap.sequencing.selection.fast import fast
from roadmap.sequencing.selection.greedy import greedy, targets
from roadmap.sequencing.selection.pool import CandidatePool
from roadmap.sequencing.selection.relaxation import tightest
from tests.sequencing.selection_pools import best_of_all, closed, pool, pools


@given(pools())
def test_the_fast_engine_finds_the_best_of_all_small_sets(pool: CandidatePool) -> None:
    assert fast(pool).members == best_of_all(pool)


@given(pools())
def test_the_bound_is_the_best_value_of_small_pools(pool: CandidatePool) -> None:
    assert fast(pool).bound == pool.value(best_of_all(pool))


@given(pools())
def test_no_set_is_worth_more_than_the_relaxation(pool: CandidatePool) -> None:
    assert tightest(pool).bound >= pool.value(best_of_all(pool))


@given(pools())
def test_exchanges_alone_keep_dependencies_and_limits(pool: CandidatePool) -> None:
    able = [i for i in range(len(pool)) if pool.fits(pool.used(pool.missing([i], set())))]
    part = pool.among(able, pool.limits)
    hull = tightest(part)
    first = greedy(part, hull)
    found = frozenset(exchanged(part, hull, first, targets(part, hull), 1000))
    assert part.key(found) >= part.key(first)
    assert closed(part, found)
    assert part.fits(part.used(found))


def test_prerequisites_are_shared() -> None:
    """Two initiatives pay for one enabler together, and beat a better one alone."""
    shared = pool([0, 5, 5, 7], [4, 1, 1, 5], [[], [0], [0], []], limits=[6])
    assert fast(shared).members == {0, 1, 2}


def test_a_greedy_choice_by_score_is_not_the_best() -> None:
    assert fast(pool([6, 10, 10], [1, 5, 5], [[], [], []], limits=[10])).members == {1, 2}


def test_of_equal_values_the_one_of_less_effort_is_chosen() -> None:
    assert fast(pool([4, 4], [3, 2], [[], []], limits=[4])).members == {1}


def test_of_equal_values_and_efforts_the_lower_id_is_chosen() -> None:
    assert fast(pool([4, 4], [3, 3], [[], []], limits=[4], rank=[1, 0])).members == {1}


def test_what_is_worth_nothing_is_not_chosen_unless_it_is_free() -> None:
    assert fast(pool([0, 0], [2, 0], [[], []], limits=[9])).members == {1}
