"""Builders: what a test is about is said, all the rest is supplied.

Values are written as in the files: `reach="60%"`, `effort={"web": "2w..5w"}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.amounts import Level, exact
from roadmap.model.calendar import WEEKDAYS, Calendar, Period
from roadmap.model.customers import (
    DatedSurvey,
    Evidence,
    KeyResult,
    Need,
    Objective,
    Segment,
    Survey,
)
from roadmap.model.initiative import (
    Claim,
    Initiative,
    Measure,
    Must,
    Part,
    Pin,
    Promise,
    Status,
)
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Absence, Team
from roadmap.reading import scalars
from roadmap.reading.scalars import Terms

Number = int | float | Fraction
Effort = str | Mapping[str, str | tuple[str, Number]]
TERMS = Terms()
BALANCE = {"needs": 50, "customer": 10, "commercial": 25, "operational": 15}


def outcome(
    need: str = "know-my-bill",
    *,
    segments: Iterable[str] | None = None,
    reach: str | None = None,
    impact: str | None = "medium",
    confidence: str | None = None,
    evidence: Iterable[str] = (),
    protects: bool = False,
    measure: Measure | None = None,
) -> Claim:
    """One entry of `outcomes`; by default a medium impact on everybody, no evidence."""
    return Claim(
        need,
        Place("initiative.yaml", ("outcomes", need)),
        segments=None if segments is None else tuple(segments),
        reach=None if reach is None else scalars.share_range(reach),
        impact=None if impact is None else scalars.impact(impact),
        confidence=None if confidence is None else scalars.confidence(confidence),
        evidence=tuple(evidence),
        protects=protects,
        measure=measure,
    )


def measure(
    metric: str = "calls a month",
    actual: Mapping[str, Number] | None = None,
    *,
    baseline: Number | None = 100,
    target: Number | None = 0,
    by: str | None = None,
) -> Measure:
    """A measure from 100 down to 0; `actual` gives values by date."""
    place = Place("initiative.yaml", ("measure", "actual"))
    return Measure(
        metric,
        _fraction(baseline),
        _fraction(target),
        by=_period(by),
        actual=tuple(
            Actual(period(day), fraction(value), place)
            for day, value in (actual or {}).items()
        ),
    )


def contribution(
    objective: str = "retention",
    *,
    impact: str | None = "medium",
    gain: str | Number | None = None,
    confidence: str | None = None,
    evidence: Iterable[str] = (),
    measure: Measure | None = None,
) -> Claim:
    """One entry of `contributes_to`."""
    return Claim(
        objective,
        Place("initiative.yaml", ("contributes_to", objective)),
        impact=_impact(impact, gain),
        confidence=None if confidence is None else scalars.confidence(confidence),
        evidence=tuple(evidence),
        measure=measure,
    )


def initiative(
    id: str = "a",
    *,
    outcomes: Iterable[Claim] = (),
    contributions: Iterable[Claim] = (),
    effort: Effort | None = "4w",
    remaining: Effort | None = None,
    depends_on: Iterable[str] | None = (),
    status: str = "proposed",
    value: Number | None = None,
    not_before: str | None = None,
    deadline: str | None = None,
    promised: str | None = None,
    must: str | None = None,
    pin: str | None = None,
    started: str | None = None,
    delivered: str | None = None,
    spent: Effort | None = None,
    evidence: Iterable[str] = (),
    overrides: Mapping[str, Any] | None = None,
    **rest: Any,
) -> Initiative:
    """An initiative of four weeks; `value` is that of the framework value-effort.

    `effort` as text belongs to the team `team`; a part may be `("6w", 2)`: with so many
    people. None: nobody stated one, four weeks are assumed.
    """
    stated = {} if value is None else {"value-effort": {"value": fraction(value)}}
    return Initiative(
        id=id,
        title=rest.pop("title", id),
        place=rest.pop("place", Place(f"{id}.yaml")),
        status=Status(status),
        outcomes=tuple(outcomes),
        contributions=tuple(contributions),
        evidence=tuple(evidence),
        effort=_parts(effort or "4w"),
        effort_assumed=effort is None,
        remaining=None if remaining is None else _parts(remaining),
        depends_on=None if depends_on is None else tuple(depends_on),
        not_before=_period(not_before),
        deadline=_period(deadline),
        promised=None if promised is None else Promise(period(promised)),
        must=None if must is None else Must(must),
        pin=None if pin is None else Pin(pin),
        started=None if started is None else period(started).first,
        delivered=_period(delivered),
        spent=None if spent is None else _parts(spent),
        overrides={**stated, **(overrides or {})},
        **rest,
    )


def team(
    id: str = "team",
    people: Number = 4,
    at_once: Number = 2,
    focus: str = "100%",
    away: Iterable[tuple[str, str, Number | None]] = (),
) -> Team:
    """A team of four; an absence is (from, to, people or None for all of them)."""
    absences = (
        Absence(_stretch(first, last), _fraction(gone)) for first, last, gone in away
    )
    share = scalars.share(focus)
    return Team(id, fraction(people), fraction(at_once), share, tuple(absences))


def segment(
    id: str = "families",
    *,
    customers: Number | None = None,
    prospects: Number | None = None,
    lifetime_value: Number | None = None,
    weight: Number | None = None,
) -> Segment:
    """A segment of which nothing is said but what the test says."""
    numbers = (customers, prospects, lifetime_value, weight)
    exact_ones = map(_fraction, numbers)
    return Segment(id, id, Place("portfolio.yaml", ("segments", id)), *exact_ones)


def need(
    id: str = "know-my-bill",
    importance: Number | None = 10,
    satisfaction: Number | None = 0,
    *,
    affects: str | None = "100%",
    by_segment: Mapping[str, tuple[Number | None, Number | None]] | None = None,
    evidence: Iterable[str] = (),
    stage: str | None = None,
    surveyed: str | None = None,
    surveys: Mapping[str, tuple[Number | None, Number | None]] | None = None,
    anticipated: bool = False,
) -> Need:
    """A need of the greatest gap.

    `by_segment`, and `surveys` by date, give (importance, satisfaction).
    """
    place = Place("portfolio.yaml", ("needs", id))
    return Need(
        id,
        id,
        place,
        stage,
        _survey(importance, satisfaction),
        None if affects is None else scalars.share(affects),
        tuple((name, _survey(*asked)) for name, asked in (by_segment or {}).items()),
        tuple(evidence),
        surveyed=_period(surveyed),
        surveys=tuple(
            _dated(place / "surveys", day, *asked) for day, asked in (surveys or {}).items()
        ),
        anticipated=anticipated,
    )


def objective(
    id: str = "retention",
    kind: str = "commercial",
    weight: Number = 1,
    *,
    baseline: Number | None = None,
    target: Number | None = None,
) -> Objective:
    """An objective; with a baseline or a target it has one key result."""
    stated = baseline is not None or target is not None
    result = KeyResult(id, _fraction(baseline), _fraction(target))
    place = Place("portfolio.yaml", ("objectives", id))
    return Objective(id, id, kind, fraction(weight), place, (result,) * stated)


def evidence(
    id: str = "study",
    kind: str = "survey",
    *,
    on: str | None = None,
    sample: int | None = None,
) -> Evidence:
    """A piece of evidence; `on` is its date."""
    when = None if on is None else period(on).last
    return Evidence(id, kind, Place("portfolio.yaml", ("evidence", id)), when, sample)


def portfolio(
    *initiatives: Initiative,
    teams: Iterable[Team] = (),
    segments: Iterable[Segment] = (),
    needs: Iterable[Need] = (),
    objectives: Iterable[Objective] = (),
    evidence: Iterable[Evidence] = (),
    journey: Iterable[str] = (),
    start: str = "2027-01-04",
    as_of: str | None = None,
    holidays: Iterable[str] = (),
    week: Iterable[str] = WEEKDAYS[:5],
    framework: str = "customer-value",
    **rest: Any,
) -> Portfolio:
    """A portfolio that begins on Monday, 4 January 2027.

    Without needs those that the outcomes name exist, as after reading; without teams
    there is one of four people, called `team`. A section exists when it has members.
    """
    crew = {each.id: each for each in teams}
    groups = {each.id: each for each in segments}
    wants = {each.id: each for each in needs}
    aims = {each.id: each for each in objectives}
    proofs, stages = {each.id: each for each in evidence}, tuple(journey)
    sections = {
        "teams": crew,
        "segments": groups,
        "needs": wants,
        "objectives": aims,
        "evidence": proofs,
        "journey": stages,
    }
    days = tuple(WEEKDAYS.index(day) for day in week)
    free = tuple(period(day) for day in holidays)
    first = period(start).first
    return Portfolio(
        initiatives={each.id: each for each in sorted(initiatives, key=lambda it: it.id)},
        calendar=Calendar(first, days, free),
        as_of=first if as_of is None else period(as_of).first,
        teams=crew or {"team": team()},
        segments=groups,
        journey=stages,
        needs=wants or _named(initiatives),
        objectives=aims,
        evidence=proofs,
        framework=framework,
        balance={
            key: fraction(share) for key, share in rest.pop("balance", BALANCE).items()
        },
        sections=frozenset(name for name, members in sections.items() if members),
        **rest,
    )


def period(text: str) -> Period:
    """A date as written in a file."""
    return scalars.period(text, TERMS)


def fraction(number: Number) -> Fraction:
    """A number, exact in its shortest decimal."""
    return number if isinstance(number, Fraction) else exact(number)


def _impact(impact: str | None, gain: str | Number | None) -> Level | None:
    if gain is not None:
        return scalars.gain(float(gain) if isinstance(gain, Fraction) else gain)
    return None if impact is None else scalars.impact(impact)


def _parts(effort: Effort) -> tuple[Part, ...]:
    by_team = {"team": effort} if isinstance(effort, str) else effort
    return tuple(_part(name, stated) for name, stated in by_team.items())


def _part(team: str, stated: str | tuple[str, Number]) -> Part:
    if isinstance(stated, str):
        return Part(team, scalars.estimate(stated, TERMS))
    return Part(team, scalars.estimate(stated[0], TERMS), fraction(stated[1]))


def _period(text: str | None) -> Period | None:
    return None if text is None else period(text)


def _stretch(first: str, last: str) -> Period:
    return Period(period(first).first, period(last).last)


def _survey(importance: Number | None, satisfaction: Number | None) -> Survey:
    return Survey(_fraction(importance), _fraction(satisfaction))


def _dated(
    place: Place, day: str, importance: Number | None, satisfaction: Number | None
) -> DatedSurvey:
    return DatedSurvey(period(day), place, _fraction(importance), _fraction(satisfaction))


def _fraction(number: Number | None) -> Fraction | None:
    return None if number is None else fraction(number)


def _named(initiatives: Iterable[Initiative]) -> dict[str, Need]:
    targets = (claim.target for each in initiatives for claim in each.outcomes)
    return {
        id: Need(id, id, Place("initiative.yaml", ("outcomes", id)), named_only=True)
        for id in sorted(set(targets))
    }
