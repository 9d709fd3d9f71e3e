"""The board: what starts now, next and later, a card each."""

from __future__ import annotations

from roadmap.sequencing.results import Plan
from roadmap.views.addressed_needs import addressed_needs
from roadmap.views.answer import Answer
from roadmap.views.blocks.outlook import now_next_later
from roadmap.views.horizons import Horizon
from roadmap.views.page import Row
from roadmap.views.phrases.forecasts import OFTEN
from roadmap.views.pictures import Board, Card, Lane

TITLE = "Now, next and later"


def board(answer: Answer, plan: Plan) -> Board:
    """A lane for each horizon, in the order in which work starts."""
    (table,) = now_next_later(answer, plan)
    found = {group.title: group.rows for group in table.groups}
    lanes = (
        Lane(
            when.value.capitalize(),
            tuple(_card(row) for row in found.get(when.value.capitalize(), ())),
        )
        for when in Horizon
    )
    return Board("board", tuple(lanes), TITLE, OFTEN if answer.forecast else "")


def customer_board(answer: Answer, plan: Plan) -> Board:
    """The same in the customers' words: needs, and what is done about them."""
    addresseds = addressed_needs(answer, plan)
    lanes = (
        Lane(
            when.value.capitalize(),
            tuple(
                Card(need.statement, "; ".join(need.titles[when]))
                for need in addresseds
                if when in need.titles
            ),
        )
        for when in Horizon
    )
    return Board("board", tuple(lanes), TITLE)


def _card(row: Row) -> Card:
    title, purpose, date = (str(cell or "") for cell in row.cells)
    return Card(title, purpose, date, row.id)
