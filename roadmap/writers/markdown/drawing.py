"""Diagrams in Markdown: code blocks that GitHub and GitLab draw."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Graph, Timeline
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.text import heading
from roadmap.writers.mermaid.drawing import drawing, fenced


def drawing_parts(block: Timeline | Graph) -> Iterator[MarkdownPart]:
    """A note where a block takes several diagrams, then each under its own heading."""
    drawn = drawing(block)
    if drawn.note:
        yield MarkdownPart("paragraph", drawn.note)
    for diagram in drawn.diagrams:
        if diagram.title:
            level = 3 if block.title else 2
            yield MarkdownPart(
                "heading", heading(diagram.title), level, heading(block.title)
            )
        yield MarkdownPart("code", fenced(diagram.text))
