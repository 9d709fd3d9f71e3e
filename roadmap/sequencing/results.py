"""The answers: a sequence of steps, and a plan of slots, each with its cost and bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What could not be placed: the reason in words, and the id that stands in the way.

    `kind` is one of idea, paused, dropped, delivered (nothing wrong: not to be planned)
    or circle, waits (a dependency is unplaced).
    """

    id: str
    kind: str
    reason: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Initiatives that travel together, in order; `number` is from 1.

    `value` in the framework's unit, `size` in person-weeks; `score` is value ÷ size, None
    for a step of size 0 and for number 0, which stands before the steps.
    """

    number: int
    ids: tuple[str, ...]
    value: Fraction
    size: Fraction

    @property
    def score(self) -> Fraction | None:
        """The score with what it needs."""
        return self.value / self.size if self.number and self.size else None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A total order with its proof; costs in value × person-weeks.

    `ids` is everything that can be placed, in order; `prefix` the running and pinned work
    that stands first (in `ids` too, as steps numbered 0). `status` is optimal (proven) or
    bounded. `usual` is the order of the usual way.
    """

    ids: tuple[str, ...]
    steps: tuple[Step, ...]
    cost: Fraction
    usual: tuple[str, ...]
    usual_cost: Fraction
    bound: Fraction
    status: str
    unplaced: tuple[Unplaced, ...] = ()
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartSlot:
    """One team's part of a slot: people held, first day, and end day (exclusive)."""

    people: Fraction
    start_day: int
    end_day: int


@dataclass(frozen=True, slots=True)
class Slot:
    """An initiative's stay in the plan: working days from the plan's start, end exclusive.

    `last_day` is the day by which it is done, and late or not: the one before the end, but
    for a milestone never before its own date. `parts` holds a team's part by team; empty
    for a milestone. `stalled`: running work that could not start on the day of `as_of` for
    lack of people.
    """

    id: str
    start_day: int
    end_day: int
    last_day: int
    parts: Mapping[str, PartSlot] = field(default_factory=dict)
    stalled: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """What holds a slot's start where it is.

    `kind` is one of: start (the plan begins here), running, pinned, dependency (`other`
    ends on `day`), team (`team` is busy with `other` until `day`), not-before (`day`),
    presence (`team` has nobody before `day`), milestone.
    """

    kind: str
    day: int
    other: str | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A pair that shares a team and runs against the sequence.

    `first` starts earlier in the plan than `second`, which comes before it in the
    sequence; `why` says so in words.
    `price` is what the other order would cost more, in value-weeks (working days where
    a plan minimises makespan); None: not computed. `late` is by how many working days
    musts would then be later.
    """

    first: str
    second: str
    team: str
    why: str
    price: Fraction | None = None
    late: int = 0


@dataclass(frozen=True, slots=True)
class Price:
    """What an obligation costs: the cost with it minus without it, in value-weeks.

    In working days where a plan minimises makespan; at least 0. `kind` is must, deadline
    or pin. `late` is by how many working days it makes other musts later.
    """

    id: str
    kind: str
    cost: Fraction
    late: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Initiatives on the calendar.

    `cost`, `usual_cost` and `bound` are in value-weeks (in working days where
    `minimises` is makespan); `late` is working days, summed over musts. `usual_late` is
    that of the usual way: the two costs compare only when both are equally late.
    `mean_wait_weeks` is None where nothing placed has value; `usual_mean_wait_weeks` and
    `bound_mean_wait_weeks` say the same of the usual way and of the bound.
    `waiting` is the bottleneck: by team, points × weeks that ready work waited for it.
    """

    slots: Mapping[str, Slot]
    minimises: str
    cost: Fraction
    late: int
    usual_cost: Fraction
    usual_late: int
    bound: Fraction
    status: str
    finish_day: int
    mean_wait_weeks: Fraction | None
    usual_mean_wait_weeks: Fraction | None = None
    bound_mean_wait_weeks: Fraction | None = None
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    out_of_order: tuple[OutOfOrder, ...] = ()
    prices: tuple[Price, ...] = ()
    waiting: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def gap(self) -> Fraction | None:
        """How far the cost may be above the best, cost ÷ bound − 1; None without bound."""
        return self.cost / self.bound - 1 if self.bound else None

    @property
    def interrupted(self) -> bool:
        """Whether it is only the best that was found until an interruption."""
        return self.status == "interrupted"


def uninterrupted(plan: Plan) -> Plan:
    """A plan that is an answer: with one that is not, its interruption goes on.

    Raises:
        KeyboardInterrupt: the plan is only the best so far.

    """
    if plan.interrupted:
        raise KeyboardInterrupt
    return plan
