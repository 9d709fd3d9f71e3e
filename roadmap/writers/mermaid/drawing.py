"""The diagrams of a block: a Gantt chart of the calendar, a flowchart of dependencies."""

from __future__ import annotations

from roadmap.views.page import Block, Graph, Timeline
from roadmap.writers.mermaid.diagram import Drawing
from roadmap.writers.mermaid.gantt import gantt
from roadmap.writers.mermaid.graph import flowchart


def drawing(block: Block) -> Drawing:
    """The diagrams of a block; none where it cannot be drawn."""
    match block:
        case Timeline():
            return gantt(block)
        case Graph():
            return flowchart(block)
        case _:
            return Drawing(())


def fenced(text: str) -> str:
    """A diagram as a code block of Markdown."""
    return f"```mermaid\n{text}```"
