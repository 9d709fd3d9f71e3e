"""Small groups: all orders by start, cut short where a bound says that none can win.

Some best plan is the schedule of its own order by start, each on its first days from the
start before it on: put in that order, nothing of a plan ends later. So starts only rise.
And where two orders have placed the same and leave people as free from then on, only the
cheaper one is followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from roadmap.sequencing.search.alike import kinds
from roadmap.sequencing.search.incremental import Schedule
from roadmap.sequencing.search.team_waits import TeamWaits, team_waits

MOST = 14
"""Up to so many initiatives a proof is in reach."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """What is placed so far, and what that costs: its price, last end, and Σ end.

    `left` are the places in the group of what is not placed, as bits; `last` is the start
    and the place of what was placed last.
    """

    left: int
    last: tuple[int, int]
    end: list[int]
    busy: list[int]
    price: int
    finish: int
    ends: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may come next: its place in the group, start, end, and units held."""

    place: int
    start: int
    end: int
    held: Sequence[int]


@dataclass(slots=True)
class BranchAndBound:
    """The best order of a group so far and what it costs; `placings` are left.

    `known` holds, by all that decides how an order goes on, the least that it came to.
    """

    schedule: Schedule
    group: list[int]
    best: list[int]
    least: int
    placings: int
    needs: list[int] = field(default_factory=list)
    teams: list[TeamWaits] = field(default_factory=list)
    path: list[int] = field(default_factory=list)
    known: dict[tuple[object, ...], tuple[int, ...]] = field(default_factory=dict)

    def run(self) -> bool:
        """Follow all orders; whether the placings were enough, so that none is better."""
        fixed, group = self.schedule.fixed, self.group
        bits = {number: 1 << place for place, number in enumerate(group)}
        before = self.schedule.problem.before
        needs = [sum(bits.get(one, 0) for one in before[number]) for number in group]
        latest: dict[int, int] = {}
        for place, kind in enumerate(kinds(self.schedule.problem, group)):
            needs[place] |= latest.get(kind, 0)  # of those alike, the first goes first
            latest[kind] = 1 << place
        self.needs = needs
        self.teams = team_waits(self.schedule.problem, group, self.needs)
        everything, finish = (1 << len(group)) - 1, max(fixed.end, default=0)
        none = self.schedule.problem.today, -1
        self._visit(Prefix(everything, none, fixed.end, fixed.busy, 0, finish, 0))
        return self.placings >= 0

    def _visit(self, node: Prefix) -> None:
        if not node.left:
            total = node.price + self.schedule.end_unit * node.finish
            if total < self.least:
                self.least, self.best = total, [self.group[place] for place in self.path]
            return
        if self._is_known(node):
            return
        for following in self._following(node):
            self.path.append(following.place)
            self._visit(self._placed(node, following))
            self.path.pop()
            if self.placings < 0:
                return

    def _placed(self, node: Prefix, one: Candidate) -> Prefix:
        number, end, busy = self.group[one.place], [*node.end], [*node.busy]
        end[number] = one.end
        for crew, units in zip(self.schedule.crews[number], one.held, strict=True):
            busy[crew] = units
        return Prefix(
            node.left ^ 1 << one.place,
            (one.start, one.place),
            end,
            busy,
            node.price + self.schedule.priced(number, one.end),
            max(node.finish, one.end),
            node.ends + one.end,
        )

    def _is_known(self, node: Prefix) -> bool:
        """Whether another order came to the same for no more; if not, this is noted."""
        whole, day = self.schedule.problem, node.last[0]
        free = [
            busy >> crew.bits * day
            for crew, busy in zip(whole.crews, node.busy, strict=True)
        ]
        ready = [
            max([day, *(node.end[one] for one in whole.before[self.group[place]])])
            for place in _places(node.left)
        ]
        key, now = (node.left, node.last, *free, *ready), self._came_to(node)
        before = self.known.get(key)
        if before and all(one <= other for one, other in zip(before, now, strict=True)):
            return True
        self.known[key] = now
        return False

    def _came_to(self, node: Prefix) -> tuple[int, ...]:
        """All that counts of a prefix: with no less of any of it, none is better."""
        return node.price, node.finish, node.ends

    def _following(self, node: Prefix) -> list[Candidate]:
        """What may come next, nothing where no order that goes on from here can win."""
        whole, schedule, day = self.schedule.problem, self.schedule, node.last[0]
        start, end, following = [0] * len(self.group), [*node.end], []
        for place in _places(node.left):
            number = self.group[place]
            ready = whole.earliest[number]
            for one in whole.before[number]:
                if end[one] > ready:
                    ready = end[one]
            states = [node.busy[crew] for crew in schedule.crews[number]]
            begin, until, held = schedule.fits[number](max(ready, day), states)
            start[place], end[number] = begin, until
            self.placings -= 1
            if self.needs[place] & node.left:
                continue
            if ready < day:
                self.placings -= 1
                earlier, ended, _ = schedule.fits[number](ready, states)
                if earlier < day and ended <= day:
                    return []  # there it stays, and ends earlier
                if ended < until:
                    continue
            if (begin, place) > node.last:
                following.append(Candidate(place, begin, until, held))
        return following if self._bound(node, start, end) < self.least else []

    def _bound(self, node: Prefix, start: Sequence[int], end: Sequence[int]) -> int:
        """What no order that goes on from here can cost less than.

        `start` by place and `end` by number are the earliest of what is left.
        """
        schedule, whole, left = self.schedule, self.schedule.problem, node.left
        numbers = [self.group[place] for place in _places(left)]
        price = sum(schedule.priced(number, end[number]) for number in numbers)
        late, waits = divmod(price, schedule.late_unit)
        finish = max([node.finish, *(end[number] for number in numbers)])
        for team in self.teams:
            behind = team.behind[left]
            if behind:
                begin = min(start[place] for place in _places(behind))
                waited = team.waited(left, begin - whole.today)
                for place in _places(left & ~behind):
                    number = self.group[place]
                    waited += whole.weight[number] * (end[number] - whole.today)
                waits = max(waits, waited)
                finish = max(finish, begin + team.days(left))
        late_price = late * schedule.late_unit
        return node.price + late_price + waits + schedule.end_unit * finish


def _places(bits: int) -> Iterator[int]:
    """The places of the ones in some bits, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
