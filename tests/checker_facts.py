"""What a portfolio's files say about time and order, read a second time on its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor
from pathlib import PurePosixPath
from typing import Any

import yaml

from tests.checker_calendar import WEEKDAYS, Calendar, days, span

SECTIONS = ("needs", "segments", "evidence", "objectives", "teams")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the parser in C where there is one
NOBODY_NAMED = ""  # the one team of four, where no teams are named


@dataclass(frozen=True, slots=True)
class Team:
    """People, initiatives at a time, share of time, and (first, last day, people) away."""

    people: Fraction
    at_once: Fraction
    focus: Fraction
    away: tuple[tuple[int, int, Fraction], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Person-days of one team and how many of its people do them."""

    team: str
    work: Fraction
    people: Fraction


@dataclass(frozen=True, slots=True)
class Initiative:
    """An initiative as far as time is concerned; days are numbers, absent is None."""

    id: str
    status: str
    depends_on: tuple[str, ...]
    parts: tuple[Part, ...]
    not_before: int | None
    deadline: int | None
    must: bool
    pin: bool
    started: date | None
    value: Fraction | None

    @property
    def milestone(self) -> bool:
        return not self.parts

    @property
    def running(self) -> bool:
        return self.status == "in_progress"

    @property
    def work(self) -> Fraction:
        return sum((part.work for part in self.parts), Fraction(0))


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a plan must respect."""

    calendar: Calendar
    as_of: int
    teams: dict[str, Team]
    initiatives: dict[str, Initiative]
    minimise: str
    framework: str
    horizons: tuple[Fraction, Fraction]
    sums: dict[str, list[Fraction]] = field(default_factory=dict)  # presence before a day

    @property
    def week(self) -> int:
        return len(self.calendar.week)

    def presence(self, team: str, day: int) -> Fraction:
        if day in self.calendar.holidays:
            return Fraction(0)
        people = self.teams[team].people
        gone = sum(n for first, last, n in self.teams[team].away if first <= day <= last)
        return max(Fraction(0), people - gone) / people

    def staffed(self, initiative: Initiative, day: int) -> bool:
        return all(self.presence(part.team, day) > 0 for part in initiative.parts)

    def end(self, part: Part, start: int) -> int:
        """The day after the one on which the part's work is reached."""
        rest = part.work / part.people / self.teams[part.team].focus
        for day in range(start, 0):
            rest -= self.presence(part.team, day)
        sums = self.sums.setdefault(part.team, [Fraction(0)])
        while len(sums) <= start or sums[-1] < sums[max(start, 0)] + rest:
            sums.append(sums[-1] + self.presence(part.team, len(sums) - 1))
        return bisect_left(sums, sums[max(start, 0)] + rest)


def facts(files: Mapping[str, str], as_of: str | None = None) -> Facts:
    """The facts in a folder's files; `as_of` where the command line gave one."""
    shared, own = _documents(files)
    week = tuple(
        n for n, name in enumerate(WEEKDAYS) if name in (shared.get("week") or WEEKDAYS[:5])
    )
    shift = int(shared.get("fiscal_year_starts") or 1)
    start = span(shared["start"], shift)[0]
    bare = Calendar(start, week)
    calendar = Calendar(start, week, frozenset(_holidays(shared, bare, shift)))
    reader = _Reader(shared, calendar, shift, _teams(shared, calendar, shift))
    horizons = shared.get("horizons") or {}
    return Facts(
        calendar=calendar,
        as_of=max(0, calendar.first_on_or_after(span(_as_of(shared, as_of), shift)[0])),
        teams=reader.teams,
        initiatives={id: reader.initiative(id, found) for id, found in own.items()},
        minimise=shared.get("minimise") or "cost-of-delay",
        framework=shared.get("framework") or "customer-value",
        horizons=(
            days(horizons.get("now") or "6w", len(week)),
            days(horizons.get("next") or "1q", len(week)),
        ),
    )


def _as_of(shared: Mapping[str, Any], given: str | None) -> str:
    return str(given or shared.get("as_of") or shared["start"])


