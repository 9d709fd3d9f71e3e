"""Small portfolios for tests of plans: what a test is not about is supplied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from roadmap.diagnostics import Place
from roadmap.model.amounts import Range
from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative, Must, Part, Pin, Status
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.model.teams import Absence, Team
from roadmap.scoring.framework import Score
from roadmap.sequencing.schedule.problem import Problem, problem
from roadmap.sequencing.schedule.serial import Timetable, begun
from roadmap.sequencing.sequence import sequence

Case = tuple[Portfolio, dict[str, float]]

MONDAY = date(2027, 1, 4)
CALENDAR = Calendar(MONDAY)


def day(number: int) -> Period:
    """The date of a working day, as a period of one day."""
    when = CALENDAR.date_of(number)
    return Period(when, when)


def days(first: int, last: int) -> Period:
    return Period(CALENDAR.date_of(first), CALENDAR.date_of(last))


def team(
    id: str,
    people: float = 1,
    at_once: float = 1,
    away: Iterable[Absence] = (),
    focus: Fraction = Fraction(1),
) -> Team:
    return Team(id, Fraction(people), Fraction(at_once), focus, tuple(away))


def initiative(
    id: str,
    work: Mapping[str, float | tuple[float, float]],
    needs: Sequence[str] = (),
    not_before: int | None = None,
    deadline: int | None = None,
    must: bool = False,
    pin: bool = False,
    status: Status = Status.PROPOSED,
    started: date | None = None,
) -> Initiative:
    return Initiative(
        id,
        id,
        Place(f"{id}.yaml"),
        status=status,
        effort=tuple(_part(name, amount) for name, amount in work.items()),
        depends_on=tuple(needs),
        not_before=None if not_before is None else day(not_before),
        deadline=None if deadline is None else day(deadline),
        must=Must("law") if must else None,
        pin=Pin("asked") if pin else None,
        started=started,
    )


def _part(name: str, amount: float | tuple[float, float]) -> Part:
    work, people = amount if isinstance(amount, tuple) else (amount, None)
    exactly = Fraction(work)
    return Part(name, Range(exactly, exactly), None if people is None else Fraction(people))


def portfolio(
    initiatives: Iterable[Initiative],
    teams: Iterable[Team] = (team("web"),),
    holidays: Iterable[Period] = (),
    as_of: int = 0,
    minimise: Minimise = Minimise.COST_OF_DELAY,
) -> Portfolio:
    return Portfolio(
        initiatives={each.id: each for each in initiatives},
        calendar=Calendar(MONDAY, holidays=tuple(holidays)),
        as_of=CALENDAR.date_of(as_of),
        teams={each.id: each for each in teams},
        minimise=minimise,
    )


def scores(of: Portfolio, values: Mapping[str, float]) -> dict[str, Score]:
    return {
        id: Score(id, Fraction(repr(float(values.get(id, 0)))), of.size(each))
        for id, each in of.initiatives.items()
    }


def posed(case: Case, tiers: Mapping[str, int] | None = None) -> tuple[Problem, Timetable]:
    """The problem of a portfolio with its values, and what is placed first in it."""
    of, values = case
    known = {
        id: replace(score, tier=(tiers or {}).get(id, 0))
        for id, score in scores(of, values).items()
    }
    whole = problem(of, known, sequence(of, known))
    return whole, begun(whole)


def fits(table: Timetable) -> bool:
    """Whether no crew is held by more than it has, and all start with people present."""
    whole, held = table.problem, Counter[tuple[int, int]]()
    for each, start in enumerate(table.start):
        for hold in whole.holds[each] if start >= 0 else ():
            there = whole.crews[hold.crew].presence
            if there.open(start) > start and each not in whole.running:
                return False
            for day in range(start, there.end(start, hold.need)):
                held[hold.crew, day] += hold.held
    return all(units <= whole.crews[crew].capacity for (crew, _), units in held.items())


PEOPLE, AT_ONCE = st.sampled_from([1, 1.5, 2, 3]), st.sampled_from([1, 2])
FOCUS = st.sampled_from([Fraction(1), Fraction(4, 5)])
AWAY = st.lists(
    st.builds(
        lambda at, who: Absence(days(at[0], sum(at)), who),
        st.tuples(st.integers(0, 12), st.integers(0, 4)),
        st.sampled_from([None, Fraction(1), Fraction(1, 2)]),
    ),
    max_size=2,
)
AMOUNTS: st.SearchStrategy[float | tuple[float, float]]
AMOUNTS = st.sampled_from([1.0, 2.5, 4.0, (3.0, 1.0), (6.0, 2.0)])
WORK = st.dictionaries(st.sampled_from(["data", "web"]), AMOUNTS)
NEEDS = [st.sets(st.integers(0, most), max_size=2) for most in range(12)]
STATES = st.sampled_from(["", "", "", "", "must", "pin", "running"])
NOT_BEFORE, DEADLINES = st.sampled_from([None, None, 3, 6]), st.sampled_from([None, 4])
MUSTS, VALUES = st.integers(1, 9), st.sampled_from([0, 1, 3, 8.5])
HOLIDAYS = st.lists(st.integers(0, 9).map(day), max_size=2)
STANDING, MINIMISE = st.sampled_from([0, 2]), st.sampled_from(Minimise)


@st.composite
def planned(draw: st.DrawFn, most: int = 5) -> tuple[Portfolio, dict[str, float]]:
    """A small portfolio with everything that can get in the way, and its values."""
    teams = [
        team(
            name,
            draw(PEOPLE),
            draw(AT_ONCE),
            draw(AWAY),
            draw(FOCUS),
        )
        for name in ("data", "web")
    ]
    count = draw(st.integers(1, most))
    initiatives = [_drawn(draw, number) for number in range(count)]
    values = {each.id: draw(VALUES) for each in initiatives}
    holidays = draw(HOLIDAYS)
    as_of = draw(STANDING)
    minimise = draw(MINIMISE)
    return portfolio(initiatives, teams, holidays, as_of, minimise), values


def _drawn(draw: st.DrawFn, number: int) -> Initiative:
    work = draw(WORK)
    needs = draw(NEEDS[number - 1]) if number else set()
    state = draw(STATES)
    return initiative(
        f"i{number}",
        work,
        [f"i{one}" for one in sorted(needs)],
        draw(NOT_BEFORE),
        draw(MUSTS if state == "must" else DEADLINES),
        must=state == "must",
        pin=state == "pin",
        status=Status.IN_PROGRESS if state == "running" else Status.PROPOSED,
    )


def crowd(random: Random, count: int) -> Case:
    """Many initiatives of three teams, with everything that can get in the way."""
    names = ("data", "ops", "web")
    crews = [
        team(
            name,
            random.choice([1, 1.5, 2, 5]),
            random.choice([1, 2, 3]),
            [_absence(random) for _ in range(random.choice([0, 1, 2]))],
            random.choice([Fraction(1), Fraction(4, 5), Fraction(1, 3)]),
        )
        for name in names
    ]
    them = [_one(random, number, names) for number in range(count)]
    values = {each.id: random.choice([0, 0, 0.1, 1, 3, 8.5]) for each in them}
    holidays = [day(random.randint(0, 20)) for _ in range(random.choice([0, 1, 2]))]
    minimise = random.choice(list(Minimise))
    return portfolio(them, crews, holidays, random.choice([0, 2]), minimise), values


def _absence(random: Random) -> Absence:
    first, people = random.randint(0, 25), random.choice([None, 1, Fraction(1, 2)])
    away = days(first, first + random.randint(0, 5))
    return Absence(away, None if people is None else Fraction(people))


def _one(random: Random, number: int, names: Sequence[str]) -> Initiative:
    amounts: list[float | tuple[float, float]]
    amounts = [0.5, 1.0, 2.5, 4.0, (3.0, 1.0), (6.0, 2.0), (2.0, 0.5)]
    chosen = random.sample(names, random.choice([0, 1, 1, 2, 3]))
    needs = random.sample(range(number), min(number, random.choice([0, 0, 1, 2])))
    state = random.choice(["", "", "", "", "", "", "must", "must", "pin", "running"])
    return initiative(
        f"i{number:02}",
        {name: random.choice(amounts) for name in chosen},
        [f"i{one:02}" for one in needs],
        random.choice([None, None, None, 3, 9, 20]),
        random.choice([0, 9, 30]) if state == "must" else random.choice([None, 6, 25]),
        must=state == "must",
        pin=state == "pin",
        status=Status.IN_PROGRESS if state == "running" else Status.PROPOSED,
    )
