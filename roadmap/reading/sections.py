"""The sections of portfolio.yaml as values of the model."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.amounts import exact
from roadmap.model.calendar import Period
from roadmap.model.customers import Evidence, KeyResult, Need, Objective, Segment, Survey
from roadmap.model.portfolio import Horizons
from roadmap.model.teams import Absence, Team
from roadmap.reading.efforts import RESERVED
from roadmap.reading.portfolio_file import (
    DatesFile,
    KeyResultFile,
    NeedFile,
    PortfolioFile,
    SurveyFile,
    TeamFile,
)

Places = Mapping[str, Place]
"""The place of each section."""


def segments(file: PortfolioFile, places: Places) -> dict[str, Segment]:
    """The segments by id, in the order of the file."""
    return {
        id: Segment(
            id,
            each.title or id,
            places["segments"] / id,
            _exact(each.customers),
            _exact(each.prospects),
            _exact(each.lifetime_value),
            _exact(each.weight),
        )
        for id, each in (file.segments or {}).items()
    }


def needs(file: PortfolioFile, places: Places) -> dict[str, Need]:
    """The needs by id, in the order of the file."""
    return {
        id: Need(
            id,
            each.statement or id,
            places["needs"] / id,
            each.stage,
            _survey(each),
            each.affects,
            tuple((segment, _survey(asked)) for segment, asked in each.by_segment.items()),
            tuple(each.evidence),
        )
        for id, each in (file.needs or {}).items()
    }


def objectives(file: PortfolioFile, places: Places) -> dict[str, Objective]:
    """The objectives by id, in the order of the file."""
    return {
        id: Objective(
            id,
            each.title or id,
            each.kind,
            exact(each.weight),
            places["objectives"] / id,
            tuple(_key_result(result) for result in each.key_results),
        )
        for id, each in (file.objectives or {}).items()
    }


def evidence(file: PortfolioFile, places: Places) -> dict[str, Evidence]:
    """The evidence by id, in the order of the file; a period counts by its last day."""
    return {
        id: Evidence(
            id,
            each.kind,
            places["evidence"] / id,
            each.date.last if each.date else None,
            each.sample,
            each.says,
            each.link,
        )
        for id, each in (file.evidence or {}).items()
    }


def teams(file: PortfolioFile, places: Places) -> dict[str, Team]:
    """The teams by id, in the order of the file."""
    return {
        id: team(id, each, places["teams"] / id)
        for id, each in (file.teams or {}).items()
        if id not in RESERVED
    }


def team(id: str, stated: TeamFile, place: Place | None) -> Team:
    """A team; 4 people are assumed, and an `at_once` of 2, or 1 below two people."""
    people = _exact(stated.people) or Fraction(4)
    at_once = _exact(stated.at_once) or Fraction(2 if people >= 2 else 1)
    away = tuple(Absence(dates(each), _exact(each.people)) for each in stated.away)
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
        dates(each) if isinstance(each, DatesFile) else each for each in file.holidays
    )


_BALANCE = {"needs": 50, "customer": 10, "commercial": 25, "operational": 15}


def balance(file: PortfolioFile) -> dict[str, Fraction]:
    """Percentages of `needs` and each kind of objective, with defaults."""
    stated = file.balance
    given = {key: _exact(getattr(stated, key)) for key in _BALANCE} if stated else {}
    return {
        key: Fraction(usual) if (each := given.get(key)) is None else each
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


def _survey(stated: NeedFile | SurveyFile) -> Survey:
    return Survey(_exact(stated.importance), _exact(stated.satisfaction))


def _key_result(stated: KeyResultFile) -> KeyResult:
    by = stated.by.last if stated.by else None
    baseline, target = _exact(stated.baseline), _exact(stated.target)
    return KeyResult(stated.metric, baseline, target, stated.unit, by)


def _exact(number: float | None) -> Fraction | None:
    return None if number is None else exact(number)
