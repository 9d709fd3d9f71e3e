"""The decomposition, held against enumeration and against networkx."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import networkx
from hypothesis import given
from hypothesis import strategies as st

from roadmap.sequencing.graphs import strong_components, topological_order
from roadmap.sequencing.order.jobs import Jobs
from roadmap.sequencing.order.maximum_closure import Preflow
from roadmap.sequencing.order.network_simplex import SpanningTree
from roadmap.sequencing.order.sidney import bundles
from tests.sequencing.orders import closed_sets, drawn, plain

CASES = 400


def members(done: int) -> list[int]:
    return [i for i in range(done.bit_length()) if done >> i & 1]


def ratio(jobs: Jobs, some: list[int]) -> Fraction:
    return Fraction(sum(jobs.values[i] for i in some), sum(jobs.sizes[i] for i in some))


def by_enumeration(jobs: Jobs) -> list[list[int]]:
    """Smallest closed sets of greatest ratio, one by one; for sizes above 0."""
    every, done, found = closed_sets(jobs), 0, []
    while done != (1 << len(jobs)) - 1:
        following = [each & ~done for each in every if each & done == done and each != done]
        best = max(ratio(jobs, members(each)) for each in following)
        tied = [each for each in following if ratio(jobs, members(each)) == best]
        finest = [
            each for each in tied if not any(o & ~each == 0 for o in tied if o != each)
        ]
        found.append(min(members(each) for each in finest))
        done |= sum(1 << i for i in found[-1])
    return found


def with_work(jobs: Jobs) -> Jobs:
    return plain(jobs.values, [size + 1 for size in jobs.sizes], jobs.needs)


def test_bundles_are_the_smallest_sets_of_greatest_ratio_in_turn() -> None:
    random = Random(1)
    for _ in range(CASES):
        jobs = with_work(drawn(random, 8))
        found = [sorted(bundle) for bundle in bundles(jobs, range(len(jobs)))]

        assert found == by_enumeration(jobs)


def test_the_closed_set_of_greatest_excess_is_that_of_a_minimum_cut() -> None:
    random = Random(2)
    for _ in range(CASES):
        jobs = drawn(random, 12)
        order = topological_order(jobs.needs, jobs.opens)
        place = {i: k for k, i in enumerate(order)}
        needs = [[place[j] for j in jobs.needs[i]] for i in order]
        excess = [random.randint(-9, 9) for _ in order]
        found = Preflow(excess, needs).closure()

        assert all(j in found for i in found for j in needs[i])
        assert sum(excess[i] for i in found) == _by_cut(excess, needs)


def _by_cut(excess: list[int], needs: list[list[int]]) -> int:
    """The greatest excess of a closed set, by networkx."""
    graph: networkx.DiGraph[object] = networkx.DiGraph()
    graph.add_nodes_from(("source", "sink"))
    for i, amount in enumerate(excess):
        if amount > 0:
            graph.add_edge("source", i, capacity=amount)
        elif amount < 0:
            graph.add_edge(i, "sink", capacity=-amount)
        graph.add_edges_from((i, j) for j in needs[i])
    cut = networkx.minimum_cut_value(graph, "source", "sink")
    return sum(amount for amount in excess if amount > 0) - int(cut)


def test_who_is_in_a_piece_and_nobody_else_reaches_all_its_members_and_back() -> None:
    random = Random(3)
    for _ in range(CASES):
        count = random.randint(1, 12)
        arcs = [
            random.sample(range(count), random.randint(0, min(3, count)))
            for _ in range(count)
        ]
        reach = [_reached(arcs, i) for i in range(count)]
        home = {i: k for k, piece in enumerate(strong_components(arcs)) for i in piece}

        for i, j in product(range(count), repeat=2):
            assert (home[i] == home[j]) == (i in reach[j] and j in reach[i])


def _reached(arcs: list[list[int]], start: int) -> set[int]:
    found = {start}
    while more := {head for i in found for head in arcs[i]} - found:
        found |= more
    return found


def test_the_flow_worth_most_is_that_of_the_network_simplex() -> None:
    random = Random(4)
    for _ in range(CASES):
        jobs = drawn(random, 10, least=2)
        top = [i for i, wanted in enumerate(jobs.needs) for _ in wanted]
        bottom = [j for wanted in jobs.needs for j in wanted]
        worth = [random.randint(0, 9) for _ in top]
        excess = [0] * len(jobs)
        for i, j in zip(top, bottom, strict=True):
            amount = random.randint(0, 5)
            excess[i] += amount
            excess[j] -= amount
        amounts = SpanningTree(excess, top, bottom, worth).amount

        assert not any(amounts[len(top) :])
        assert sum(a * w for a, w in zip(amounts, worth, strict=False)) == _by_simplex(
            excess, top, bottom, worth
        )


def _by_simplex(
    excess: list[int], top: list[int], bottom: list[int], worth: list[int]
) -> int:
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    for i, amount in enumerate(excess):
        graph.add_node(i, demand=-amount)
    for i, j, gain in zip(top, bottom, worth, strict=True):
        graph.add_edge(i, j, weight=-gain)
    return -int(networkx.network_simplex(graph)[0])


@given(st.randoms(use_true_random=False))
def test_scores_never_rise_and_every_bundle_finds_what_it_needs(random: Random) -> None:
    jobs = drawn(random, 14)
    found = bundles(jobs, range(len(jobs)))
    scores = [ratio(jobs, bundle) for bundle in found if any(jobs.sizes[i] for i in bundle)]
    done: set[int] = set()
    for bundle in found:
        done.update(bundle)

        assert all(j in done for i in bundle for j in jobs.needs[i])
    assert sorted(done) == list(range(len(jobs)))
    assert scores == sorted(scores, reverse=True)


@given(st.randoms(use_true_random=False))
def test_everything_in_a_bundle_is_connected_with_the_rest_of_it(random: Random) -> None:
    jobs = drawn(random, 14)
    for bundle in bundles(jobs, range(len(jobs))):
        graph: networkx.Graph[int] = networkx.Graph()
        graph.add_nodes_from(bundle)
        graph.add_edges_from((i, j) for i in bundle for j in jobs.needs[i] if j in bundle)

        assert networkx.is_connected(graph)


@given(st.randoms(use_true_random=False))
def test_bundles_are_the_same_whatever_the_numbering(random: Random) -> None:
    jobs = drawn(random, 12)
    count = len(jobs)
    new = random.sample(range(count), count)
    old = sorted(range(count), key=new.__getitem__)
    other = plain(
        [jobs.values[i] for i in old],
        [jobs.sizes[i] for i in old],
        [[new[j] for j in jobs.needs[i]] for i in old],
    )

    assert {frozenset(bundle) for bundle in bundles(jobs, range(count))} == {
        frozenset(old[k] for k in bundle) for bundle in bundles(other, range(count))
    }


@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_scaling_all_values_changes_nothing(random: Random, power: int) -> None:
    jobs = drawn(random, 12)
    scaled = plain([value << power for value in jobs.values], jobs.sizes, jobs.needs)

    assert bundles(jobs, range(len(jobs))) == bundles(scaled, range(len(jobs)))


@given(st.randoms(use_true_random=False))
def test_a_bundle_without_value_and_work_stands_just_before_what_it_opens(
    random: Random,
) -> None:
    jobs = drawn(random, 12)
    found = bundles(jobs, range(len(jobs)))
    nothing = [not any(jobs.values[i] or jobs.sizes[i] for i in bundle) for bundle in found]
    for k, bundle in enumerate(found):
        opened = [
            later
            for later in range(k + 1, len(found))
            if any(j in bundle for i in found[later] for j in jobs.needs[i])
        ]
        if nothing[k] and opened and _opens_some(found, nothing, jobs, k):
            following = next(m for m in range(k, len(found)) if not nothing[m])

            assert _leads(found, jobs, k, following)


def _opens_some(found: list[list[int]], nothing: list[bool], jobs: Jobs, k: int) -> bool:
    return any(
        _leads(found, jobs, k, m) for m in range(k + 1, len(found)) if not nothing[m]
    )


def _leads(found: list[list[int]], jobs: Jobs, k: int, to: int) -> bool:
    """Whether one bundle must come before another, through whatever lies between."""
    reached = set(found[k])
    for bundle in found[k + 1 : to + 1]:
        if any(j in reached for i in bundle for j in jobs.needs[i]):
            reached.update(bundle)
    return bool(reached & set(found[to]))
