"""Needs: unaddressed opportunities first, then the needs that work addresses."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.landscape import landscape
from roadmap.views.blocks.needs_table import needs_table
from roadmap.views.page import Block
from roadmap.views.part import ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield landscape(answer, "Opportunities")
    yield from needs_table(answer, "Needs")


PART = ReportPart("needs", 50, _blocks)
