"""Dependencies on the terminal: what waits, and below it what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Line
from roadmap.writers.terminal.pieces import Pieces
from roadmap.writers.terminal.prose import paragraph
from roadmap.writers.text.waiting import waiting
from roadmap.writers.writer import Setting


def graph_lines(graph: Graph, setting: Setting) -> Iterator[Pieces]:
    """A line for each node that waits for another."""
    for title, before in waiting(graph):
        text = f"{title} waits for {'; '.join(before)}"
        yield from paragraph(Line(text, "item"), setting)
