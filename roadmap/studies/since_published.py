"""What is different since dates were published: edits, and the days that passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from roadmap.model.portfolio import Portfolio
from roadmap.studies.causes import Cause
from roadmap.studies.difference import Difference
from roadmap.studies.published_shifts import PublishedShift


class NoEdits(StrEnum):
    """Why nobody can say what was edited since.

    NO_GIT: the portfolio is in no git checkout, or git does not answer. NOT_COMMITTED: no
    commit holds the published dates as they are. SHALLOW: the clone may end after the
    commit that published them. UNREADABLE: nothing of that commit can be read.
    """

    NO_GIT = "no git"
    NOT_COMMITTED = "not committed"
    SHALLOW = "shallow clone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class MoveCause:
    """Why a published date moves: the edits, if any do, and whether passed days do."""

    edits: Cause | None
    days: bool


@dataclass(frozen=True, slots=True)
class SincePublished:
    """What is different since.

    `days` are the calendar days from the day as of which dates were published; None if it
    is not stated. `difference` compares the portfolio of `commit`, which published them, as
    of today, with the one as it is; without it `why` says what is missing.
    """

    days: int | None
    commit: str = ""
    difference: Difference | None = None
    why: NoEdits | None = None

    def causes(self, shifts: Sequence[PublishedShift]) -> Mapping[str, MoveCause]:
        """What moves each published date that moves, by id, as far as anybody can say.

        The days that passed move what the plan of that time moves if it is made today.
        """
        if self.difference is None:
            return {}
        then, edits = self.difference.old, self.difference.causes
        calendar, slots = then.portfolio.calendar, then.plan.slots
        ends = {id: calendar.date_of(slot.last_day) for id, slot in slots.items()}
        return {
            (id := shift.told.id): MoveCause(
                edits.get(id), bool(self.days) and ends.get(id) != shift.told.end
            )
            for shift in shifts
            if shift.moves
        }


def days_since(portfolio: Portfolio) -> int | None:
    """Calendar days since the day as of which dates were published."""
    published = portfolio.published
    told = published.as_of if published else None
    return (portfolio.as_of - told).days if told else None
