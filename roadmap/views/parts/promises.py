"""Commitments: dates to keep against the forecast, and what keeping them costs."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.prices import prices_prose
from roadmap.views.blocks.promises import kept_table
from roadmap.views.page import Block
from roadmap.views.part import Audience, Part


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from kept_table(answer, plan)
    yield from prices_prose(answer, plan)


PART = Part("promises", 90, _blocks, usual=(Audience.BOARD, Audience.TEAM), priced=True)
