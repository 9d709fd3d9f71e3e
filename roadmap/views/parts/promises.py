"""Promises: deadlines and told dates against the forecast, and what keeping them costs."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Block
from roadmap.views.part import Audience, Part
from roadmap.views.prices import prices_prose
from roadmap.views.promises import kept_table


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield from kept_table(answer, plan)
    yield from prices_prose(answer, plan)


PART = Part("promises", 90, _blocks, usual=(Audience.BOARD, Audience.TEAM), priced=True)
