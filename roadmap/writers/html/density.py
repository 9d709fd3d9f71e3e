"""How small a view is printed, so that it stays on a page if it can."""

from __future__ import annotations

from roadmap.views.page import Block, Prose, Section, Table, Timeline
from roadmap.views.pictures import Board, Landscape

DENSE, DENSER = 25, 34
"""Lines from which a view is printed smaller."""
CARD, BROAD = 3, 4
"""Lines of a card, and of a row of a table with more than seven columns."""


def density(section: Section) -> str:
    """The class of a view with many lines; nothing where these fit as they are."""
    lines = sum(map(_lines, section.blocks))
    if lines < DENSE:
        return ""
    return " class=dense" if lines < DENSER else " class=denser"


def _lines(block: Block) -> int:
    match block:
        case Timeline():
            bars = sum(len(group.bars) for group in block.groups)
            return bars + len(block.groups) + len(block.loads)
        case Table():
            each = BROAD if len(block.columns) > 7 else 1
            return sum(len(group.rows) * each + 1 for group in block.groups)
        case Board():
            return CARD * max((len(lane.cards) for lane in block.lanes), default=0)
        case Prose():
            return len(block.lines)
        case Landscape():
            return 20
        case _:
            return 0
