"""Benchmark instances as portfolios: converted from JSON, or drawn from a seed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative, Must, Part, Status
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.model.teams import Absence, Team
from roadmap.scoring.framework import Score

START = date(2027, 1, 4)
CALENDAR = Calendar(START)
ZERO_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Instance:
    """A portfolio with its scores; `best` is the best known answer in working days."""

    name: str
    portfolio: Portfolio
    scores: Mapping[str, Score]
    best: int | None = None


def project(file: Path, minimise: Minimise = Minimise.MAKESPAN, seed: int = 1) -> Instance:
    """A resource-constrained project; for cost of delay with weights drawn from a seed."""
    data = json.loads(file.read_text(encoding="utf-8"))
    teams = {f"r{number}": capacity for number, capacity in enumerate(data["resources"])}
    efforts = {
        _id(task["id"]): {
            team: (task["duration"] * demand, demand)
            for team, demand in zip(teams, task["demands"], strict=True)
            if demand and task["duration"]
        }
        for task in data["tasks"]
    }
    needs = _needs(data["tasks"])
    best = data.get("best", {}).get("ub") if minimise is Minimise.MAKESPAN else None
    values = _values(data["name"], list(efforts), seed)
    return _instance(data["name"], efforts, needs, teams, values, minimise, best)


def crews(file: Path, seed: int = 1, at_once: int = 2) -> Instance:
    """The same graph and durations; each task needs one of its main team's people."""
    data = json.loads(file.read_text(encoding="utf-8"))
    teams = dict.fromkeys((f"r{n}" for n in range(len(data["resources"]))), at_once)
    efforts = {
        _id(task["id"]): {f"r{_main(task['demands'])}": (task["duration"], 1)}
        if task["duration"]
        else {}
        for task in data["tasks"]
    }
    values = _values(data["name"], list(efforts), seed)
    name = f"{data['name']}-crews"
    return _instance(name, efforts, _needs(data["tasks"]), teams, values)


def roadmap(count: int, teams: int, seed: int = 1) -> Instance:
    """Clusters of a dozen, mostly local dependencies, a third of them enablers."""
    draw = Random(f"roadmap {count} {teams} {seed}")
    crews = {f"team-{number:02}": draw.choice([2, 3, 4, 6]) for number in range(teams)}
    efforts: dict[str, dict[str, tuple[int, int | None]]] = {}
    needs: dict[str, list[str]] = {}
    for number in range(count):
        mine = draw.sample(list(crews), min(teams, draw.choice([1, 1, 1, 2, 2, 3])))
        efforts[_id(number)] = {team: (draw.randint(3, 60), None) for team in mine}
        needs[_id(number)] = []
    for earlier, later in _arcs(draw, count):
        needs[_id(later)].append(_id(earlier))
    values = {id: 0 if draw.random() < ZERO_SHARE else draw.randint(1, 100) for id in needs}
    return _instance(f"roadmap-{count}x{teams}-{seed}", efforts, needs, crews, values)


