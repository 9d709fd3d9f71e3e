"""The results: a ranked sequence of bundles and a plan of slots, with cost and bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from roadmap.model.portfolio import Minimise


class SolveStatus(StrEnum):
    """How good an answer is known to be.

    OPTIMAL: proven, none is better. BOUNDED: the bound says how far it may be from the
    best. INTERRUPTED: the best that was found until an interruption.
    """

    OPTIMAL = "optimal"
    BOUNDED = "bounded"
    INTERRUPTED = "interrupted"


class UnplacedKind(StrEnum):
    """Why something is not placed.

    IDEA, PAUSED, DROPPED: its status says that it is not to be planned. CIRCLE: it needs
    itself, through others or directly. WAITS: a dependency is not placed. BEYOND: it would
    end after the last year of the calendar. UNFUNDED: it is below the funding line.
    """

    IDEA = "idea"
    PAUSED = "paused"
    DROPPED = "dropped"
    CIRCLE = "circle"
    WAITS = "waits"
    BEYOND = "beyond"
    UNFUNDED = "unfunded"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What could not be placed, and what stands in the way.

    `because` is the dependency that it waits for, or the next one of its circle. `cause`
    is where the waiting begins: `because` or what that waits for, however far. `circle`
    is the shortest one through it, from itself on; empty where that is very long.
    """

    id: str
    kind: UnplacedKind
    because: str | None = None
    cause: str | None = None
    circle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """Initiatives with the prerequisites they pay for, in order; `number` is from 1.

    `value` in the framework's unit, `size` in person-weeks; `score` is value ÷ size, None
    for a bundle of size 0 and for number 0, which stands before the others.
    """

    number: int
    ids: tuple[str, ...]
    value: Fraction
    size: Fraction

    @property
    def score(self) -> Fraction | None:
        """The bundle score."""
        return self.value / self.size if self.number and self.size else None


@dataclass(frozen=True, slots=True)
class RankedSequence:
    """A total order with its proof; costs in value × person-weeks.

    `ids` is everything that can be placed, in order; `prefix` the running and pinned work
    that stands first (in `ids` too, as bundles numbered 0). `status` is OPTIMAL or BOUNDED.
    `naive` is the naive order: by score, prerequisites pulled forward.
    """

    ids: tuple[str, ...]
    bundles: tuple[Bundle, ...]
    cost: Fraction
    naive: tuple[str, ...]
    naive_cost: Fraction
    bound: Fraction
    status: SolveStatus
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


class ReasonKind(StrEnum):
    """What holds a start: `other`, `team` and `day` are those of its `Reason`.

    START: the plan begins on that day. DEPENDENCY: `other` ends on `day`. TEAM: `team` is
    busy with `other` until `day`. NOT_BEFORE: its own date. PRESENCE: `team` has nobody
    before `day`. MILESTONE: nothing at all.
    """

    START = "start"
    RUNNING = "running"
    PINNED = "pinned"
    DEPENDENCY = "dependency"
    TEAM = "team"
    NOT_BEFORE = "not-before"
    PRESENCE = "presence"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Reason:
    """What holds a slot's start where it is; `day` is a working day of the plan.

    `also` is what else would hold it within a working day, each a smaller lever than the
    one before; of a team, all work that keeps it busy. They have nothing in `also`.
    """

    kind: ReasonKind
    day: int
    other: str | None = None
    team: str | None = None
    also: tuple[Reason, ...] = ()

    @property
    def all(self) -> tuple[Reason, ...]:
        """All that holds the start, the biggest lever first."""
        return (self, *self.also)


class InversionKind(StrEnum):
    """What keeps an overtaken initiative from starting when its overtaker does.

    DEPENDENCY: it needs `other`, which ends later. NOT_BEFORE: its own date, `day`.
    PRESENCE: nobody of `lacking` is there on `day`. PEOPLE: those of `lacking` are busy,
    and the overtaker needs none of them. GAP: the overtaker fits a gap of `lacking` that
    is too small for it. CHOICE: nothing.
    """

    DEPENDENCY = "dependency"
    NOT_BEFORE = "not-before"
    PRESENCE = "presence"
    PEOPLE = "people"
    GAP = "gap"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A pair that shares a team and runs against the sequence.

    `first` starts earlier in the plan than `second`, which comes before it in the
    sequence, and `kind` says why, with `other`, `lacking` (a team) and `day` where the
    kind names them.
    `price` is what the other order would cost more, in value-weeks (working days where
    a plan minimises makespan); None: not computed. `late` is by how many working days
    musts would then be later, holidays left out.
    """

    first: str
    second: str
    team: str
    kind: InversionKind
    other: str | None = None
    lacking: str | None = None
    day: int | None = None
    price: Fraction | None = None
    late: int = 0


class ObligationKind(StrEnum):
    """What an initiative is obliged to: a binding deadline, another one, or a pin."""

    MUST = "must"
    DEADLINE = "deadline"
    PIN = "pin"


@dataclass(frozen=True, slots=True)
class Price:
    """What an obligation costs: the cost with it minus without it, in value-weeks.

    In working days where a plan minimises makespan; at least 0. `late` is by how many
    working days it makes other musts later, holidays left out.
    """

    id: str
    kind: ObligationKind
    cost: Fraction
    late: int = 0


@dataclass(frozen=True, slots=True)
class KeptDates:
    """Published dates of what is placed, and what planning as if there were none gives.

    `kept` end by the last day that people were shown, `moved` after it. `free_cost` is in
    value-weeks (in working days where the plan minimises makespan), and
    `free_mean_wait_weeks` None where nothing placed has value.
    """

    kept: int
    moved: int
    free_cost: Fraction
    free_mean_wait_weeks: Fraction | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Initiatives on the calendar.

    `cost`, `naive_cost` and `bound` are in value-weeks (in working days where
    the plan minimises makespan); `late` is working days, summed over musts. `naive_late` is
    that of the naive order: the two costs compare only when both are equally late.
    `worked_late` and `naive_worked_late` say the same without holidays, for people.
    `mean_wait_weeks` is None where nothing placed has value; `naive_mean_wait_weeks` and
    `bound_mean_wait_weeks` say the same of the naive order and of the bound.
    `waiting` is the bottleneck: by team, points × weeks that ready work waited for it.
    `published` is None where nothing of what is placed was published.
    """

    slots: Mapping[str, Slot]
    minimises: Minimise
    cost: Fraction
    late: int
    naive_cost: Fraction
    naive_late: int
    worked_late: int
    naive_worked_late: int
    bound: Fraction
    status: SolveStatus
    finish_day: int
    mean_wait_weeks: Fraction | None
    naive_mean_wait_weeks: Fraction | None = None
    bound_mean_wait_weeks: Fraction | None = None
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    out_of_order: tuple[OutOfOrder, ...] = ()
    prices: tuple[Price, ...] = ()
    waiting: Mapping[str, Fraction] = field(default_factory=dict)
    published: KeptDates | None = None

    @property
    def gap(self) -> Fraction | None:
        """How far the cost may be above the best, cost ÷ bound − 1; None without bound."""
        return self.cost / self.bound - 1 if self.bound else None

    @property
    def interrupted(self) -> bool:
        """Whether it is only the best that was found until an interruption."""
        return self.status is SolveStatus.INTERRUPTED


def uninterrupted(plan: Plan) -> Plan:
    """A plan that is an answer: with one that is not, its interruption goes on.

    Raises:
        KeyboardInterrupt: the plan is only the best so far.

    """
    if plan.interrupted:
        raise KeyboardInterrupt
    return plan
