"""What changed for customers, told to colleagues with numbers, to customers without."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.customer_change import customer_change, told_customers
from roadmap.views.page import Block
from roadmap.views.part import Audience, ReportPart


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield customer_change(answer)


def _for_customers(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield told_customers(answer)


PART = ReportPart("changed", 15, _blocks, _for_customers, tuple(Audience))
