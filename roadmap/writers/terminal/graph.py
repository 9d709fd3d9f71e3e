"""Dependencies on the terminal: a line for each initiative that has any."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Line
from roadmap.writers.terminal.pieces import Pieces
from roadmap.writers.terminal.prose import paragraph
from roadmap.writers.text.dependency_list import dependency_list
from roadmap.writers.writer import Setting


def graph_lines(graph: Graph, setting: Setting) -> Iterator[Pieces]:
    """A line for each node that depends on others."""
    for title, before in dependency_list(graph):
        text = f"{title} depends on {'; '.join(before)}"
        yield from paragraph(Line(text, "item"), setting)
