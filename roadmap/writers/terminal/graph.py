"""Dependencies on the terminal: what waits, and below it what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Line
from roadmap.writers.terminal.pieces import Pieces
from roadmap.writers.terminal.prose import paragraph
from roadmap.writers.writer import Setting


def graph_lines(graph: Graph, setting: Setting) -> Iterator[Pieces]:
    """A line for each node that waits for another."""
    for title, before in waiting(graph):
        text = f"{title} waits for {'; '.join(before)}"
        yield from paragraph(Line(text, "item"), setting)


def waiting(graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """The titles of what waits, each with the titles of what it waits for."""
    titles = {id: title for id, title, _ in graph.nodes}
    before: dict[str, list[str]] = {id: [] for id in titles}
    for first, then in graph.edges:
        before.setdefault(then, []).append(titles.get(first, first))
    for id, those in before.items():
        if those:
            yield titles.get(id, id), those