def _documents(files: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The shared sections, and each initiative's mapping by id."""
    inner = any(name.startswith("initiatives/") for name in files)
    root = "initiatives/" if inner and "portfolio.yaml" not in files else ""
    shared: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for name, text in sorted(files.items()):
        path = PurePosixPath(name.removeprefix(root))
        if not name.startswith(root) or path.suffix not in {".yaml", ".yml"}:
            continue
        if path.parts[0] == "scenarios" or any(part[0] in "._" for part in path.parts):
            continue
        if str(path) == "portfolio.yaml":
            shared |= next(iter(_load(text)), None) or {}
        elif len(path.parts) == 1 and path.stem in SECTIONS:
            shared[path.stem] = next(iter(_load(text)), None)
        else:
            own |= {found.get("id") or path.stem: found for found in _mappings(text)}
    return shared, own


def _mappings(text: str) -> Iterator[dict[str, Any]]:
    for document in _load(text):
        yield from document if isinstance(document, list) else [document]


def _load(text: str) -> list[Any]:
    # Every scalar is text here: numbers are read as exact fractions where they are needed.
    return [_plain(document) for document in yaml.load_all(text, Loader=LOADER)]


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
    return None if value in ("", "~", "null") else value


def number(text: str) -> Fraction:
    """An exact number; `80%` is four fifths."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def _holidays(shared: Mapping[str, Any], bare: Calendar, shift: int) -> Iterator[int]:
    for entry in shared.get("holidays") or ():
        first, last = _stretch(entry, bare, shift)
        yield from range(first, last + 1)


def _stretch(entry: Any, calendar: Calendar, shift: int) -> tuple[int, int]:
    ends = entry if isinstance(entry, dict) else {"from": entry, "to": entry}
    return (
        calendar.first_on_or_after(span(ends["from"], shift)[0]),
        calendar.last_on_or_before(span(ends["to"], shift)[1]),
    )


def _teams(shared: Mapping[str, Any], calendar: Calendar, shift: int) -> dict[str, Team]:
    named = shared.get("teams") or {NOBODY_NAMED: {"people": "4"}}
    return {id: _team(found, calendar, shift) for id, found in named.items()}


def _team(found: Mapping[str, Any], calendar: Calendar, shift: int) -> Team:
    people = number(found["people"])
    at_once = Fraction(found.get("at_once") or (2 if people >= 2 else 1))
    away = (
        (*_stretch(entry, calendar, shift), number(entry.get("people") or found["people"]))
        for entry in found.get("away") or ()
    )
    return Team(people, at_once, number(found.get("focus") or "100%"), tuple(away))


@dataclass(frozen=True, slots=True)
class _Reader:
    shared: Mapping[str, Any]
    calendar: Calendar
    shift: int
    teams: dict[str, Team]

    def initiative(self, id: str, found: Mapping[str, Any]) -> Initiative:
        status = found.get("status") or "proposed"
        not_before, deadline = found.get("not_before"), found.get("deadline")
        terms = found.get("value-effort") or {}
        return Initiative(
            id=id,
            status=status,
            depends_on=tuple(found.get("depends_on") or ()),
            parts=tuple(self._parts(found, status)),
            not_before=None
            if not_before is None
            else self.calendar.first_on_or_after(span(not_before, self.shift)[0]),
            deadline=None
            if deadline is None
            else self.calendar.last_on_or_before(span(deadline, self.shift)[1]),
            must=bool(found.get("must")),
            pin=bool(found.get("pin")),
            started=span(found["started"], self.shift)[0] if found.get("started") else None,
            value=number(terms["value"]) if terms.get("value") else None,
        )

    def _parts(self, found: Mapping[str, Any], status: str) -> Iterator[Part]:
        effort = found.get("effort") or self.shared.get("default_effort") or "4w"
        if status == "in_progress":
            effort = found.get("remaining") or effort
        if isinstance(effort, str):
            effort = {self._team_of(found): effort}
        for team, given in effort.items():
            stated = given if isinstance(given, dict) else {"work": given}
            work = self._days(stated["work"])
            if NOBODY_NAMED in self.teams:  # naming a team makes it, of four people
                self.teams.setdefault(team, self.teams[NOBODY_NAMED])
            if work:
                yield Part(team, work, self._people(team, stated.get("people")))

    def _team_of(self, found: Mapping[str, Any]) -> str:
        # Assumed effort that belongs to no team is the first team's.
        named = found.get("team")
        return named if named in self.teams else next(iter(self.teams))

    def _days(self, text: str) -> Fraction:
        sizes = self.shared.get("sizes") or {}
        return days(sizes.get(text, text), len(self.calendar.week))

    def _people(self, team: str, own: str | None) -> Fraction:
        people, at_once = self.teams[team].people, self.teams[team].at_once
        if own is not None:
            return min(number(own), people)
        share = Fraction(floor(people / at_once * 2), 2)
        return max(share, min(Fraction(1), people))
