"""Dependencies, as a graph of the work that is still open."""

from __future__ import annotations

from roadmap.views.answer import Answer
from roadmap.views.page import Graph


def dependencies(answer: Answer) -> Graph:
    """The dependencies between open initiatives."""
    open_ids = {each.id for each in answer.open}
    edges = tuple(
        (wanted, each.id)
        for each in answer.open
        for wanted in sorted(set(each.depends_on or ()) & open_ids)
    )
    linked = {id for edge in edges for id in edge}
    nodes = tuple(
        (each.id, answer.title(each.id), each.theme)
        for each in answer.open
        if each.id in linked
    )
    return Graph("dependencies", nodes, edges, "Dependencies")
