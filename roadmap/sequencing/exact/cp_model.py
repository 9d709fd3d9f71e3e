"""The plan as a constraint model: one start a free initiative, everything else follows.

Lengths are functions of the start where somebody may be away. What is not free holds its
people where it stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby
from math import gcd

from ortools.sat.python import cp_model

from roadmap.sequencing.schedule.critical_path import heads
from roadmap.sequencing.schedule.objective import floors, last_day
from roadmap.sequencing.schedule.presence import Presence
from roadmap.sequencing.schedule.problem import FAR, Hold
from roadmap.sequencing.schedule.serial import Timetable

MOST = 1 << 52
"""Objectives stay below this, so that floating point holds each of them."""
FARTHEST = 1 << 24
"""No day is later than this."""


Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class StretchedPart:
    """A part that absences may stretch: the run of its start, how long, until when.

    `runs` are the stretches of starts, of which one is `chosen`.
    """

    number: int
    runs: list[Run]
    chosen: list[cp_model.IntVar]
    size: cp_model.IntVar
    end: cp_model.IntVar


@dataclass(slots=True)
class Model:
    """A timetable's free initiatives as variables; `scale` units of value are one here.

    By number: `starts` and `ends`; `latest`, the end of who has several parts; `tardy`, the
    days beyond a deadline. `leaves` are the ends of parts by number and crew, `stretched`
    the parts that absences may stretch. No start is later than `last`.
    """

    table: Timetable
    free: Collection[int]
    last: int
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    starts: dict[int, cp_model.IntVar] = field(default_factory=dict)
    ends: dict[int, cp_model.LinearExprT] = field(default_factory=dict)
    tardy: dict[int, cp_model.IntVar] = field(default_factory=dict)
    latest: dict[int, cp_model.IntVar] = field(default_factory=dict)
    leaves: dict[tuple[int, int], cp_model.LinearExprT] = field(default_factory=dict)
    stretched: list[StretchedPart] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)
    scale: int = 1

    @property
    def late(self) -> cp_model.LinearExprT:
        """Working days late over the free musts."""
        must = self.table.problem.must
        return sum(days for number, days in self.tardy.items() if must[number])

    @property
    def cost(self) -> cp_model.LinearExprT:
        """Value × (end − today), twice beyond a deadline, in units of `scale`."""
        whole = self.table.problem
        weight = {number: whole.weight[number] // self.scale for number in self.free}
        return sum(
            weight[number] * (self.ends[number] - whole.today) for number in self.free
        ) + sum(weight[number] * days for number, days in self.tardy.items())

    @property
    def finish(self) -> cp_model.IntVar:
        """The last end of all."""
        whole = self.table.problem
        known = [self.table.end[i] for i in range(whole.count) if i not in self.free]
        finish = self.model.new_int_var(max([0, *known]), self.last, "")
        for end in self.ends.values():
            self.model.add(finish >= end)
        return finish

    def hint(self, table: Timetable) -> None:
        """Begin with a timetable that is known."""
        self.model.clear_hints()
        for number in self.free:
            self.model.add_hint(self.starts[number], table.start[number])
        for number, end in self.latest.items():
            self.model.add_hint(end, table.end[number])
        for number, days in self.tardy.items():
            last = last_day(table.end[number], self.floors[number])
            self.model.add_hint(days, max(0, last - table.problem.due[number]))
        for part in self.stretched:
            self._hint_part(part, table.start[part.number])

    def _hint_part(self, part: StretchedPart, start: int) -> None:
        for run, chosen in zip(part.runs, part.chosen, strict=True):
            inside = run[0] <= start <= run[1]
            self.model.add_hint(chosen, inside)
            if inside:
                self.model.add_hint(part.size, run[2])
                self.model.add_hint(part.end, start + run[2])


def model(
    fixed: Timetable, free: Collection[int], known: Timetable, last: int | None = None
) -> Model:
    """The model of what is free beside what is fixed; `known` is one solution of it.

    No start is later than `last`, not given: than a day by which all can have ended.
    """
    whole = fixed.problem
    if last is None:
        last = max([whole.horizon(free, max(fixed.end, default=0)), *known.end])
    made = Model(fixed, free, last)
    chains, made.floors = heads(whole, fixed), floors(whole)
    busy = _fixed_holds(made, min((chains[number][0] for number in free), default=0))
    for number in free:
        _add(made, number, chains[number][0], busy)
    for number in free:
        _join(made, number)
    for crew, (intervals, held) in enumerate(busy):
        _share(made, crew, intervals, held)
    made.scale = _scale(made)
    return made


Busy = list[tuple[list[cp_model.IntervalVar], list[int]]]


def _fixed_holds(made: Model, first: int) -> Busy:
    """What holds people on some day from the first one on, in crews that matter."""
    whole, table = made.table.problem, made.table
    busy: Busy = [([], []) for _ in whole.crews]
    crews = {hold.crew for number in made.free for hold in whole.holds[number]}
    for number in range(whole.count):
        for hold in whole.holds[number] if table.end[number] > first else ():
            if hold.crew not in crews:
                continue
            start = table.start[number]
            length = whole.crews[hold.crew].presence.end(start, hold.need) - start
            busy[hold.crew][0].append(
                made.model.new_fixed_size_interval_var(start, length, "")
            )
            busy[hold.crew][1].append(hold.held)
    return busy


def _add(made: Model, number: int, head: int, busy: Busy) -> None:
    whole = made.table.problem
    start = made.model.new_int_var_from_domain(_days(made, number, head), "")
    made.starts[number] = start
    ends: list[cp_model.LinearExprT] = []
    for hold in whole.holds[number]:
        interval, end = _interval(made, number, hold, head)
        busy[hold.crew][0].append(interval)
        busy[hold.crew][1].append(hold.held)
        made.leaves[number, hold.crew] = end
        ends.append(end)
    made.ends[number] = _latest(made, number, ends)


def _days(made: Model, number: int, head: int) -> cp_model.Domain:
    """The days on which a start is allowed: those with somebody there in all teams."""
    whole = made.table.problem
    there = [whole.crews[hold.crew].presence for hold in whole.holds[number]]
    regular = max((number.regular for number in there), default=0)
    early = [
        day
        for day in range(head, min(regular, made.last))
        if all(number.open(day) == day for number in there)
    ]
    rest = [max(head, regular), made.last]
    domain = cp_model.Domain.from_values(early)
    return domain.union_with(cp_model.Domain(*rest)) if rest[0] <= rest[1] else domain


def _interval(
    made: Model, number: int, hold: Hold, head: int
) -> tuple[cp_model.IntervalVar, cp_model.LinearExprT]:
    """A part's interval and its end: by stretches of starts with one length each."""
    there, start = made.table.problem.crews[hold.crew].presence, made.starts[number]
    if head >= there.regular:
        fixed = made.model.new_fixed_size_interval_var(start, hold.length, "")
        return fixed, start + hold.length
    runs = _runs(hold, there, head, made.last)
    chosen = [made.model.new_bool_var("") for _ in runs]
    made.model.add_exactly_one(chosen)
    for bool_var, (first, last, _) in zip(chosen, runs, strict=True):
        days = cp_model.Domain(first, last)
        made.model.add_linear_expression_in_domain(start, days).only_enforce_if(bool_var)
    lengths = sorted({length for _, _, length in runs})
    size = made.model.new_int_var_from_domain(cp_model.Domain.from_values(lengths), "")
    made.model.add(
        size == sum(r[2] * bool_var for r, bool_var in zip(runs, chosen, strict=True))
    )
    end = made.model.new_int_var(head, made.last + lengths[-1], "")
    made.stretched.append(StretchedPart(number, runs, chosen, size, end))
    return made.model.new_interval_var(start, size, end, ""), end


