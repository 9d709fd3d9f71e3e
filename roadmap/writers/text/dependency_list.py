"""Dependencies as a list: each title with the titles that it depends on."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph


def dependency_list(graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """The title of each node that has dependencies, and the titles of these."""
    titles = {id: title for id, title, _ in graph.nodes}
    before: dict[str, list[str]] = {id: [] for id in titles}
    for first, then in graph.edges:
        before.setdefault(then, []).append(titles.get(first, first))
    for id, those in before.items():
        if those:
            yield titles.get(id, id), those
