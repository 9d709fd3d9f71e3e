"""What binds a start: all that holds it within a working day, the biggest lever first.

A lever is as big as the days that the start would come sooner without it, if nothing else
that binds were there but the rest of its own team's work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roadmap.sequencing.explain.bookings import Booking
from roadmap.sequencing.results import Reason, ReasonKind
from roadmap.sequencing.schedule.problem import Hold
from roadmap.sequencing.schedule.serial import Timetable, blocked, first_fit

TRIED = 2
"""So many days before a start are tried, on which somebody is there in all its teams."""
COUNTED = 65
"""A lever of more days than a quarter has is not told from another such one."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start to explain, in a timetable with everybody's bookings by crew.

    `days` are those before the start that are tried, the last one first.
    """

    table: Timetable
    bookings: Sequence[Sequence[Booking]]
    number: int
    days: tuple[int, ...] = ()

    @property
    def day(self) -> int:
        """The start."""
        return self.table.start[self.number]

    @property
    def holds(self) -> Sequence[Hold]:
        """The parts that start then."""
        return self.table.problem.holds[self.number]


@dataclass(frozen=True, slots=True)
class _Jam:
    """A crew without room before a start: the last day without, and who works then."""

    crew: int
    day: int
    there: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class _Bonds:
    """All that binds a start: what it needs, its own date, and crews without room.

    `floor` is the day from which nothing else is in the way but other teams, and `busy`
    the units that others hold by crew, without what it needs.
    """

    needed: tuple[int, ...]
    dated: bool
    jams: tuple[_Jam, ...]
    floor: int
    busy: tuple[int, ...]

    @property
    def open(self) -> list[int]:
        """What is held by crew if there were room in all."""
        full = {jam.crew for jam in self.jams}
        return [0 if crew in full else held for crew, held in enumerate(self.busy)]


@dataclass(frozen=True, slots=True)
class _Bond:
    """One of them: by how many days it is a lever, and until when it holds."""

    reason: Reason
    gain: int
    end: int


def start_of(table: Timetable, bookings: Sequence[Sequence[Booking]], number: int) -> Start:
    """A start with the days before it that are tried."""
    start = Start(table, bookings, number)
    return replace(start, days=tuple(_days(start)))


def binding(start: Start) -> tuple[Reason, ...]:
    """All that binds a start, the biggest lever first; empty where only day one does."""
    if start.day <= start.table.problem.today:
        return ()
    bonds = _bonds(start)
    found = [*_on_others(start, bonds), *_on_teams(start, bonds)]
    found.sort(key=lambda bond: (-bond.gain, -bond.end))
    return tuple(bond.reason for bond in found)


def lacking(start: Start) -> str | None:
    """The first of its teams that kept it from starting a day sooner; None: no team did."""
    ready = start.table.ready(start.number)
    if start.day == ready or not start.holds:
        return None
    crews = start.table.problem.crews
    if is_away(start):
        return absent(start)
    busy = start.table.busy_without(start.number)
    full = (hold for hold in start.holds if _full(start, hold, busy, start.days[0]))
    return next((crews[hold.crew].id for hold in full), absent(start))


def is_away(start: Start) -> bool:
    """Whether nobody is there from the day on which all else is ready."""
    ready = start.table.ready(start.number)
    waits = start.day > ready and bool(start.holds)
    return waits and max(start.days, default=-1) < ready


def absent(start: Start) -> str:
    """The first of its teams in which nobody is there on the day before."""
    crews = [start.table.problem.crews[hold.crew] for hold in start.holds]
    day = start.day - 1
    return next((crew.id for crew in crews if crew.presence.open(day) > day), crews[0].id)


def _bonds(start: Start) -> _Bonds:
    table, problem, number = start.table, start.table.problem, start.number
    lowest = min(start.days, default=start.day - 1)
    before, earliest = problem.before[number], problem.earliest[number]
    needed = tuple(one for one in before if table.end[one] > lowest)
    passed = [table.end[one] for one in before if one not in needed]
    dated = earliest > lowest
    busy = tuple(table.busy_without(number, *needed))
    near = start.day - COUNTED
    floor = max([near, problem.today if dated else earliest, *passed])
    return _Bonds(needed, dated, tuple(_jams(start, busy)), floor, busy)


def _days(start: Start) -> Iterator[int]:
    """The last days before a start on which it might have started, the last one first."""
    crews = [start.table.problem.crews[hold.crew] for hold in start.holds]
    tried = 0
    for day in range(start.day - 1, start.table.problem.today - 1, -1):
        if all(crew.presence.open(day) == day for crew in crews):
            yield day
            tried += 1
        if tried == TRIED:
            return


def _on_others(start: Start, bonds: _Bonds) -> Iterator[_Bond]:
    """What binds besides teams: dependencies, and its own date."""
    if not bonds.needed and not bonds.dated:
        return
    table, problem = start.table, start.table.problem
    gain = start.day - first_fit(problem.crews, bonds.open, start.holds, bonds.floor)
    for one in bonds.needed:
        end = table.end[one]
        yield _Bond(Reason(ReasonKind.DEPENDENCY, end, problem.ids[one]), gain, end)
    if bonds.dated:
        earliest = problem.earliest[start.number]
        yield _Bond(Reason(ReasonKind.NOT_BEFORE, earliest), gain, earliest)


def _on_teams(start: Start, bonds: _Bonds) -> Iterator[_Bond]:
    """Other work, of each team all without which there would be room sooner."""
    problem = start.table.problem
    for jam in bonds.jams:
        crew, busy = problem.crews[jam.crew], bonds.open
        leaving = [one for one in jam.there if one.end <= start.day]
        usual = max(leaving or jam.there, key=lambda one: (one.end, -one.number))
        for one in jam.there:
            busy[jam.crew] = bonds.busy[jam.crew] - one.units(crew)
            gain = start.day - first_fit(problem.crews, busy, start.holds, bonds.floor)
            if gain > 0 or one is usual:
                other = problem.ids[one.number]
                reason = Reason(ReasonKind.TEAM, jam.day + 1, other, crew.id)
                yield _Bond(reason, gain, min(one.end, start.day))


def _jams(start: Start, busy: Sequence[int]) -> Iterator[_Jam]:
    for hold in start.holds:
        full = ((day, _full(start, hold, busy, day)) for day in start.days)
        last = next((day + days - 1 for day, days in full if days), None)
        if last is not None:
            there = _there(start, hold.crew, busy[hold.crew], last)
            yield _Jam(hold.crew, last, tuple(there))


def _full(start: Start, hold: Hold, busy: Sequence[int], day: int) -> int:
    """Days from one before the start to the last on which a crew has no room."""
    crew = start.table.problem.crews[hold.crew]
    end = min(start.day, crew.presence.end(day, hold.need))
    return blocked(crew, busy[hold.crew], hold.held, day, end)


def _there(start: Start, number: int, busy: int, day: int) -> Iterator[Booking]:
    """Who holds units of a crew on a day; `busy` is what all of them hold."""
    crew, bookings = start.table.problem.crews[number], start.bookings[number]
    left = busy >> crew.bits * day & (1 << crew.bits) - 1
    apart = (start.number, *start.table.problem.before[start.number])
    place = bisect_right(bookings, day, key=lambda one: one.start)
    while left and place:
        place -= 1
        one = bookings[place]
        if one.end > day and one.number not in apart:
            left -= one.held
            yield one
