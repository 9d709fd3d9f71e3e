"""Delivered since the last quarter: when, with what result, and whom to tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmap.outcomes.results import Delivery, deliveries
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.delivered_work import delivered_table, tell_them
from roadmap.views.page import Block
from roadmap.views.part import Audience, ReportPart
from roadmap.views.recently import since_last_quarter


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    first = since_last_quarter(answer.portfolio)
    made = [
        delivery
        for delivery in deliveries(answer.portfolio)
        if _recent(answer, delivery, first)
    ]
    yield delivered_table(answer, made)
    yield tell_them(answer, made)


def _recent(answer: Answer, delivery: Delivery, first: date) -> bool:
    day = delivery.delivered
    return day is not None and day >= first and answer.shows(delivery.id)


PART = ReportPart("delivered", 105, _blocks, usual=(Audience.BOARD, Audience.TEAM))
