"""A part of the report: a view with a name, and what each audience sees of it."""

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
class ReportPart:
    """A view of the report. `order` is its place in a whole one.

    `blocks` are for colleagues. `for_customers` are for everybody else and get what
    `public()` leaves of an answer; None if customers have no use for the part. `usual`
    are the audiences that see it by default. `idle` parts have something to say about an
    empty portfolio too; `priced` parts tell the cost of constraints.
    """

    name: str
    order: int
    blocks: Blocks
    for_customers: Blocks | None = None
    usual: tuple[Audience, ...] = (Audience.TEAM,)
    idle: bool = False
    priced: bool = False

    def shown_to(self, audience: Audience) -> Blocks | None:
        """What an audience sees of it; None if that is never anything."""
        return self.for_customers if audience is Audience.CUSTOMER else self.blocks
