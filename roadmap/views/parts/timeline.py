"""The timeline: bars on the calendar; for customers, needs over now, next and later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmap.sequencing.results import Plan
from roadmap.views.addressed_needs import addressed_needs
from roadmap.views.answer import Answer
from roadmap.views.blocks.timeline import timeline
from roadmap.views.horizons import Horizon
from roadmap.views.page import Block, Column, Group, Row, Table
from roadmap.views.part import ReportPart

SIGN = "■"
COLUMNS = (
    Column("What you told us", shrink=1, wrap=True),
    *(Column(horizon.value.capitalize()) for horizon in Horizon),
)


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    # A drawing has no room for more than the name of a horizon.
    yield replace(timeline(answer, plan, until=False), title="Timeline", drawn=True)


def _for_customers(answer: Answer, plan: Plan) -> Iterator[Block]:
    rows = tuple(
        Row((need.statement, *(SIGN if when in need.titles else None for when in Horizon)))
        for need in addressed_needs(answer, plan)
    )
    yield Table("timeline", COLUMNS, (Group("", rows),), "Timeline")


PART = ReportPart("timeline", 40, _blocks, _for_customers)
