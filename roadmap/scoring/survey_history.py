"""What customers answered by `as_of`: the newest survey, older ones where it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.model.customers import Need, Survey
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.remembered import remembered

SURVEY = "survey"
"""The kind of evidence that dates the plain numbers of a need."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Importance and satisfaction, 0 to 10, None if nobody was asked.

    `asked` is the day of the survey that satisfaction comes from; None if it has no date,
    which is before any delivery.
    """

    importance: Fraction | None = None
    satisfaction: Fraction | None = None
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One survey: its last day (None if unknown), and what was answered, by segment."""

    day: date | None
    everybody: Survey
    by_segment: Mapping[str, Survey]


def history(portfolio: Portfolio, need: Need) -> tuple[Asked, ...]:
    """The surveys of a need that were done by `as_of`, the newest first."""
    if not need.surveys:
        return _plain(portfolio, need)
    known = [survey for survey in need.surveys if portfolio.has_happened(survey.date)]
    known.sort(key=lambda dated_survey: dated_survey.date.last)
    return tuple(
        Asked(
            min(dated_survey.date.last, portfolio.as_of),
            Survey(dated_survey.importance, dated_survey.satisfaction),
            dict(dated_survey.by_segment),
        )
        for dated_survey in reversed(known)
    )


def satisfactions(portfolio: Portfolio, id: str) -> list[Fraction]:
    """Satisfaction with a need in general at each survey that asked, the newest first."""
    every = (asked.everybody.satisfaction for asked in _history(portfolio, id))
    return [found for found in every if found is not None]


def answers(portfolio: Portfolio, need: Need, segment: str | None = None) -> Answers:
    """The answers that count for a segment, or for customers in general.

    A segment that was never asked by itself counts as customers in general.
    """
    return _answers(portfolio, need.id, segment)


def asked_alone(portfolio: Portfolio, need: Need) -> AbstractSet[str]:
    """The segments that were asked about a need by themselves."""
    return _asked_alone(portfolio, need.id)


@remembered
def _asked_alone(portfolio: Portfolio, id: str) -> AbstractSet[str]:
    return _own_surveys(portfolio, id).keys()


@remembered
def _own_surveys(
    portfolio: Portfolio, id: str
) -> Mapping[str, list[tuple[date | None, Survey]]]:
    """What each segment answered by itself, the newest first."""
    found: dict[str, list[tuple[date | None, Survey]]] = {}
    for asked in _history(portfolio, id):
        for segment, survey in asked.by_segment.items():
            found.setdefault(segment, []).append((asked.day, survey))
    return found


@remembered
def _answers(portfolio: Portfolio, id: str, segment: str | None) -> Answers:
    if segment is None:
        return _newest((asked.day, asked.everybody) for asked in _history(portfolio, id))
    general = answers(portfolio, portfolio.needs[id])
    alone = _own_surveys(portfolio, id).get(segment)
    if alone is None:
        return general
    own = _newest(alone)
    satisfied = general if own.satisfaction is None else own
    return Answers(
        general.importance if own.importance is None else own.importance,
        satisfied.satisfaction,
        satisfied.asked,
    )


@remembered
def _history(portfolio: Portfolio, id: str) -> tuple[Asked, ...]:
    return history(portfolio, portfolio.needs[id])


def _newest(asked: Iterable[tuple[date | None, Survey]]) -> Answers:
    """The first answer to each question."""
    surveys = list(asked)
    told = (survey.importance for _, survey in surveys if survey.importance is not None)
    rated = ((it.satisfaction, day) for day, it in surveys if it.satisfaction is not None)
    return Answers(next(told, None), *next(rated, (None, None)))


def _plain(portfolio: Portfolio, need: Need) -> tuple[Asked, ...]:
    """The plain numbers of a need as one survey."""
    if need.surveyed is None:
        day = _evidenced(portfolio, need)
    elif portfolio.has_happened(need.surveyed):
        day = min(need.surveyed.last, portfolio.as_of)
    else:
        return ()
    return (Asked(day, need.survey, dict(need.by_segment)),)


def _evidenced(portfolio: Portfolio, need: Need) -> date | None:
    """The day of the newest survey among the evidence of a need."""
    named = (portfolio.evidence.get(id) for id in need.evidence)
    surveys = (
        evidence.date
        for evidence in named
        if evidence and evidence.kind == SURVEY and evidence.date
    )
    return max((day for day in surveys if day <= portfolio.as_of), default=None)
