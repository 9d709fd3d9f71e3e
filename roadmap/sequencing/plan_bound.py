"""Lower bounds on a plan: chains of dependencies, and each team as one fast machine.

A team can be no faster than one machine that has all its people on one initiative at a
time, may interrupt it, and starts nothing before its chain allows (Goemans, 1997). There
the mean of the days on which an initiative is worked on, weighted by value, is least by
value per work; no end is nearer to that mean than half the initiative's own length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate
from math import ceil

from roadmap.sequencing.problem import Problem
from roadmap.sequencing.serial import Timetable

MARGIN = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Job:
    """What an initiative asks of one machine: energy in units, from a day on."""

    number: int
    energy: int
    release: int


def heads(problem: Problem, fixed: Timetable) -> list[tuple[int, int]]:
    """The earliest start and end of each, whatever else is done; fixed ones as they are."""
    found: list[tuple[int, int]] = []
    for each in range(problem.count):
        if fixed.start[each] >= 0:
            found.append((fixed.start[each], fixed.end[each]))
            continue
        needed = (found[one][1] for one in problem.before[each])
        start = _present(problem, each, max([problem.earliest[each], *needed]))
        ends = (
            problem.crews[hold.crew].presence.end(start, hold.need)
            for hold in problem.holds[each]
        )
        found.append((start, max([start, *ends])))
    return found


def _present(problem: Problem, number: int, day: int) -> int:
    opens = day
    while True:
        for hold in problem.holds[number]:
            opens = max(opens, problem.crews[hold.crew].presence.open(opens))
        if opens == day:
            return day
        day = opens


def wait_bound(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on Σ value × (end − today), in units × days, never above any plan's."""
    chains = heads(problem, fixed)
    alone = [
        weight * (end - problem.today)
        for weight, (_, end) in zip(problem.weight, chains, strict=True)
    ]
    best = sum(alone)
    for crew in range(len(problem.crews)):
        jobs = _jobs(problem, fixed, crew, chains)
        inside = sum(alone[job.number] for job in jobs)
        best = max(best, sum(alone) - inside + ceil(_machine(problem, crew, jobs) * MARGIN))
    return best


def doubled(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on what deadlines add: value × days beyond them, counted once more."""
    chains = heads(problem, fixed)
    return sum(
        weight * max(0, chains[each][1] - 1 - problem.due[each])
        for each, weight in enumerate(problem.weight)
        if weight
    )


def makespan_bound(problem: Problem, fixed: Timetable) -> int:
    """A lower bound on the days from today to the last end: chains and each team's work."""
    chains = heads(problem, fixed)
    last = max((end for _, end in chains), default=problem.today)
    for number, crew in enumerate(problem.crews):
        energy = sum(
            hold.need * hold.held
            for holds in problem.holds
            for hold in holds
            if hold.crew == number
        )
        if energy:
            last = max(last, crew.presence.end(problem.today, -(-energy // crew.capacity)))
    return last - problem.today


def _jobs(
    problem: Problem, fixed: Timetable, crew: int, chains: Sequence[tuple[int, int]]
) -> list[Job]:
    return [
        Job(each, hold.need * hold.held, chains[each][0])
        for each, holds in enumerate(problem.holds)
        for hold in holds
        if hold.crew == crew and problem.weight[each] and fixed.start[each] < 0
    ]


def _machine(problem: Problem, crew: int, jobs: Sequence[Job]) -> float:
    """The least Σ value × (end − today) of jobs on the fast machine, in floating point."""
    rate = {job.number: problem.weight[job.number] / job.energy for job in jobs}
    clock = _clock(problem, crew, jobs)
    total = 0.0
    for number, begin, end in _pieces(jobs, rate, clock):
        total += rate[number] * (clock.moment(end) - clock.moment(begin))
    halves = sum(
        problem.weight[job.number] * _half(problem, crew, job.number) for job in jobs
    )
    return total - problem.today * sum(problem.weight[job.number] for job in jobs) + halves


def _half(problem: Problem, crew: int, number: int) -> float:
    hold = next(hold for hold in problem.holds[number] if hold.crew == crew)
    return hold.need / problem.crews[crew].presence.full / 2


@dataclass(frozen=True, slots=True)
class Clock:
    """A machine's days: the energy before each from `first` on, and Σ energy × day."""

    first: int
    energy: Sequence[int]
    moments: Sequence[float]

    def at(self, day: int) -> int:
        """Energy that can be spent before a day."""
        return self.energy[day - self.first]

    def moment(self, energy: int) -> float:
        """∫ day over the first `energy` units spent."""
        place = bisect_right(self.energy, energy) - 1
        if place + 1 == len(self.energy):
            return self.moments[place]
        inside = energy - self.energy[place]
        whole = self.energy[place + 1] - self.energy[place]
        return self.moments[place] + inside * (self.first + place + inside / whole / 2)


def _clock(problem: Problem, crew: int, jobs: Sequence[Job]) -> Clock:
    team = problem.crews[crew]
    there, first = team.presence, problem.today
    release = max((job.release for job in jobs), default=first)
    energy = sum(job.energy for job in jobs)
    last = there.end(max(release, first), -(-energy // team.capacity)) + 1
    units = [
        (there.before(day + 1) - there.before(day)) * team.capacity
        for day in range(first, last)
    ]
    days = accumulate(
        (amount * (first + place + 0.5) for place, amount in enumerate(units)), initial=0.0
    )
    return Clock(first, list(accumulate(units, initial=0)), list(days))


def _pieces(
    jobs: Sequence[Job], rate: Mapping[int, float], clock: Clock
) -> list[tuple[int, int, int]]:
    """Who is worked on from which energy to which: the dearest that is released."""
    coming = sorted(jobs, key=lambda job: (job.release, job.number))
    left = {job.number: job.energy for job in jobs}
    waiting: list[tuple[float, int]] = []
    pieces, now, place = [], 0, 0
    while waiting or place < len(coming):
        if not waiting:
            now = max(now, clock.at(coming[place].release))
        while place < len(coming) and clock.at(coming[place].release) <= now:
            number = coming[place].number
            heappush(waiting, (-rate[number], number))
            place += 1
        number = waiting[0][1]
        until = now + left[number]
        if place < len(coming):
            until = min(until, clock.at(coming[place].release))
        pieces.append((number, now, until))
        left[number] -= until - now
        now = until
        if not left[number]:
            heappop(waiting)
    return pieces
