"""HTML: one file to open in any browser, without a server and without a network."""

from __future__ import annotations

from roadmap.views.page import Findings, Graph, Page, Prose, Table, Timeline
from roadmap.views.pictures import Board, Landscape
from roadmap.writers.writer import Setting, Writer

_MARK = '<meta name="generator" content="roadmap">'


def _write(page: Page, setting: Setting) -> str:
    from roadmap.writers.html.document import document

    return document(page, setting)


def _wrote(text: str) -> bool:
    return text.lstrip().startswith("<!DOCTYPE html>") and _MARK in text[:400]


SHOWS = frozenset({Table, Prose, Timeline, Graph, Findings, Board, Landscape})
WRITER = Writer("html", SHOWS, _write, _wrote)
