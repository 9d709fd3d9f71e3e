"""Dropped: what is not scheduled, what we will not do, and what is paused."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.model.initiative import Status
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.below_the_line import below_the_line
from roadmap.views.blocks.not_doing import not_doing
from roadmap.views.blocks.unplaced import unplaced_titles
from roadmap.views.page import Block, Line, Prose
from roadmap.views.part import Audience, ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from below_the_line(answer)
    yield from unplaced_titles(answer, plan)
    yield from not_doing(answer)


def _for_customers(answer: Answer, plan: Plan) -> Iterator[Block]:
    """The titles alone: the reasons stay among colleagues."""
    gone = [
        initiative
        for initiative in answer.initiatives
        if initiative.status is Status.DROPPED
    ]
    if gone:
        lines = tuple(Line(answer.title(initiative.id), "item") for initiative in gone)
        yield Prose(lines, "What we will not do")


PART = ReportPart(
    "dropped", 100, _blocks, _for_customers, usual=(Audience.BOARD, Audience.TEAM)
)
