"""Prose and dependencies in Markdown: paragraphs, quotes, lists."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Prose
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.text import code, escaped, heading, opening, worded
from roadmap.writers.text.dependency_list import dependency_list


def prose_parts(prose: Prose) -> Iterator[MarkdownPart]:
    """Paragraphs; what is indented is a list."""
    for line in prose.lines:
        text = code(line.text) if line.kind == "command" else worded(line.text)
        if line.lead:
            text = f"**{escaped(line.lead)}** {text}"
        if not line.text or not text:
            continue
        if line.kind == "heading":
            yield MarkdownPart(
                "heading", heading(line.text), 3 if prose.title else 2, prose.title
            )
        elif line.kind == "item" or line.indent:
            yield MarkdownPart("item", text, line.indent)
        else:
            yield MarkdownPart("quote" if line.kind == "strong" else "paragraph", text)


def graph_parts(graph: Graph) -> Iterator[MarkdownPart]:
    """An item for each initiative with dependencies."""
    for title, before in dependency_list(graph):
        yield MarkdownPart(
            "item", f"{opening(title)} depends on {'; '.join(map(escaped, before))}"
        )
