"""A part of the report: a view with a name, and what it shows to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.page import Block


class Audience(StrEnum):
    """Whom a report is for."""

    BOARD = "board"
    TEAM = "team"
    CUSTOMER = "customer"


Blocks = Callable[[Answer, Plan], Iterable[Block]]


@dataclass(frozen=True, slots=True)
class Part:
    """A view of the report. `order` is its place in a whole one.

    `blocks` are for colleagues. `for_customers` are for everybody else, and see what
    `for_customers()` leaves of an answer; None where customers have no use for it.
    `usual` are the audiences that see it unasked. `idle` parts have something to say of
    a portfolio without initiatives too; `priced` parts tell what obligations cost.
    """

    name: str
    order: int
    blocks: Blocks
    for_customers: Blocks | None = None
    usual: tuple[Audience, ...] = (Audience.TEAM,)
    idle: bool = False
    priced: bool = False

    def shown_to(self, audience: Audience) -> Blocks | None:
        """What an audience sees of it; None where that is nothing, ever."""
        return self.for_customers if audience is Audience.CUSTOMER else self.blocks
