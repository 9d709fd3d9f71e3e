"""The sections of portfolio.yaml as values of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.amounts import Range, exact
from roadmap.model.calendar import Period
from roadmap.model.customers import (
    DatedSurvey,
    Evidence,
    KeyResult,
    Need,
    Objective,
    Segment,
    Survey,
)
from roadmap.model.funding import Funding
from roadmap.model.portfolio import STEADINESS, Horizons
from roadmap.model.teams import Absence, Team
from roadmap.reading.actuals import actuals
from roadmap.reading.customers_file import (
    DatedSurveyFile,
    EvidenceFile,
    KeyResultFile,
    NeedFile,
    SurveyFile,
)
from roadmap.reading.efforts import RESERVED
from roadmap.reading.portfolio_file import DatesFile, PortfolioFile, TeamFile

Places = Mapping[str, Place]
"""The place of each section."""


def segments(file: PortfolioFile, places: Places) -> dict[str, Segment]:
    """The segments by id, in the order of the file."""
    return {
        id: Segment(
            id,
            segment.title or id,
            places["segments"] / id,
            _exact(segment.customers),
            _exact(segment.prospects),
            _exact(segment.lifetime_value),
            _exact(segment.weight),
        )
        for id, segment in (file.segments or {}).items()
    }


def needs(file: PortfolioFile, places: Places) -> dict[str, Need]:
    """The needs by id, in the order of the file."""
    return {
        id: _need(id, need, places["needs"] / id) for id, need in (file.needs or {}).items()
    }


def objectives(file: PortfolioFile, places: Places) -> dict[str, Objective]:
    """The objectives by id, in the order of the file."""
    return {
        id: Objective(
            id,
            objective.title or id,
            objective.kind,
            exact(objective.weight),
            places["objectives"] / id,
            tuple(_key_results(objective.key_results, places["objectives"] / id)),
        )
        for id, objective in (file.objectives or {}).items()
    }


def evidence(file: PortfolioFile, places: Places) -> dict[str, Evidence]:
    """The evidence by id, in the order of the file; a period counts by its last day."""
    return {
        id: _evidence(id, stated, places["evidence"] / id)
        for id, stated in (file.evidence or {}).items()
    }


def teams(file: PortfolioFile, places: Places) -> dict[str, Team]:
    """The teams by id, in the order of the file."""
    return {
        id: team(id, stated, places["teams"] / id)
        for id, stated in (file.teams or {}).items()
        if id not in RESERVED
    }


def team(id: str, stated: TeamFile, place: Place | None) -> Team:
    """A team; 4 people are assumed, and an `at_once` of 2, or 1 below two people."""
    people = _exact(stated.people) or Fraction(4)
    at_once = _exact(stated.at_once) or Fraction(2 if people >= 2 else 1)
    away = tuple(Absence(dates(absence), _exact(absence.people)) for absence in stated.away)
    focus = stated.focus if stated.focus is not None else Fraction(1)
    return Team(
        id, people, at_once, focus, away, stated.title, place, stated.people is None
    )


def dates(stated: DatesFile) -> Period:
    """From the first day of `from` to the last day of `to` (or of `from`)."""
    last = stated.to.last if stated.to else stated.from_.last
    return Period(stated.from_.first, last, stated.from_.text)


def holidays(file: PortfolioFile) -> tuple[Period, ...]:
    """The holidays as periods."""
    return tuple(
        dates(holiday) if isinstance(holiday, DatesFile) else holiday
        for holiday in file.holidays
    )


_BALANCE = {"needs": 50, "customer": 10, "commercial": 25, "operational": 15}


def balance(file: PortfolioFile) -> dict[str, Fraction]:
    """Percentages of `needs` and each kind of objective, with defaults."""
    stated = file.balance
    given = {key: _exact(getattr(stated, key)) for key in _BALANCE} if stated else {}
    return {
        key: Fraction(usual) if (share := given.get(key)) is None else share
        for key, usual in _BALANCE.items()
    }


def horizons(file: PortfolioFile, days_a_week: int) -> Horizons:
    """How far now and next reach, in working days; 6 weeks and a quarter by default."""
    now = file.horizons.now if file.horizons else None
    following = file.horizons.next if file.horizons else None
    return Horizons(
        Fraction(6 * days_a_week) if now is None else now,
        Fraction(13 * days_a_week) if following is None else following,
    )


def steadiness(file: PortfolioFile) -> Fraction:
    """By what share a plan may cost more to keep published dates."""
    return STEADINESS if file.steadiness is None else file.steadiness


def funding(file: PortfolioFile) -> Funding | None:
    """The limits on what is funded."""
    stated = file.funding
    if stated is None:
        return None
    whole = stated.effort if isinstance(stated.effort, Range) else None
    split = stated.effort if isinstance(stated.effort, Mapping) else {}
    return Funding(
        stated.from_,
        stated.until,
        whole,
        dict(split),
        _exact(stated.cost),
        _exact(stated.minimum_score),
    )


def _need(id: str, stated: NeedFile, place: Place) -> Need:
    surveys = enumerate(stated.surveys)
    return Need(
        id=id,
        statement=stated.statement or id,
        place=place,
        stage=stated.stage,
        survey=_survey(stated),
        affects=stated.affects,
        by_segment=_by_segment(stated),
        evidence=tuple(stated.evidence),
        surveyed=stated.surveyed,
        surveys=tuple(_dated(survey, place / "surveys" / n) for n, survey in surveys),
        anticipated=stated.anticipated,
    )


def _survey(stated: NeedFile | SurveyFile) -> Survey:
    return Survey(_exact(stated.importance), _exact(stated.satisfaction))


def _by_segment(stated: NeedFile | DatedSurveyFile) -> tuple[tuple[str, Survey], ...]:
    return tuple((segment, _survey(asked)) for segment, asked in stated.by_segment.items())


def _dated(stated: DatedSurveyFile, place: Place) -> DatedSurvey:
    return DatedSurvey(
        stated.date,
        place,
        _exact(stated.importance),
        _exact(stated.satisfaction),
        _by_segment(stated),
        stated.sample,
        stated.evidence,
    )


def _key_results(stated: Sequence[KeyResultFile], place: Place) -> Iterator[KeyResult]:
    for number, result in enumerate(stated):
        measured = tuple(actuals(result.actual, place / "key_results" / number / "actual"))
        by = result.by.last if result.by else None
        ends = _exact(result.baseline), _exact(result.target)
        yield KeyResult(result.metric, *ends, result.unit, by, measured)


def _evidence(id: str, stated: EvidenceFile, place: Place) -> Evidence:
    return Evidence(
        id=id,
        kind=stated.kind,
        place=place,
        date=stated.date.last if stated.date else None,
        sample=stated.sample,
        says=stated.says,
        link=stated.link,
        stage=stated.stage,
        channel=stated.channel,
        segments=tuple(stated.segments),
        heard_from=tuple(stated.from_),
    )


def _exact(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)
