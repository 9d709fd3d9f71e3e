"""Capacity: how busy the teams are, and which of them holds up most."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.bottleneck import bottleneck
from roadmap.views.blocks.capacity import capacity_table
from roadmap.views.blocks.waits import of_all
from roadmap.views.page import Block, Prose
from roadmap.views.part import Part


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from capacity_table(answer, plan)
    whole = of_all(answer, plan, "These figures")
    lines = (*whole, *bottleneck(answer, plan))
    if lines:
        yield Prose(lines)


PART = Part("capacity", 80, _blocks)
