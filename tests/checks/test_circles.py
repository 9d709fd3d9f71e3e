"""Circles: every knot is told, by circles that share no edge, the shortest ones first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.checks.circles import MOST, circles
from roadmap.model.components import DependencyGraph, components

NODES = "abcdef"
graphs = st.fixed_dictionaries(
    {
        node: st.lists(st.sampled_from(NODES.replace(node, "")), unique=True)
        for node in NODES
    }
)


def reached(graph: DependencyGraph, first: str) -> dict[str, int]:
    """What can be reached from a node, and in how many steps at least."""
    found: dict[str, int] = {}
    steps, edge = 0, {first}
    while edge:
        steps += 1
        edge = {to for node in edge for to in graph[node]} - found.keys()
        found |= dict.fromkeys(edge, steps)
    return found


@given(graphs)
def test_components_are_the_nodes_that_reach_each_other(graph: DependencyGraph) -> None:
    def together(one: str, other: str) -> bool:
        return one == other or (
            one in reached(graph, other) and other in reached(graph, one)
        )

    expected = {tuple(other for other in NODES if together(one, other)) for one in NODES}

    assert sorted(tuple(sorted(component)) for component in components(graph)) == sorted(
        expected
    )


@given(graphs)
def test_circles_are_closed_walks_that_share_no_edge(graph: DependencyGraph) -> None:
    told = [edge for circle in circles(graph) for edge in around(circle)]

    assert len(told) == len(set(told))
    assert all(to in graph[node] for node, to in told)


def around(circle: list[str]) -> list[tuple[str, str]]:
    return list(zip(circle, [*circle[1:], circle[0]], strict=True))


@given(graphs)
def test_breaking_all_circles_that_are_told_leaves_none(graph: DependencyGraph) -> None:
    told = {edge for circle in circles(graph) for edge in around(circle)}
    rest = {node: [to for to in graph[node] if (node, to) not in told] for node in graph}

    assert not any(node in reached(rest, node) for node in rest)


@given(graphs)
def test_the_first_circle_is_the_shortest_through_the_first_node_on_any(
    graph: DependencyGraph,
) -> None:
    lengths = {node: reached(graph, node).get(node, 0) for node in graph}
    first = next((node for node in NODES if lengths[node]), None)
    told = next(circles(graph), None)

    assert (told and (told[0], len(told))) == (first and (first, lengths[first]))


def test_what_is_left_of_a_knot_is_told_in_the_order_of_its_nodes() -> None:
    knot = {"a": ["b", "d"], "b": ["a", "c"], "c": ["b"], "d": ["a"]}

    assert list(circles(knot)) == [["a", "b"], ["a", "d"], ["b", "c"]]


def test_knots_are_told_in_the_order_of_their_nodes() -> None:
    graph = {"d": ["c"], "c": ["d"], "b": ["a"], "a": ["b"]}

    assert list(circles(graph)) == [["a", "b"], ["c", "d"]]


def test_of_a_great_knot_not_all_circles_are_told() -> None:
    knot = {node: [to for to in "abcdefghi" if to != node] for node in "abcdefghi"}

    assert len(list(circles(knot))) == MOST == 20
