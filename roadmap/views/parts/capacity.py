"""Capacity: how well the teams are used, and which of them is the bottleneck."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.bottleneck import bottleneck
from roadmap.views.blocks.capacity import capacity_table
from roadmap.views.blocks.time_to_value import whole_plan_note
from roadmap.views.page import Block, Prose
from roadmap.views.part import ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from capacity_table(answer, plan)
    whole = whole_plan_note(answer, plan, "These figures")
    lines = (*whole, *bottleneck(answer, plan))
    if lines:
        yield Prose(lines)


PART = ReportPart("capacity", 80, _blocks)
