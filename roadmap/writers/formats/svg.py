"""SVG: a picture for slides and pages: the timeline, the board, or the opportunities."""

from __future__ import annotations

from roadmap.views.page import Page, Timeline
from roadmap.views.pictures import Board, Landscape
from roadmap.writers.writer import Setting, Writer


def _write(page: Page, setting: Setting) -> str:
    from roadmap.writers.html.document import picture

    return picture(page, setting)


def _wrote(text: str) -> bool:
    start = text[:400]
    return start.startswith("<svg xmlns=") and (
        'class="timeline"' in start
        or 'class="landscape"' in start
        or 'class="board"' in start
    )


WRITER = Writer("svg", frozenset({Timeline, Board, Landscape}), _write, _wrote)
