"""The forest of dependencies: every arc is in it, beside it, or implied."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.sequencing.bounds.dependency_forest import ancestors, direct_arcs, forest

GRAPHS = st.integers(1, 9).flatmap(
    lambda count: st.tuples(
        *(st.sets(st.integers(0, max(0, node - 1))).map(sorted) for node in range(count))
    ).map(lambda needs: [[], *needs[1:]])
)


@given(GRAPHS)
def test_direct_arcs_imply_all_others(needs: list[list[int]]) -> None:
    arcs = direct_arcs(needs)
    direct = [
        [before for before, after in arcs if after == node] for node in range(len(needs))
    ]

    assert ancestors(direct) == ancestors(needs)
    for arc in arcs:
        fewer = [[b for b in row if (b, node) != arc] for node, row in enumerate(direct)]
        assert ancestors(fewer) != ancestors(needs)


@given(GRAPHS)
def test_a_forest_has_each_node_after_its_parent_and_each_arc_once(
    needs: list[list[int]],
) -> None:
    arcs = direct_arcs(needs)
    found = forest(len(needs), arcs)
    links = [
        (parent, node) if needing else (node, parent)
        for node, (parent, needing) in enumerate(
            zip(found.parent, found.needing, strict=True)
        )
        if parent >= 0
    ]

    assert sorted(found.order) == list(range(len(needs)))
    assert all(
        found.order.index(p) < found.order.index(n)
        for n, p in enumerate(found.parent)
        if p >= 0
    )
    assert sorted([*links, *found.rest]) == sorted(arcs)
