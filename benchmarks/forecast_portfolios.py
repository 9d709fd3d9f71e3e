"""Generated portfolios with all that a forecast knows of, their plans and forecasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Any

from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative, Must, Part, Pin, Status
from roadmap.model.portfolio import Portfolio
from roadmap.model.teams import Absence, Team
from roadmap.scoring.catalogue import frameworks
from roadmap.scoring.framework import Score
from roadmap.sequencing.plan import plan
from roadmap.sequencing.results import Plan, RankedSequence
from roadmap.sequencing.sequence import sequence
from roadmap.simulation.drawn import Drawn, drawn
from roadmap.simulation.forecast import summary_of
from roadmap.views.answer import Answer
from roadmap.views.envelope import envelope

CALENDAR = Calendar(
    date(2027, 1, 4),
    holidays=(
        Period(date(2027, 3, 26), date(2027, 3, 29)),
        Period(date(2027, 12, 24), date(2027, 12, 31)),
    ),
)
TEAMS = ("data", "ops", "web")
RANGES = (None, None, (0.8, 1.5), (0.7, 2.0), (0.5, 1.4))
"""How initiatives are estimated: single numbers, and ranges around the number drawn."""
SPREADS = (
    None,
    None,
    Range(Fraction(7, 10), Fraction(2)),
    Range(Fraction(9, 10), Fraction(3, 2)),
)


@dataclass(frozen=True)
class Planned:
    """A portfolio and its plan."""

    portfolio: Portfolio
    scores: dict[str, Score]
    sequence: RankedSequence
    plan: Plan

    @cached_property
    def drawn(self) -> Drawn:
        """The draws of its forecast."""
        return drawn(self.portfolio, self.scores, self.sequence, self.plan)

    @cached_property
    def answer(self) -> Mapping[str, Any]:
        """What `roadmap plan --format json` says of it, its forecast included."""
        return envelope(
            Answer(
                self.portfolio,
                frameworks()["value-effort"],
                self.scores,
                self.sequence,
                self.plan,
                summary_of(self.drawn, self.plan),
            )
        )


def planned(seed: int, count: int = 15, teams: int = 3) -> Planned:
    """A plan drawn from a seed."""
    portfolio, values = _portfolio(Random(f"forecast {seed}"), count, teams)
    return _planned(portfolio, values)


def varied(seed: int) -> Planned:
    """A smaller one with work in progress, pins, settings and a record of its own."""
    random = Random(f"varied {seed}")
    portfolio, values = _portfolio(random, random.randrange(10, 21), random.randrange(2, 5))
    initiatives = {
        id: _varied(random, initiative) for id, initiative in portfolio.initiatives.items()
    }
    if random.random() < 0.4:
        initiatives |= _delivered(random, list(portfolio.teams))
    week = random.choice(((0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 1, 2, 3)))
    calendar = replace(CALENDAR, week=week)
    changed = replace(
        portfolio,
        initiatives=dict(sorted(initiatives.items())),
        calendar=calendar,
        as_of=calendar.date_of(random.choice((0, 0, 7, 23))),
        settings={"forecast": _settings(random, seed)},
    )
    return _planned(changed, values)


def _planned(portfolio: Portfolio, values: Mapping[str, Fraction]) -> Planned:
    scores = {
        id: Score(id, values.get(id, Fraction(0)), portfolio.size(initiative))
        for id, initiative in portfolio.initiatives.items()
    }
    ordered = sequence(portfolio, scores)
    return Planned(portfolio, scores, ordered, plan(portfolio, scores, ordered))


def _portfolio(
    random: Random, count: int, teams: int
) -> tuple[Portfolio, dict[str, Fraction]]:
    names = TEAMS if teams == len(TEAMS) else [f"team-{n}" for n in range(teams)]
    crews = {name: _team(random, name) for name in names}
    every = [_initiative(random, number, list(crews)) for number in range(count)]
    values = {
        initiative.id: Fraction(random.choice((0, 1, 2, 3, 5, 8, 13)))
        for initiative in every
    }
    initiatives = {initiative.id: initiative for initiative in every}
    return Portfolio(initiatives, CALENDAR, CALENDAR.start, crews), values


def _team(random: Random, name: str) -> Team:
    first = random.randrange(10, 120)
    away = Period(
        CALENDAR.date_of(first), CALENDAR.date_of(first + random.randrange(3, 15))
    )
    return Team(
        name,
        Fraction(random.choice((2, 3, 4))),
        Fraction(2),
        random.choice((Fraction(1), Fraction(4, 5))),
        (Absence(away, Fraction(random.choice((1, 2)))),),
    )


def _initiative(random: Random, number: int, teams: list[str]) -> Initiative:
    id = f"i{number:04}"
    outside = number % 12 == 5
    parts = (
        ()
        if outside
        else tuple(
            Part(team, _work(random))
            for team in sorted(random.sample(teams, random.choice((1, 1, 2))))
        )
    )
    first = CALENDAR.date_of(random.randrange(5, 60))
    wait = Period(first, CALENDAR.date_of(random.randrange(70, 110))) if outside else None
    half = wait and wait.first + (wait.last - wait.first) // 2
    needs = random.sample(
        range(max(0, number - 12), number), min(number, random.choice((0, 1, 2)))
    )
    return Initiative(
        id,
        id,
        Place(f"{id}.yaml"),
        status=Status.IN_PROGRESS if number == 0 else Status.PROPOSED,
        effort=parts,
        depends_on=tuple(f"i{one:04}" for one in sorted(needs)),
        not_before=Period(half, half) if half else None,
        not_before_range=wait,
    )


def _work(random: Random) -> Range:
    days = Fraction(random.choice((10, 15, 20, 30, 45, 60)))
    width = random.choice(RANGES)
    if width is None:
        return Range(days, days)
    return Range(days * Fraction(str(width[0])), days * Fraction(str(width[1])))


def _varied(random: Random, initiative: Initiative) -> Initiative:
    """The same with a status, a date or a pin, or neither work nor people."""
    kind = random.randrange(16)
    deadline = CALENDAR.date_of(random.randrange(40, 160))
    if initiative.is_milestone:
        return initiative
    if kind in (0, 1):
        return replace(
            initiative,
            status=Status.IN_PROGRESS,
            remaining=tuple(
                replace(part, work=_work(random)) for part in initiative.effort
            ),
            started=date(2026, random.randrange(6, 13), 1),
        )
    changes: dict[int, dict[str, Any]] = {
        2: {"pin": Pin("the board asks for it")},
        3: {"deadline": Period(deadline, deadline), "must": Must("law")},
        4: {"deadline": Period(deadline, deadline)},
        5: {"effort": ()},
        6: {
            "effort": tuple(replace(part, people=Fraction(2)) for part in initiative.effort)
        },
        7: _outside(random),
        8: _outside(random),
    }
    return replace(initiative, **changes.get(kind, {}))


def _outside(random: Random) -> dict[str, Period]:
    """A range of dates from which on it can start, weekends included."""
    first = date.fromordinal(CALENDAR.start.toordinal() + random.randrange(0, 60))
    last = date.fromordinal(first.toordinal() + random.randrange(0, 90))
    half = first + (last - first) // 2
    return {"not_before": Period(half, half), "not_before_range": Period(first, last)}


def _delivered(random: Random, teams: list[str]) -> dict[str, Initiative]:
    """Work that is done, and what it took; some of it by one team alone."""
    usual = random.uniform(0.9, 1.5)
    done = {}
    for number in range(random.randrange(8, 16)):
        id, days = f"d{number:04}", Fraction(random.choice((10, 20, 40)))
        took = days * Fraction(round(1000 * usual * random.lognormvariate(0, 0.25)), 1000)
        team = teams[0] if random.random() < 0.7 else random.choice(teams)
        done[id] = Initiative(
            id,
            id,
            Place(f"{id}.yaml"),
            status=Status.DELIVERED,
            effort=(Part(team, Range(days, days)),),
            spent=(Part(team, Range(took, took)),),
        )
    return done


def _settings(random: Random, seed: int) -> dict[str, Any]:
    """The section `forecast`, with a seed of its own."""
    spread = random.choice(SPREADS)
    shared = random.choice(({}, {}, {"team": Fraction(3, 10), "portfolio": Fraction(0)}))
    return {"seed": seed} | shared | ({"spread": spread} if spread else {})
