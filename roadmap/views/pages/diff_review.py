"""The diff page for a review: bars before and after, with what moved each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.studies.difference import Difference
from roadmap.views.answer import Answer
from roadmap.views.blocks.moved_bars import moved_bars
from roadmap.views.diff_data import Side
from roadmap.views.page import Block, Page, Table, empty
from roadmap.views.pages import diff

MOST = 60
"""Bars that are drawn; the tables have all."""
TABLES = {"moves": "Delivery dates that moved, as a table"}


def page(answer: Answer, difference: Difference, sides: tuple[Side, Side]) -> Page:
    """The diff page with a timeline below its summary, and its first table folded."""
    whole = diff.page(answer, difference, sides)
    bars = moved_bars(answer, difference, diff.dated(answer, difference)[:MOST])
    summary, *rest = whole.blocks
    drawn = () if empty(bars) else (bars,)
    blocks = (*drawn, *_rest(rest, folded=bool(drawn)))
    return replace(whole, blocks=(summary, *blocks))


def _rest(blocks: list[Block], *, folded: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and block.id in TABLES and folded:
            yield replace(block, folded=True, title=TABLES[block.id])
        else:
            yield block
