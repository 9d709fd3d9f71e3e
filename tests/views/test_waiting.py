"""What depends on an initiative is what can be reached from it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.blocks.waiting import waiting

NODES = "abcdef"
graphs = st.fixed_dictionaries(
    {node: st.lists(st.sampled_from(NODES), unique=True).map(tuple) for node in NODES}
)


@given(graphs)
def test_everything_that_can_be_reached_waits(graph: dict[str, tuple[str, ...]]) -> None:
    found = waiting(graph)
    values = {node: Fraction(2**at) for at, node in enumerate(NODES)}

    for node in NODES:
        reached, todo = set[str](), [node]
        while todo:
            for other in graph[todo.pop()]:
                if other not in reached:
                    reached.add(other)
                    todo.append(other)
        assert found.number(node) == len(reached - {node})
        assert found.total(node, values) == sum(values[each] for each in reached | {node})
