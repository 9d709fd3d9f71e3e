"""Where an outlook puts each initiative: score, rank, position and days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.calendar import Period
from roadmap.model.initiative import Initiative, Status
from roadmap.scoring.constants import constants
from roadmap.scoring.ranking import ranks
from roadmap.studies.outlook import Outlook

_CLOSED = (Status.DELIVERED, Status.DROPPED)


class DateStatus(StrEnum):
    """Whether a forecast meets a date."""

    KEPT = "kept"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class ForecastPosition:
    """An initiative in an outlook; None where the outlook says nothing of it.

    `rank` is by stand-alone score, `position` that in the sequence. `start_day` and
    `end_day` (exclusive) are days of the outlook's own calendar.
    """

    id: str
    status: Status
    value: Fraction | None = None
    score: Fraction | None = None
    rank: int | None = None
    position: int | None = None
    step: int | None = None
    step_score: Fraction | None = None
    start_day: int | None = None
    end_day: int | None = None
    deadline: DateStatus | None = None
    promise: DateStatus | None = None


def forecast_positions(outlook: Outlook) -> Mapping[str, ForecastPosition]:
    """The position of every initiative, by id."""
    every = outlook.portfolio.initiatives
    open_ids = (id for id, initiative in every.items() if initiative.status not in _CLOSED)
    scored = (outlook.scores[id] for id in open_ids)
    rank = ranks(scored, constants(outlook.portfolio).tie)
    position = {id: number for number, id in enumerate(outlook.sequence.ids, 1)}
    step = {id: step for step in outlook.sequence.bundles for id in step.ids}
    return {
        id: ForecastPosition(
            id,
            initiative.status,
            outlook.scores[id].value,
            outlook.scores[id].score,
            rank.get(id),
            position.get(id),
            step[id].number if id in step else None,
            step[id].score if id in step else None,
            outlook.start(id),
            outlook.end(id),
            _met(outlook, initiative, initiative.deadline),
            _met(outlook, initiative, _promised(initiative)),
        )
        for id, initiative in every.items()
    }


def _promised(initiative: Initiative) -> Period | None:
    return initiative.promised.period if initiative.promised else None


def _met(
    outlook: Outlook, initiative: Initiative, date: Period | None
) -> DateStatus | None:
    if date is None or initiative.status in _CLOSED:
        return None
    end = outlook.end(initiative.id)
    due = outlook.portfolio.calendar.day_on_or_before(date.last)
    return DateStatus.KEPT if end is not None and end - 1 <= due else DateStatus.MISSED