def _runs(hold: Hold, there: Presence, head: int, last: int) -> list[Run]:
    """Stretches of starts, first and last day, that take the same number of days."""
    lengths = (
        (day, there.end(day, hold.need) - day)
        for day in range(head, last + 1)
        if there.open(day) == day
    )
    return [
        (days[0], days[-1], length)
        for length, grouped in groupby(lengths, key=lambda pair: pair[1])
        for days in [[day for day, _ in grouped]]
    ]


def _latest(
    made: Model, number: int, ends: list[cp_model.LinearExprT]
) -> cp_model.LinearExprT:
    if len(ends) < 2:
        return ends[0] if ends else made.starts[number]
    end = made.model.new_int_var(0, FARTHEST, "")
    made.model.add_max_equality(end, ends)
    made.latest[number] = end
    return end


def _join(made: Model, number: int) -> None:
    """Dependencies of a free initiative, and what it costs to be late."""
    whole, table = made.table.problem, made.table
    for one in whole.before[number]:
        end = made.ends[one] if one in made.ends else table.end[one]
        made.model.add(made.starts[number] >= end)
    for later in whole.after[number]:
        if later not in made.ends and table.start[later] >= 0:
            made.model.add(made.ends[number] <= table.start[later])
    due = whole.due[number]
    if due < FAR and (whole.must[number] or whole.weight[number]):
        least = max(0, made.floors[number] - due)
        days = made.model.new_int_var(least, FARTHEST, "")
        made.model.add(days >= made.ends[number] - 1 - due)
        made.tardy[number] = days


def _share(
    made: Model, crew: int, intervals: list[cp_model.IntervalVar], held: list[int]
) -> None:
    """People, counted in the largest unit that all these parts are made of.

    So what holds people in other parts, and is not here, changes nothing.
    """
    unit = gcd(*held) or 1
    capacity = made.table.problem.crews[crew].capacity // unit
    if sum(held) > capacity * unit:
        made.model.add_cumulative(intervals, [units // unit for units in held], capacity)


def _scale(made: Model) -> int:
    whole = made.table.problem
    weights = [whole.weight[number] for number in made.free if whole.weight[number]]
    scale = gcd(*weights) or 1
    while sum(weights) // scale * 4 * (made.last + 1) > MOST:
        scale *= 2
    return scale
