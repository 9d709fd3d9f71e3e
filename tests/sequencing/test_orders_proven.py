"""Orders held against every order there is, and against the laws of a bound."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.graphs import KINDS, graph
from roadmap.sequencing.graphs import topological_order
from roadmap.sequencing.order.best_order import best_bundles
from roadmap.sequencing.order.dynamic_programming import exact_order, least_order
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.local_search import improved
from roadmap.sequencing.order.relaxation import relaxation
from roadmap.sequencing.order.sidney import bundles
from roadmap.sequencing.order.within_bundle import best_within
from tests.sequencing.orders import drawn, least_cost, plain


def order_of(jobs: Jobs) -> tuple[list[int], int, int]:
    best = best_bundles(jobs, [], topological_order(jobs.needs, jobs.opens))
    order = [i for bundle in best for i in bundle.order]
    return order, sum(bundle.cost for bundle in best), sum(bundle.bound for bundle in best)


def respects(jobs: Jobs, order: list[int]) -> bool:
    place = {i: k for k, i in enumerate(order)}
    return all(place[j] < place[i] for i in place for j in jobs.needs[i] if j in place)


def test_no_order_of_a_few_costs_less() -> None:
    random = Random(1)
    for _ in range(150):
        jobs = drawn(random, 6)
        least = min(
            jobs.cost(order)
            for order in permutations(range(len(jobs)))
            if respects(jobs, list(order))
        )

        assert least == least_cost(jobs) == order_of(jobs)[1]


def test_no_order_of_a_dozen_costs_less_and_each_is_proven() -> None:
    random = Random(2)
    for _ in range(500):
        jobs = drawn(random, random.choice([8, 10, 12]))
        order, cost, bound = order_of(jobs)

        assert respects(jobs, order)
        assert cost == jobs.cost(order) == bound == least_cost(jobs)


def test_a_search_below_a_bound_finds_the_same_best_order() -> None:
    random = Random(3)
    for _ in range(500):
        jobs = drawn(random, 11)
        for bundle in bundles(jobs, range(len(jobs))):
            if len(bundle) < 3:
                continue
            work = jobs.among(bundle)
            least = relaxation(work)
            start = list(range(len(bundle)))
            above = work.cost(start) * least.scale - least.floor
            args = work.sizes, work.needs, least.rise, least.paid
            found = least_order(*args, above, 10**6)
            exact = exact_order(work, 10**6)
            assert exact is not None
            best = work.cost(exact)

            assert found.complete
            assert work.cost(found.order or start) == best
            assert Fraction(least.floor, least.scale) <= best


def test_the_bound_is_at_least_sidneys() -> None:
    random = Random(4)
    for _ in range(200):
        jobs = drawn(random, 14)
        for bundle in bundles(jobs, range(len(jobs))):
            work = jobs.among(bundle)
            if sum(work.sizes):
                least = relaxation(work)
                own = sum(v * p for v, p in zip(work.values, work.sizes, strict=True))
                sidney = Fraction(sum(work.values) * sum(work.sizes) + own, 2)

                assert least.bound >= sidney


def test_moves_never_worsen_an_order_nor_break_a_dependency() -> None:
    random = Random(5)
    for _ in range(80):
        jobs = drawn(random, 40, least=20)
        start = topological_order(jobs.needs, jobs.opens)
        for bundle in bundles(jobs, start):
            work = jobs.among(bundle)
            found = improved(work, range(len(bundle)))

            assert sorted(found) == list(range(len(bundle)))
            assert respects(plain(work.values, work.sizes, work.needs), found)
            assert work.cost(found) <= work.cost(range(len(bundle)))


def test_a_bundle_too_large_to_prove_keeps_a_bound_below_its_cost() -> None:
    jobs = graph("dense", 100, 2)
    bundle = max(bundles(jobs, range(100)), key=len)
    work = jobs.among(bundle)
    order, bound = best_within(work, range(len(bundle)), most=100)

    assert bound < work.cost(order) < 1.08 * bound
    assert best_within(work, order, most=20_000)[1] <= work.cost(order)


def test_one_goal_that_needs_many_is_last_and_the_rest_is_proven() -> None:
    count = 3000
    jobs = plain([0] * count + [9], [1] * (count + 1), [[]] * count + [list(range(count))])
    order, cost, bound = order_of(jobs)

    assert order[-1] == count
    assert cost == bound == 9 * (count + 1)


@pytest.mark.parametrize("kind", KINDS)
def test_fifty_of_any_kind_are_proven(kind: str) -> None:
    for seed in range(3):
        _, cost, bound = order_of(graph(kind, 50, seed))

        assert cost == bound


@pytest.mark.parametrize(("kind", "gap"), [("sparse", 0.001), ("dense", 0.01)])
def test_a_thousand_are_close_to_their_bound(kind: str, gap: float) -> None:
    jobs = graph(kind, 1000, 0)
    order, cost, bound = order_of(jobs)

    assert respects(jobs, order)
    assert bound <= cost <= (1 + gap) * bound


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_relaxing_a_dependency_never_costs_more(random: Random) -> None:
    jobs = drawn(random, 12)
    held = [i for i, wanted in enumerate(jobs.needs) if wanted]
    freed = random.choice(held) if held else 0
    needs = [[] if i == freed else wanted for i, wanted in enumerate(jobs.needs)]

    assert order_of(plain(jobs.values, jobs.sizes, needs))[1] <= order_of(jobs)[1]


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_what_has_no_value_and_opens_nothing_leaves_the_rest_as_it_was(
    random: Random,
) -> None:
    jobs = drawn(random, 12)
    needs = [*jobs.needs, random.sample(range(len(jobs)), random.randint(0, len(jobs)))]
    more = plain([*jobs.values, 0], [*jobs.sizes, 3], needs)
    worth = [i for i in order_of(jobs)[0] if jobs.values[i]]

    assert [i for i in order_of(more)[0] if more.values[i]] == worth
    assert order_of(more)[1] == order_of(jobs)[1]
