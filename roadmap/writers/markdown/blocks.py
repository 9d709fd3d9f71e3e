"""A page in Markdown: its title, then each block under its own heading."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.views.page import Block, Findings, Graph, Page, Prose, Table, Timeline
from roadmap.views.pictures import Board, Landscape
from roadmap.writers.markdown.drawing import drawing_parts
from roadmap.writers.markdown.findings import findings_parts
from roadmap.writers.markdown.parts import MarkdownPart
from roadmap.writers.markdown.prose import graph_parts, prose_parts
from roadmap.writers.markdown.table import table_parts
from roadmap.writers.markdown.text import heading
from roadmap.writers.markdown.timeline import timeline_parts
from roadmap.writers.writer import Setting

UNTITLED = "Findings"


def parts(page: Page, setting: Setting) -> Iterator[MarkdownPart]:
    """The page's title, then its blocks, each under its own."""
    yield MarkdownPart("heading", heading(page.title or UNTITLED), 1)
    for block in page.blocks:
        body = list(_body(block, setting))
        title = "" if isinstance(block, Findings) else heading(block.title)
        if isinstance(block, Table) and block.folded and body:
            summary = f"<details>\n<summary>{title}</summary>"
            yield from (
                MarkdownPart("paragraph", summary),
                *body,
                MarkdownPart("paragraph", "</details>"),
            )
            continue
        if title and body:
            yield MarkdownPart("heading", title, 2)
        yield from body


def _body(block: Block, setting: Setting) -> Iterator[MarkdownPart]:
    if isinstance(block, Timeline | Graph) and block.drawn:
        return drawing_parts(block)
    match block:
        case Table():
            return table_parts(block)
        case Prose():
            return prose_parts(block)
        case Timeline():
            return timeline_parts(block)
        case Graph():
            return graph_parts(block)
        case Findings():
            return findings_parts(block, setting)
        case Board() | Landscape():
            return iter(())
