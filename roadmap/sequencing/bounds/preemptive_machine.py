"""A team as one fast machine: the least Σ value × end when it may interrupt its work.

A team is no faster than a machine that has all its people on one initiative at a time and
starts nothing before its chain of dependencies allows. There the mean of the days on which
an initiative is worked on, weighted by value, is least by value per work (M. X. Goemans,
1997); and no end is nearer to that mean than half the initiative's own length, nor, in a
team that is always there, than what is left then of its longest part. People who are away,
or whom fixed work holds, only make its days shorter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from itertools import accumulate, pairwise

from roadmap.sequencing.schedule.problem import Crew, Hold, Problem
from roadmap.sequencing.schedule.serial import Timetable


@dataclass(frozen=True, slots=True)
class Job:
    """What an initiative asks of one machine: energy in units, released after some energy.

    `lag` is the least from the mean day of its work to the end of the initiative.
    """

    number: int
    energy: int
    release: int
    lag: float


@dataclass(frozen=True, slots=True)
class Machine:
    """A team's jobs by release, and its days from `first` on.

    `energy` is what can be spent before each day, `moments` Σ energy × day before it.
    """

    first: int
    jobs: tuple[Job, ...]
    energy: Sequence[int]
    moments: Sequence[float]

    def ends(self, values: Mapping[int, float]) -> dict[int, float]:
        """By job the mean day of its work and its lag, where value waits least."""
        spent = dict.fromkeys((job.number for job in self.jobs), 0.0)
        for job, begin, end in self._pieces(values):
            spent[job.number] += (self._moment(end) - self._moment(begin)) / job.energy
        return {job.number: spent[job.number] + job.lag for job in self.jobs}

    def day(self, energy: int) -> int:
        """The first day by which so much energy can be spent."""
        return self.first + bisect_left(self.energy, energy)

    def _moment(self, energy: int) -> float:
        """∫ day over the first `energy` units spent."""
        place = bisect_right(self.energy, energy) - 1
        if place + 1 == len(self.energy):
            return self.moments[place]
        inside = energy - self.energy[place]
        whole = self.energy[place + 1] - self.energy[place]
        return self.moments[place] + inside * (self.first + place + inside / whole / 2)

    def _pieces(self, values: Mapping[int, float]) -> list[tuple[Job, int, int]]:
        """Who is worked on from which energy to which: the dearest that is released."""
        left = [job.energy for job in self.jobs]
        waiting: list[tuple[float, int]] = []
        pieces, now, place, count = [], 0, 0, len(self.jobs)
        while waiting or place < count:
            if not waiting:
                now = max(now, self.jobs[place].release)
            while place < count and self.jobs[place].release <= now:
                job = self.jobs[place]
                heappush(waiting, (-values.get(job.number, 0.0) / job.energy, place))
                place += 1
            which = waiting[0][1]
            until = now + left[which]
            if place < count:
                until = min(until, self.jobs[place].release)
            pieces.append((self.jobs[which], now, until))
            left[which] -= until - now
            now = until
            if not left[which]:
                heappop(waiting)
        return pieces


def machines(
    problem: Problem, fixed: Timetable, heads: Sequence[tuple[int, int]]
) -> list[Machine]:
    """A machine for each team, for all that is not fixed."""
    return [_machine(problem, fixed, heads, crew) for crew in range(len(problem.crews))]


def _machine(
    problem: Problem, fixed: Timetable, heads: Sequence[tuple[int, int]], crew: int
) -> Machine:
    team, first = problem.crews[crew], problem.today
    mine = [
        (heads[number][0], number, hold)
        for number, holds in enumerate(problem.holds)
        for hold in holds
        if hold.crew == crew and fixed.start[number] < 0
    ]
    total = sum(hold.need * hold.held for _, _, hold in mine)
    held = _held(team, fixed.busy[crew], first)
    begin = max([first + len(held), *(head for head, _, _ in mine)])
    last = team.presence.end(begin, -(-total // team.capacity)) + 1
    there = [team.presence.before(day) for day in range(first, last + 1)]
    spare = [*(team.capacity - units for units in held)]
    spare += [team.capacity] * (last - first - len(spare))
    spent = ((b - a) * units for (a, b), units in zip(pairwise(there), spare, strict=True))
    energy = list(accumulate(spent, initial=0))
    days = (
        (energy[place + 1] - energy[place]) * (first + place + 0.5)
        for place in range(last - first)
    )
    jobs = tuple(
        Job(
            number=number,
            energy=hold.need * hold.held,
            release=energy[head - first],
            lag=float(lag(problem, number, hold)),
        )
        for head, number, hold in sorted(mine, key=lambda job: job[:2])
    )
    return Machine(first, jobs, energy, list(accumulate(days, initial=0.0)))


def lag(problem: Problem, number: int, hold: Hold) -> Fraction:
    """Days from the mean day of a part's work to its initiative's end, at the least."""
    there = problem.crews[hold.crew].presence
    half = Fraction(hold.need, 2 * there.full)
    return problem.length(number) - half if there.regular <= problem.today else half


def _held(crew: Crew, busy: int, first: int) -> list[int]:
    """The units that fixed work holds on each day from `first` on, as far as it does."""
    units, left, day = [], busy >> crew.bits * first, (1 << crew.bits) - 1
    while left:
        units.append(left & day)
        left >>= crew.bits
    return units
