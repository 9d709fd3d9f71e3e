"""Dependencies, as a graph of the work that is still open."""

from __future__ import annotations

from roadmap.views.answer import Answer
from roadmap.views.page import Graph


def dependencies(answer: Answer) -> Graph:
    """The dependencies between open initiatives."""
    open_ids = {initiative.id for initiative in answer.open}
    edges = tuple(
        (wanted, initiative.id)
        for initiative in answer.open
        for wanted in sorted(set(initiative.depends_on or ()) & open_ids)
    )
    linked = {id for edge in edges for id in edge}
    nodes = tuple(
        (initiative.id, answer.title(initiative.id), initiative.theme)
        for initiative in answer.open
        if initiative.id in linked
    )
    return Graph("dependencies", nodes, edges, "Dependencies")
