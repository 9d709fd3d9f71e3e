"""The planning problem in whole numbers: who needs whom, for how long, by when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, gcd, lcm

from roadmap.model.initiative import Initiative, Part, Status
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.model.teams import Team
from roadmap.scoring.framework import Score
from roadmap.sequencing import results
from roadmap.sequencing.graphs import transpose
from roadmap.sequencing.order.jobs import jobs
from roadmap.sequencing.schedule.presence import Presence, presence

FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Crew:
    """A team in whole numbers: at most `capacity` units are held, `unit` people each.

    A part of a unit that no initiative can use is left out. `bits` is what the units held
    on a day take in a packed number, with one bit to spare.
    """

    id: str
    capacity: int
    unit: Fraction
    presence: Presence

    @property
    def bits(self) -> int:
        """Binary digits of `capacity`, and one more."""
        return self.capacity.bit_length() + 1


@dataclass(frozen=True, slots=True)
class Hold:
    """A part: `held` units of a crew until `need` units of presence have passed.

    `length` is the days that takes when everybody is there.
    """

    crew: int
    held: int
    need: int
    length: int
    people: Fraction


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that a plan depends on. Initiatives are numbered in sequence order.

    `weight` is value in units of `value_unit` points. `earliest` is the first day on
    which a start is allowed; `due` the last working day that is not late, FAR without a
    deadline; `must` whether it binds. `told` is the last working day that people were told,
    FAR where they were told none; empty where nothing was published. `running` and
    `pinned` are placed first, in that order, running work by who gets people first. `tier`
    is 0 without a tiered framework.
    """

    ids: tuple[str, ...]
    crews: tuple[Crew, ...]
    holds: tuple[tuple[Hold, ...], ...]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    earliest: tuple[int, ...]
    weight: tuple[int, ...]
    value_unit: Fraction
    due: tuple[int, ...]
    must: tuple[bool, ...]
    tier: tuple[int, ...]
    running: tuple[int, ...]
    pinned: tuple[int, ...]
    naive: tuple[int, ...]
    today: int
    makespan: bool
    told: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many initiatives are to be placed."""
        return len(self.ids)

    @property
    def fixed(self) -> frozenset[int]:
        """What is placed first and never moved."""
        return frozenset(self.running) | frozenset(self.pinned)

    def length(self, number: int) -> int:
        """Working days that an initiative takes when everybody is there."""
        return max((hold.length for hold in self.holds[number]), default=0)

    def horizon(self, moved: Collection[int], until: int = 0) -> int:
        """A day by which some initiatives have ended, in whatever order they are placed.

        `until` is the last day on which any other work holds people.
        """
        regular = (crew.presence.regular for crew in self.crews)
        begins = max([self.today, until, *regular, *(self.earliest[i] for i in moved)])
        return begins + sum(map(self.length, moved))


def problem(
    portfolio: Portfolio, scores: Mapping[str, Score], order: results.RankedSequence
) -> Problem:
    """The whole numbers of a portfolio, for what its sequence places."""
    number = {id: place for place, id in enumerate(order.ids)}
    all_of = [portfolio.initiatives[id] for id in order.ids]
    network = jobs(portfolio, scores, order.ids)
    before = [sorted(needed) for needed in network.needs]
    crews = {id: _crew(team, portfolio) for id, team in portfolio.teams.items()}
    running = [i for i, it in enumerate(all_of) if it.status is Status.IN_PROGRESS]
    return Problem(
        ids=order.ids,
        crews=tuple(crews.values()),
        holds=tuple(_holds(it, portfolio, crews) for it in all_of),
        before=tuple(map(tuple, before)),
        after=tuple(map(tuple, transpose(before))),
        earliest=tuple(_earliest(initiative, portfolio) for initiative in all_of),
        weight=tuple(network.values),
        value_unit=network.value_unit,
        due=tuple(_due(initiative, portfolio) for initiative in all_of),
        must=tuple(it.must is not None and it.deadline is not None for it in all_of),
        tier=tuple(network.tiers),
        running=tuple(sorted(running, key=lambda i: _turn(all_of[i]))),
        pinned=tuple(number[id] for id in order.prefix if number[id] not in running),
        naive=tuple(number[id] for id in order.naive),
        today=portfolio.today,
        makespan=portfolio.minimise is Minimise.MAKESPAN,
    )


def _crew(team: Team, portfolio: Portfolio) -> Crew:
    held = [
        _people(part, team)
        for initiative in portfolio.initiatives.values()
        for part in initiative.parts
        if part.team == team.id
    ]
    scale = lcm(*(people.denominator for people in held))
    unit = Fraction(gcd(*(int(people * scale) for people in held)), scale) or team.people
    return Crew(team.id, int(team.people / unit), unit, presence(team, portfolio.calendar))


def _people(part: Part, team: Team) -> Fraction:
    return team.share if part.people is None else min(part.people, team.people)


def _holds(
    initiative: Initiative, portfolio: Portfolio, crews: Mapping[str, Crew]
) -> tuple[Hold, ...]:
    numbers = {id: place for place, id in enumerate(crews)}
    return tuple(
        _hold(part, portfolio.teams[part.team], numbers[part.team], crews[part.team])
        for part in initiative.parts
        if part.work.middle > 0
    )


def _hold(part: Part, team: Team, number: int, crew: Crew) -> Hold:
    people = _people(part, team)
    there = crew.presence
    need = ceil(part.work.middle * team.people * there.scale / (people * team.focus))
    need += -need % there.step  # a part holds its people to the end of its last day
    return Hold(
        crew=number,
        held=int(people / crew.unit),
        need=need,
        length=-(-need // there.full),
        people=people,
    )


def _earliest(initiative: Initiative, portfolio: Portfolio) -> int:
    if initiative.not_before is None or initiative.status is Status.IN_PROGRESS:
        return portfolio.today
    stated = portfolio.calendar.day_on_or_after(initiative.not_before.first)
    return max(portfolio.today, stated)


def _due(initiative: Initiative, portfolio: Portfolio) -> int:
    if initiative.deadline is None:
        return FAR
    return portfolio.calendar.day_on_or_before(initiative.deadline.last)


def _turn(initiative: Initiative) -> tuple[bool, int, str]:
    started = initiative.started
    return started is None, started.toordinal() if started else 0, initiative.id