def disturbed(instance: Instance, seed: int = 1) -> Instance:
    """With absences, holidays, work in progress, beginnings and deadlines at random."""
    draw = Random(f"disturbed {instance.name} {seed}")
    whole = instance.portfolio
    horizon = 5 * max(1, int(sum(instance.scores[id].size for id in whole.initiatives)))
    horizon = max(10, horizon // (5 * max(1, len(whole.teams))))
    teams = {id: replace(team, away=_away(draw, team, horizon))
             for id, team in whole.teams.items()}  # fmt: skip
    initiatives = {
        id: _disturbed(draw, initiative, horizon)
        for id, initiative in whole.initiatives.items()
    }
    holidays = tuple(_days(day, day) for day in draw.sample(range(1, horizon), 3))
    portfolio = replace(
        whole,
        initiatives=initiatives,
        teams=teams,
        calendar=replace(whole.calendar, holidays=holidays),
    )
    return replace(instance, name=f"{instance.name}-disturbed", portfolio=portfolio)


def folder(instance: Instance, into: Path) -> None:
    """Write an instance as a folder of YAML, one initiative a file."""
    into.mkdir(parents=True, exist_ok=True)
    for name, text in files(instance).items():
        (into / name).write_text(text, encoding="utf-8")


def files(instance: Instance) -> dict[str, str]:
    """An instance as the texts of its files, by name."""
    whole = instance.portfolio
    shared = {
        "format": 1,
        "start": str(START),
        "framework": "value-effort",
        "minimise": whole.minimise,
        "holidays": [_written(holiday) for holiday in whole.calendar.holidays],
        "teams": {id: _team_written(team) for id, team in whole.teams.items()},
    }
    own = {
        f"{id}.yaml": _initiative_written(initiative, instance.scores[id])
        for id, initiative in whole.initiatives.items()
    }
    written = {"portfolio.yaml": shared, **own}
    return {name: json.dumps(what, indent=1) for name, what in written.items()}


def _id(number: int) -> str:
    return f"t{number:04}"


def _main(demands: list[int]) -> int:
    return max(range(len(demands)), key=lambda team: (demands[team], -team))


def _needs(tasks: list[dict[str, Any]]) -> dict[str, list[str]]:
    needs: dict[str, list[str]] = {_id(task["id"]): [] for task in tasks}
    for task in tasks:
        for later in task["successors"]:
            needs[_id(later)].append(_id(task["id"]))
    return needs


def _values(name: str, ids: list[str], seed: int) -> dict[str, int]:
    draw = Random(f"weights {name} {seed}")
    return {id: 0 if draw.random() < ZERO_SHARE else draw.randint(1, 100) for id in ids}


def _arcs(draw: Random, count: int) -> Iterator[tuple[int, int]]:
    for _ in range(int(count * 1.3)):
        first = draw.randrange(count)
        inside = range(first // 12 * 12, min(count, first // 12 * 12 + 12))
        second = draw.choice(inside) if draw.random() < 0.85 else draw.randrange(count)
        if first != second:
            yield min(first, second), max(first, second)


def _instance(
    name: str,
    efforts: Mapping[str, Mapping[str, tuple[int, int | None]]],
    needs: Mapping[str, list[str]],
    teams: Mapping[str, int],
    values: Mapping[str, int],
    minimise: Minimise = Minimise.COST_OF_DELAY,
    best: int | None = None,
) -> Instance:
    initiatives = {
        id: Initiative(
            id,
            id,
            Place(f"{id}.yaml"),
            effort=tuple(_part(team, *amount) for team, amount in parts.items()),
            depends_on=tuple(dict.fromkeys(needs[id])),
        )
        for id, parts in efforts.items()
    }
    portfolio = Portfolio(
        initiatives,
        CALENDAR,
        START,
        {id: Team(id, Fraction(people), Fraction(2)) for id, people in teams.items()},
        framework="value-effort",
        minimise=minimise,
    )
    scores = {
        id: Score(id, Fraction(values[id]), portfolio.size(initiatives[id]))
        for id in initiatives
    }
    return Instance(name, portfolio, scores, best)


def _part(team: str, work: int, people: int | None) -> Part:
    amount = Fraction(work)
    return Part(team, Range(amount, amount), None if people is None else Fraction(people))


def _days(first: int, last: int) -> Period:
    return Period(CALENDAR.date_of(first), CALENDAR.date_of(last))


def _away(draw: Random, team: Team, horizon: int) -> tuple[Absence, ...]:
    found = []
    for _ in range(draw.randint(0, 3)):
        first = draw.randrange(horizon)
        people = draw.choice([None, Fraction(1), team.people / 2])
        found.append(Absence(_days(first, first + draw.randint(0, 9)), people))
    return tuple(found)


def _disturbed(draw: Random, initiative: Initiative, horizon: int) -> Initiative:
    chance = draw.random()
    if chance < 0.05 and not initiative.is_milestone:
        return replace(initiative, status=Status.IN_PROGRESS)
    if chance < 0.15:
        day = draw.randrange(horizon)
        return replace(initiative, not_before=_days(day, day))
    if chance < 0.30:
        day = draw.randrange(horizon // 2, 2 * horizon)
        must = Must("contract") if chance < 0.22 else None
        return replace(initiative, deadline=_days(day, day), must=must)
    return initiative


def _written(period: Period) -> dict[str, str]:
    return {"from": str(period.first), "to": str(period.last)}


def _team_written(team: Team) -> dict[str, Any]:
    away = [
        _written(absence.period)
        | ({} if absence.people is None else {"people": float(absence.people)})
        for absence in team.away
    ]
    return {"people": float(team.people), "at_once": float(team.at_once), "away": away}


def _initiative_written(initiative: Initiative, score: Score) -> dict[str, Any]:
    effort = {
        part.team: {"work": f"{float(part.work.middle)}d"}
        | ({} if part.people is None else {"people": float(part.people)})
        for part in initiative.effort
    }
    found: dict[str, Any] = {
        "title": initiative.title,
        "status": str(initiative.status),
        "effort": effort or "0d",
        "depends_on": list(initiative.depends_on or ()),
        "value-effort": {"value": float(score.value or 0)},
    }
    if initiative.not_before:
        found["not_before"] = str(initiative.not_before.first)
    if initiative.deadline:
        found["deadline"] = str(initiative.deadline.last)
    if initiative.must:
        found["must"] = {"why": initiative.must.why}
    return found
