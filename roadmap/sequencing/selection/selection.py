"""A selection: what is funded, what is below the line, and what each limit has left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from roadmap.sequencing.results import SolveStatus
from roadmap.sequencing.selection.limits import FundingLimit


class ForcedKind(StrEnum):
    """Why something is funded whatever it is worth; NEEDED: something forced needs it."""

    MANDATORY = "mandatory"
    RUNNING = "running"
    COMMITTED = "committed"
    NEEDED = "needed"


class BelowKind(StrEnum):
    """Why something is not funded.

    LIMIT: with what it needs it is more than is left. SCORE: with what it needs it scores
    below the minimum. WORTHLESS: it adds no value. FULL: forced work alone is over a limit.
    """

    LIMIT = "limit"
    SCORE = "score"
    WORTHLESS = "worthless"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Below:
    """Something that is not funded.

    `needs` are its prerequisites that are not funded either. With them it would add
    `value`, and take `effort` person-weeks. `short` is how much more of each limit that
    takes than is left, by the limit's place, where it is more.
    """

    id: str
    kind: BelowKind
    needs: tuple[str, ...]
    value: Fraction
    effort: Fraction
    short: Mapping[int, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LimitUse:
    """A limit and what is taken of it: by delivered, forced and other funded work."""

    limit: FundingLimit
    forced: Fraction
    chosen: Fraction

    @property
    def used(self) -> Fraction:
        """How much is taken in all."""
        return self.limit.delivered + self.forced + self.chosen

    @property
    def left(self) -> Fraction:
        """How much is left; below 0 where forced work alone is over."""
        return self.limit.amount - self.used


@dataclass(frozen=True, slots=True)
class Selection:
    """What is funded.

    `funded` and `below` together are everything that can be scheduled, `funded` by id and
    `below` with what just missed first. `forced` says why of each that is funded whatever
    it is worth. `value` and `bound` are over what is funded, in the framework's unit;
    `effort` is the person-weeks left in it, `cost` its money.
    """

    funded: tuple[str, ...]
    forced: Mapping[str, ForcedKind]
    below: tuple[Below, ...]
    uses: tuple[LimitUse, ...]
    value: Fraction
    bound: Fraction
    status: SolveStatus
    effort: Fraction
    cost: Fraction

    @property
    def gap(self) -> Fraction | None:
        """How far the best may be above the value, as a share; None without value."""
        return self.bound / self.value - 1 if self.value else None

    @property
    def over(self) -> tuple[LimitUse, ...]:
        """The limits that forced work alone exceeds."""
        return tuple(use for use in self.uses if use.left < 0)
