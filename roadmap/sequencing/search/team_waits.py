"""What waits for a team at the least, by what is left to do: for searches of small groups.

A team is no faster than a machine that has all its people on one initiative at a time. On
that, the least Σ value × end of any set is found set by set, the smaller ones first, with
all that needs the set's work counted as waiting for it (M. Held and R. M. Karp, 1962).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from roadmap.sequencing.schedule.problem import Problem

BUSIEST = 3
"""How many teams are looked at: those with most work for their people."""


@dataclass(frozen=True, slots=True)
class TeamWaits:
    """By what is left of a group, as bits: what the team does, and what waits for it.

    `energy` is its work, of which a day does `rate` at most; `waits` is Σ value × energy
    done until each has ended, at the least. `behind` are those that need its work, or do
    it, as bits, and `value` is theirs.
    """

    rate: int
    energy: list[int]
    waits: list[int]
    behind: list[int]
    value: list[int]

    def waited(self, left: int, days: int) -> int:
        """Σ value × days of all behind the team's work, which begins after some days."""
        return self.value[left] * days - (-self.waits[left] // self.rate)

    def days(self, left: int) -> int:
        """The days that the team's work takes at the least."""
        return -(-self.energy[left] // self.rate)


def team_waits(
    problem: Problem, group: Sequence[int], needs: Sequence[int]
) -> list[TeamWaits]:
    """The busiest teams of a group; `needs` are by place the places needed, as bits."""
    loads = []
    for crew, team in enumerate(problem.crews):
        work = [_energy(problem, number, crew) for number in group]
        rate = team.capacity * team.presence.full
        if any(work):
            loads.append((Fraction(-sum(work), rate), crew, rate, work))
    weight = [problem.weight[number] for number in group]
    return [
        _tabled(weight, needs, rate, work) for _, _, rate, work in sorted(loads)[:BUSIEST]
    ]


def _energy(problem: Problem, number: int, crew: int) -> int:
    holds = problem.holds[number]
    return sum(hold.need * hold.held for hold in holds if hold.crew == crew)


def _tabled(
    weight: Sequence[int], needs: Sequence[int], rate: int, work: Sequence[int]
) -> TeamWaits:
    """All sets, each after its own subsets: what ends last in it is needed by nothing."""
    size = 1 << len(weight)
    energy, waits = [0] * size, [0] * size
    behind, value = [0] * size, [0] * size
    needed = [0] * size
    weight_of = {1 << place: one for place, one in enumerate(weight)}
    for left in range(1, size):
        high = left.bit_length() - 1
        rest = left ^ 1 << high  # numbers rise along dependencies
        waiting = bool(work[high] or behind[rest] & needs[high])
        energy[left] = done = energy[rest] + work[high]
        behind[left] = behind[rest] | waiting << high
        value[left] = value[rest] + waiting * weight[high]
        needed[left] = needed[rest] | needs[high]
        least = waits[rest] + weight[high] * done
        last = rest & ~needed[left]
        while last:
            bit = last & -last
            last ^= bit
            waited = waits[left ^ bit] + weight_of[bit] * done
            if waited < least:
                least = waited
        waits[left] = least
    return TeamWaits(rate, energy, waits, behind, value)
