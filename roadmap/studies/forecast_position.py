"""Where each initiative stands in an outlook: score, rank, order and days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.model.initiative import Initiative, Status
from roadmap.scoring.constants import constants
from roadmap.scoring.ranking import ranks
from roadmap.studies.outlook import Outlook

_CLOSED = (Status.DELIVERED, Status.DROPPED)
KEPT, MISSED = "kept", "missed"


@dataclass(frozen=True, slots=True)
class Standing:
    """An initiative in an outlook; None where it has none of it.

    `start_day` and `end_day` (exclusive) are days of the outlook's own calendar.
    `deadline` and `promise` are kept or missed.
    """

    id: str
    status: str
    value: Fraction | None = None
    score: Fraction | None = None
    rank: int | None = None
    position: int | None = None
    step: int | None = None
    step_score: Fraction | None = None
    start_day: int | None = None
    end_day: int | None = None
    deadline: str | None = None
    promise: str | None = None


def standings(found: Outlook) -> Mapping[str, Standing]:
    """The standing of every initiative, by id."""
    every = found.portfolio.initiatives
    open_ids = (id for id, each in every.items() if each.status not in _CLOSED)
    scored = (found.scores[id] for id in open_ids)
    rank = ranks(scored, constants(found.portfolio).tie)
    position = {id: number for number, id in enumerate(found.sequence.ids, 1)}
    step = {id: step for step in found.sequence.steps for id in step.ids}
    return {
        id: Standing(
            id,
            each.status.value,
            found.scores[id].value,
            found.scores[id].score,
            rank.get(id),
            position.get(id),
            step[id].number if id in step else None,
            step[id].score if id in step else None,
            found.start(id),
            found.end(id),
            *_told(found, each),
        )
        for id, each in every.items()
    }


def _told(found: Outlook, each: Initiative) -> tuple[str | None, str | None]:
    if each.status in _CLOSED:
        return None, None
    periods = (each.deadline, each.promised.period if each.promised else None)
    days = found.portfolio.calendar
    end = found.end(each.id)
    deadline, promise = (
        None
        if period is None
        else KEPT
        if end is not None and end - 1 <= days.day_on_or_before(period.last)
        else MISSED
        for period in periods
    )
    return deadline, promise
