"""Dependencies between initiatives that are still open, as a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.dependencies import dependencies
from roadmap.views.page import Block
from roadmap.views.part import ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield replace(dependencies(answer), drawn=True)


PART = ReportPart("dependencies", 70, _blocks)
