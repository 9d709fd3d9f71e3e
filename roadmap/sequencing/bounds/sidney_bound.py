"""A bound from bundles: teams as one fast machine, on which value waits bundle by bundle.

However teams do their work, that of any set of initiatives is on average not done earlier
than if nothing else were done, from the first day on (M. X. Goemans, 1997). If no mean day
of work is before that of what it needs either, Σ value × mean day is least where bundles
follow one another by value per work (J. B. Sidney, 1975). Inside one, value passed down to
what must come first makes all of it worth the same per work, and each arc that it takes
adds what lies between two mean days at the least: half a length of either initiative.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, lcm

from roadmap.sequencing.bounds.preemptive_machine import Machine, lag
from roadmap.sequencing.order.jobs import Instance
from roadmap.sequencing.order.relaxation import value_flow
from roadmap.sequencing.order.sidney import decomposition
from roadmap.sequencing.schedule.problem import Crew, Problem

BUSIEST = 3
"""How many teams are also looked at alone: those with most work for their people."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Some teams as one machine. Lists by initiative, in days; by day, counted from today.

    `sizes` is the energy that each asks for. `lead` is the least from its start to the
    mean day of its work, `lag` from there to its end; what asks for none has its mean day
    at its end. `energy` is what can be spent before each day, `moments` twice
    Σ energy × day before it.
    """

    sizes: Sequence[int]
    lead: Sequence[Fraction]
    lag: Sequence[Fraction]
    energy: Sequence[int]
    moments: Sequence[int]

    def mean(self, begin: int, end: int) -> Fraction:
        """The mean day on which energy is spent, from one amount of it to another."""
        return (self._moment(end) - self._moment(begin)) / (2 * (end - begin))

    def _moment(self, energy: int) -> Fraction:
        day = bisect_right(self.energy, energy) - 1
        if day + 1 == len(self.energy):
            return Fraction(self.moments[day])
        inside = energy - self.energy[day]
        whole = self.energy[day + 1] - self.energy[day]
        return self.moments[day] + inside * (2 * day + Fraction(inside, whole))


def sidney_bound(
    problem: Problem, heads: Sequence[tuple[int, int]], teams: Sequence[Machine]
) -> int:
    """A lower bound on Σ value × (end − today) of what is not fixed, in units × days.

    The best of what all teams give together and the busiest alone.
    """
    pools = [pool(problem, teams, crews) for crews in _together(problem, teams)]
    return max((ceil(_decomposed(problem, heads, number)) for number in pools), default=0)


def pool(problem: Problem, teams: Sequence[Machine], crews: Sequence[int]) -> Pool:
    """Some teams as one machine, each counting by its people."""
    share = {crew: problem.crews[crew].unit / problem.crews[crew].presence.full
             for crew in crews}  # fmt: skip
    scale = lcm(*(number.denominator for number in share.values()))
    worth = {crew: int(scale * number) for crew, number in share.items()}
    sizes = [0] * problem.count
    lags, halves = ([Fraction(0)] * problem.count for _ in range(2))
    for crew in crews:
        inside = {job.number for job in teams[crew].jobs}
        for number in inside:
            for hold in problem.holds[number]:
                if hold.crew == crew:
                    size = hold.need * hold.held * worth[crew]
                    full = problem.crews[crew].presence.full
                    sizes[number] += size
                    halves[number] += size * Fraction(hold.need, 2 * full)
                    lags[number] += size * lag(problem, number, hold)
    after = [days / (size or 1) for days, size in zip(lags, sizes, strict=True)]
    lead = [halves[number] / size if size else Fraction(problem.length(number))
            for number, size in enumerate(sizes)]  # fmt: skip
    energy = _spendable([teams[crew] for crew in crews], [worth[crew] for crew in crews])
    moments = ((b - a) * (2 * day + 1) for day, (a, b) in enumerate(pairwise(energy)))
    return Pool(sizes, lead, after, energy, list(accumulate(moments, initial=0)))


def _together(problem: Problem, teams: Sequence[Machine]) -> Iterator[list[int]]:
    busy = [crew for crew, team in enumerate(teams) if team.jobs]
    if busy:
        yield busy
    if len(busy) > 1:
        load = {crew: _load(problem.crews[crew], teams[crew]) for crew in busy}
        busy.sort(key=lambda crew: (-load[crew], problem.crews[crew].id))
        yield from ([crew] for crew in busy[:BUSIEST])


def _load(crew: Crew, team: Machine) -> Fraction:
    """The days that a team's work takes if nobody is ever away or idle."""
    energy = sum(job.energy for job in team.jobs)
    return Fraction(energy, crew.capacity * crew.presence.full)


def _spendable(teams: Sequence[Machine], worth: Sequence[int]) -> list[int]:
    """What teams can spend before each day: none before its first job, nor after all."""
    spent = [0] * max(len(team.energy) for team in teams)
    for team, number in zip(teams, worth, strict=True):
        first, most = team.jobs[0].release, sum(job.energy for job in team.jobs)
        days = [number * max(0, min(most, energy - first)) for energy in team.energy]
        days += [number * most] * (len(spent) - len(days))
        spent = [one + other for one, other in zip(spent, days, strict=True)]
    return spent


def _decomposed(problem: Problem, heads: Sequence[tuple[int, int]], of: Pool) -> Fraction:
    """The waits bundle by bundle: to mean days, from there to the ends, and what passes."""
    needs = [list(before) for before in problem.before]
    everything = Instance(list(problem.weight), list(of.sizes), needs)
    moved = [i for i in range(problem.count) if i not in problem.fixed]
    total, spent = Fraction(0), 0
    for bundle in decomposition(everything.among(moved)):
        members = sorted(moved[k] for k in bundle)
        instance = everything.among(members)
        value, size = sum(instance.values), sum(instance.sizes)
        if value and size:
            total += value * of.mean(spent, spent + size) + _within(instance, of, members)
        elif value:
            total += sum(problem.weight[i] * (heads[i][1] - problem.today) for i in members)
        spent += size
    return total


def _within(bundle: Instance, of: Pool, members: Sequence[int]) -> Fraction:
    """What a bundle waits beyond the mean day of its work: what passes, and to the ends."""
    lag, lead = [of.lag[i] for i in members], [of.lead[i] for i in members]
    ends = sum((v * days for v, days in zip(bundle.values, lag, strict=True)), Fraction(0))
    value, size = sum(bundle.values), sum(bundle.sizes)
    excess = [
        v * size - value * p for v, p in zip(bundle.values, bundle.sizes, strict=True)
    ]

    def between(later: int, before: int) -> Fraction:
        return lag[before] + lead[later]

    flow = value_flow(
        excess, bundle.needs, lambda later, before: ceil(4 * between(later, before))
    )
    gained = (amount * between(later, before) for later, before, amount in flow)
    return ends + sum(gained, Fraction(0)) / size
