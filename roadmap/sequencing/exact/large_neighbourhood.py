"""Large neighbourhood search: re-plan late and expensive work and its surroundings exactly.

Paul Shaw, "Using constraint programming and local search methods to solve vehicle routing
problems", CP 1998. All others keep who passes people on to whom: Daniel Godard, Philippe
Laborie and Wim Nuijten, "Randomized large neighborhood search for cumulative scheduling",
ICAPS 2005.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from roadmap.sequencing.exact.cp_model import Model, model
from roadmap.sequencing.exact.cp_sat import solved
from roadmap.sequencing.schedule.objective import aims
from roadmap.sequencing.schedule.serial import Timetable, each_day, feasible, scheduled
from roadmap.sequencing.search.random_draws import draw, seed
from roadmap.sequencing.search.search import Progress

SMALLEST, FIRST, GREATEST = 6, 16, 40
"""How many are planned again: more after a proof, fewer after a search cut short."""
EACH, LEAST, ANOTHER = 0.1, 0.02, 1 / 25_000
"""Units that a neighbourhood may take, those that it counts for at least, and for each of
a group, as all are placed again."""


@dataclass(slots=True)
class LargeNeighbourhood:
    """The best timetable of a group so far.

    A neighbourhood that is planned `alone` leaves all others where they stand: so its model
    stays small, however large the group.
    """

    fixed: Timetable
    group: Sequence[int]
    table: Timetable
    alone: bool = False
    size: int = FIRST

    def run(self, units: float, progress: Progress | None) -> None:
        """Try neighbourhoods until the budget is spent."""
        spent, rounds = 0.0, 0
        while spent < units:
            spent += self.step(rounds)
            rounds += 1
            if progress:
                progress(min(1.0, spent / units))

    def step(self, rounds: int) -> float:
        """Re-plan one neighbourhood and return the units it took."""
        free = loose(self.table, self.group, rounds, self.size)
        made = self.made(free)
        late, cost, _ = aims(self.table, list(made.free))
        sooner = late > 0 and rounds % 2 == 0
        made.model.add(made.late <= late - sooner)
        if not sooner:
            made.model.add(made.cost <= (cost - 1) // made.scale)
        aim = made.late if sooner else made.cost
        outcome = solved(made, aim, self.table, EACH, workers=1)
        if outcome.interrupted:
            raise KeyboardInterrupt
        self.size += 1 if outcome.proven else -1
        self.size = max(SMALLEST, min(GREATEST, self.size))
        if outcome.starts:
            self.keep(outcome.starts)
        return max(LEAST, outcome.spent, len(self.group) * ANOTHER)

    def made(self, free: Sequence[int]) -> Model:
        """The model in which some are free: all others keep their turn, or their days."""
        if not self.alone:
            made = model(self.fixed, self.group, self.table)
            for one, crew, other in handed(self.table, self.group, set(free)):
                made.model.add(made.starts[other] >= made.leaves[one, crew])
            return made
        last = max(self.table.end[number] for number in free)
        made = model(without(self.table, free), free, self.table, last)
        for end in made.ends.values():
            made.model.add(end <= last)
        return made

    def keep(self, starts: dict[int, int]) -> None:
        """Keep the starts, each moved as early as possible, if that is better."""
        starts = {
            number: starts.get(number, self.table.start[number]) for number in self.group
        }
        order = sorted(self.group, key=lambda number: (starts[number], number))
        table = scheduled(self.fixed, feasible(self.fixed.problem, order))
        self.table = min(self.table, table, key=lambda number: aims(number, self.group))


def without(table: Timetable, free: Sequence[int]) -> Timetable:
    """The timetable without some initiatives."""
    left, whole = table.copy(), table.problem
    for number in free:
        start = table.start[number]
        for hold in whole.holds[number]:
            crew = whole.crews[hold.crew]
            days = crew.presence.end(start, hold.need) - start
            held = hold.held * each_day(crew.bits, days)
            left.busy[hold.crew] -= held << crew.bits * start
        left.start[number] = left.end[number] = -1
    return left


def loose(table: Timetable, group: Sequence[int], rounds: int, size: int) -> Sequence[int]:
    """Part of a group that holds people of the same crews at about the same time.

    They surround one initiative: in turn any, or one that is late or waits at high cost.
    """
    whole, start = table.problem, table.start
    draws = {number: draw(seed(whole.ids[number]), rounds) for number in group}
    price = {number: _price(table, number) if rounds % 2 else 1 for number in group}
    middle = max(group, key=lambda number: (price[number] * (draws[number] >> 44), -number))
    other = min(group, key=lambda number: (draws[number], number))
    crews = [
        {hold.crew for hold in whole.holds[middle]},
        {hold.crew for one in (middle, other) for hold in whole.holds[one]},
        set(range(len(whole.crews))),
    ][rounds // 2 % 3]

    def far(number: int) -> tuple[bool, int, int]:
        shared = any(hold.crew in crews for hold in whole.holds[number])
        return not shared, abs(start[number] - start[middle]), number

    return sorted(group, key=far)[:size]


def _price(table: Timetable, number: int) -> int:
    """Value × days waited, and much for each day late of a must."""
    whole = table.problem
    waits = whole.weight[number] * (table.start[number] - whole.today)
    over = max(0, table.end[number] - whole.due[number]) * whole.must[number]
    return waits + over * sum(whole.weight)


def handed(
    table: Timetable, group: Sequence[int], free: Collection[int]
) -> Iterator[tuple[int, int, int]]:
    """Which initiative hands people of which crew to which, except for free ones."""
    whole = table.problem
    order = sorted(group, key=lambda number: (table.start[number], number))
    for crew in range(len(whole.crews)):
        hands: list[tuple[int, int, int]] = []
        for number in order if crew in _crews(table, group) else ():
            for hold in whole.holds[number] if number not in free else ():
                if hold.crew == crew:
                    day = table.start[number]
                    for one in _passed(hands, hold.held, day):
                        yield one, crew, number
                    end = whole.crews[crew].presence.end(day, hold.need)
                    hands.append((end, number, hold.held))


def _crews(table: Timetable, group: Sequence[int]) -> set[int]:
    return {hold.crew for number in group for hold in table.problem.holds[number]}


def _passed(hands: list[tuple[int, int, int]], units: int, day: int) -> list[int]:
    """Who passes so many units on at a day, the last to end first; the rest stays."""
    givers = []
    for place in sorted(range(len(hands)), key=lambda k: hands[k], reverse=True):
        end, who, left = hands[place]
        if units and end <= day:
            given = min(units, left)
            hands[place] = (end, who, left - given)
            units -= given
            givers.append(who)
    hands[:] = [hand for hand in hands if hand[2]]
    return givers
