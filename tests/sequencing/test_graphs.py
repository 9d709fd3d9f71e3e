"""The graph functions agree with networkx on whatever graph is drawn."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from roadmap.sequencing.graphs import (
    connected_components,
    reach,
    strong_components,
    topological_order,
    transpose,
)

Arcs = list[list[int]]


@st.composite
def graphs(draw: st.DrawFn, largest: int = 9) -> Arcs:
    count = draw(st.integers(1, largest))
    heads = st.lists(st.integers(0, count - 1), unique=True, max_size=count)
    return [draw(heads) for _ in range(count)]


@st.composite
def acyclic(draw: st.DrawFn) -> Arcs:
    """A graph without circles whose nodes are in no order of their own."""
    arcs = draw(graphs())
    place = draw(st.permutations(range(len(arcs))))
    return [
        [head for head in heads if place[head] < place[tail]]
        for tail, heads in enumerate(arcs)
    ]


def in_networkx(arcs: Arcs) -> networkx.DiGraph[int]:
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(len(arcs)))
    graph.add_edges_from((tail, head) for tail, heads in enumerate(arcs) for head in heads)
    return graph


@given(graphs())
def test_the_transpose_has_every_arc_from_its_other_end(arcs: Arcs) -> None:
    reverse = in_networkx(arcs).reverse()

    assert transpose(arcs) == [sorted(reverse.successors(node)) for node in reverse]


@given(acyclic())
def test_a_topological_order_has_every_head_before_its_tail(arcs: Arcs) -> None:
    order = topological_order(arcs, transpose(arcs))
    place = {node: at for at, node in enumerate(order)}

    assert sorted(order) == list(range(len(arcs)))
    assert all(place[head] < place[tail] for tail, head in in_networkx(arcs).edges)


@given(graphs())
def test_a_topological_order_leaves_out_what_reaches_a_circle(arcs: Arcs) -> None:
    graph = in_networkx(arcs)
    on_circles = {node for circle in networkx.simple_cycles(graph) for node in circle}
    above = {node for circle in on_circles for node in networkx.ancestors(graph, circle)}

    order = topological_order(arcs, transpose(arcs))

    assert set(order) == set(graph) - on_circles - above


@given(graphs(), st.data())
def test_reach_is_the_starts_and_all_their_descendants(
    arcs: Arcs, data: st.DataObject
) -> None:
    starts = data.draw(st.lists(st.integers(0, len(arcs) - 1), unique=True))
    below = {
        node for start in starts for node in networkx.descendants(in_networkx(arcs), start)
    }

    reached = reach(arcs, starts)

    assert reached[: len(starts)] == starts
    assert sorted(reached) == sorted({*starts, *below})


@given(graphs())
def test_components_are_those_of_networkx(arcs: Arcs) -> None:
    graph = in_networkx(arcs)
    connected = networkx.weakly_connected_components(graph)
    strong = networkx.strongly_connected_components(graph)

    assert connected_components(arcs) == sorted(map(sorted, connected))
    assert sorted(strong_components(arcs)) == sorted(map(sorted, strong))
