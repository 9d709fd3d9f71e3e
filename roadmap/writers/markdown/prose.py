"""Prose and dependencies in Markdown: paragraphs, quotes, lists."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Prose
from roadmap.writers.markdown.parts import Part
from roadmap.writers.markdown.text import escaped, heading, opening, worded
from roadmap.writers.text.dependency_list import dependency_list


def prose_parts(prose: Prose) -> Iterator[Part]:
    """Paragraphs; what is indented is a list."""
    for line in prose.lines:
        text = worded(line.text)
        if not text:
            continue
        if line.kind == "heading":
            yield Part("heading", heading(line.text), 3 if prose.title else 2, prose.title)
        elif line.kind == "item" or line.indent:
            yield Part("item", text, line.indent)
        else:
            yield Part("quote" if line.kind == "strong" else "paragraph", text)


def graph_parts(graph: Graph) -> Iterator[Part]:
    """An item for each initiative with dependencies."""
    for title, before in dependency_list(graph):
        yield Part("item", f"{opening(title)} depends on {'; '.join(map(escaped, before))}")
