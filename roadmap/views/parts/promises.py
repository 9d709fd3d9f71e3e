"""Commitments: dates to keep against the forecast, and what keeping them costs."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.studies.published_shifts import published_shifts
from roadmap.views.answer import Answer
from roadmap.views.blocks.commitments import commitments_table
from roadmap.views.blocks.constraints import cost_of_constraints
from roadmap.views.blocks.published_dates import moves_table
from roadmap.views.page import Block
from roadmap.views.part import Audience, ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from commitments_table(answer, plan)
    yield from moves_table(answer, published_shifts(answer.portfolio, plan))
    yield from cost_of_constraints(answer, plan)


PART = ReportPart(
    "promises", 90, _blocks, usual=(Audience.BOARD, Audience.TEAM), priced=True
)
