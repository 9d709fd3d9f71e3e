"""Now, next and later: what starts when, and why."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.sequencing.results import Plan
from roadmap.views.addressed_needs import addressed_needs
from roadmap.views.answer import Answer
from roadmap.views.blocks.board import board, customer_board
from roadmap.views.blocks.outlook import now_next_later
from roadmap.views.horizons import Horizon
from roadmap.views.page import Block, Column, Group, Row, Table
from roadmap.views.part import Audience, ReportPart

COLUMNS = (
    Column("What you told us", shrink=1, wrap=True),
    Column("What we are doing about it", shrink=2, wrap=True),
)


def _for_customers(answer: Answer, plan: Plan) -> Iterator[Block]:
    """Needs in the customers' words, without dates or effort."""
    yield customer_board(answer, plan)
    addresseds = addressed_needs(answer, plan)
    groups = tuple(
        Group(
            when.value.capitalize(),
            tuple(
                Row((addressed.statement, "; ".join(addressed.titles[when])))
                for addressed in addresseds
                if when in addressed.titles
            ),
        )
        for when in Horizon
    )
    shown = tuple(group for group in groups if group.rows)
    yield Table("horizons", COLUMNS, shown, "Now, next and later")


def _blocks(answer: Answer, plan: Plan) -> Iterator[Block]:
    yield board(answer, plan)
    yield from now_next_later(answer, plan)


PART = ReportPart("now-next-later", 20, _blocks, _for_customers, tuple(Audience))
