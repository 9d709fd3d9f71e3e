"""What changed for customers: each need then and now, and by what work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmap.outcomes.results import Delivery, deliveries
from roadmap.scoring.survey_history import satisfactions
from roadmap.views.answer import Answer
from roadmap.views.page import Column, Group, Number, Row, Table
from roadmap.views.phrases.english import listed
from roadmap.views.recently import since_last_quarter

TITLE = "What changed for customers"
COLUMNS = (
    Column("Need", shrink=1, wrap=True),
    Column("Satisfaction before", right=True, brief="Before"),
    Column("Satisfaction now", right=True, brief="Now"),
    Column("Delivered for it", shrink=2, wrap=True),
    Column("Asked for by", shrink=3, wrap=True),
)
FOR_CUSTOMERS = (
    Column("What you told us", shrink=1, wrap=True),
    Column("What we did", shrink=2, wrap=True),
)


def customer_change(answer: Answer) -> Table:
    """Needs with recent deliveries: satisfaction then and now, what was done, who asked."""
    rows = tuple(
        Row((answer.portfolio.needs[need].statement, *_satisfaction(answer, need),
             listed([answer.title(delivery.id) for delivery in made]),
             listed(_asked(made), 3) if _asked(made) else None))
        for need, made in _by_need(answer).items()
    )  # fmt: skip
    return Table("customer-change", COLUMNS, (Group("", rows),), TITLE)


def told_customers(answer: Answer) -> Table:
    """The same in customers' words, without numbers."""
    rows = tuple(
        Row(
            (
                answer.portfolio.needs[need].statement,
                listed([answer.title(delivery.id) for delivery in made]),
            )
        )
        for need, made in _by_need(answer).items()
    )
    return Table("customer-change", FOR_CUSTOMERS, (Group("", rows),), TITLE)


def _by_need(answer: Answer) -> dict[str, list[Delivery]]:
    """The recent deliveries that were for each need, in the order of the needs."""
    first = since_last_quarter(answer.portfolio)
    found: dict[str, list[Delivery]] = {}
    for delivery in _recent(answer, first):
        targets = (result.target for result in delivery.results if not result.harms)
        for target in dict.fromkeys(targets):
            if target in answer.portfolio.needs:
                found.setdefault(target, []).append(delivery)
    return {need: found[need] for need in answer.portfolio.needs if need in found}


def _recent(answer: Answer, first: date) -> Iterator[Delivery]:
    for delivery in deliveries(answer.portfolio):
        if (
            delivery.delivered is not None
            and delivery.delivered >= first
            and answer.shows(delivery.id)
        ):
            yield delivery


def _satisfaction(answer: Answer, need: str) -> tuple[Number | None, Number | None]:
    """Satisfaction at the survey before the newest, and at the newest."""
    now, then, *_ = (*satisfactions(answer.portfolio, need), None, None)
    return None if then is None else Number(then), None if now is None else Number(now)


def _asked(made: list[Delivery]) -> list[str]:
    return list(dict.fromkeys(name for delivery in made for name in delivery.tell))
