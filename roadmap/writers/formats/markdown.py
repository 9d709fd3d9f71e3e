"""Markdown as GitHub reads it, in the shape in which Prettier would leave it."""

from __future__ import annotations

from roadmap.views.page import Findings, Graph, Page, Prose, Table, Timeline
from roadmap.writers.markdown.blocks import parts
from roadmap.writers.markdown.parts import document
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    return document(parts(page, setting))


WRITER = Writer("markdown", frozenset({Table, Prose, Timeline, Graph, Findings}), _write)
