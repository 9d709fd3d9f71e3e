"""Mermaid: the calendar as a Gantt chart, dependencies as a flowchart."""

from __future__ import annotations

import json

from roadmap.views.page import Graph, Page, Timeline
from roadmap.writers.mermaid.drawing import drawing, fenced
from roadmap.writers.mermaid.gantt import DIRECTIVE
from roadmap.writers.mermaid.gantt import HEAD as GANTT
from roadmap.writers.mermaid.graph import HEAD as FLOWCHART
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    """One diagram plainly; several as code blocks, which Mermaid's tools read too."""
    head = f"---\ntitle: {_quoted(page.condition)}\n---\n" if page.condition else ""
    texts = [head + text for text in _texts(page)]
    if len(texts) == 1:
        return texts[0]
    return "\n\n".join(map(fenced, texts)) + "\n"


def _texts(page: Page) -> list[str]:
    """The diagrams of a page; an empty one where nothing can be drawn."""
    drawn = [block for block in page.blocks if isinstance(block, Timeline | Graph)]
    texts = [diagram.text for block in drawn for diagram in drawing(block).diagrams]
    if drawn and not texts:
        texts = [f"{GANTT if isinstance(drawn[0], Timeline) else FLOWCHART}\n"]
    return texts


def _quoted(condition: str) -> str:
    """A text as YAML has it, on one line and harmless."""
    return json.dumps(plain(condition), ensure_ascii=False)


def _wrote(text: str) -> bool:
    text = text.removeprefix("```mermaid\n")
    if text.startswith("---\ntitle: "):
        text = text.partition("\n---\n")[2]
    if text.startswith(DIRECTIVE):
        text = text.partition("\n")[2]
    nothing = text == f"{FLOWCHART}\n"
    return nothing or text.startswith((GANTT + "\n", f'{FLOWCHART}\n    n1["#'))


WRITER = Writer("mermaid", frozenset({Timeline, Graph}), _write, _wrote)
