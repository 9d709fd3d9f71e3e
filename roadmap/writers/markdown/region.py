"""A region of somebody else's Markdown, below a heading that is not ours.

Four comments keep formatters and linters, whatever their settings, from what is generated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmap.views.page import Block, Page
from roadmap.writers.markdown.blocks import parts
from roadmap.writers.markdown.parts import MarkdownPart, joined
from roadmap.writers.writer import Setting

OPENING = "<!-- prettier-ignore-start -->\n<!-- markdownlint-disable -->"
CLOSING = "<!-- markdownlint-restore -->\n<!-- prettier-ignore-end -->"
DEEPEST = 6


def region_text(blocks: tuple[Block, ...], level: int, setting: Setting) -> str:
    """Blocks as Markdown whose headings begin at a level, from 1.

    Where one heading stands above all, it is left out: the document has its own.
    """
    body = list(parts(Page("", blocks), setting))[1:]
    least = min((part.level for part in body if part.kind == "heading"), default=2)
    tops = [part for part in body if part.kind == "heading" and part.level == least]
    if body and len(tops) == 1 and body[0] is tops[0]:
        del body[0]
        least += 1
    return "\n\n".join([OPENING, *_body(_shifted(body, level - least)), CLOSING])


def _body(body: Iterable[MarkdownPart]) -> Iterator[str]:
    if text := joined(body):
        yield text


def _shifted(body: Iterable[MarkdownPart], by: int) -> Iterator[MarkdownPart]:
    for part in body:
        if part.kind != "heading":
            yield part
        elif part.level + by <= DEEPEST:
            yield replace(part, level=part.level + by)
        else:
            yield replace(part, kind="paragraph", text=f"**{part.text}**")
