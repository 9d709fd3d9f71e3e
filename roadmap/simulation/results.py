"""The results: ranges of ends, chances of dates, and what is worth narrowing first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from roadmap.model.calendar import Period


class DatedKind(StrEnum):
    """What makes a date one to keep: an obligation, a deadline, or a commitment."""

    MUST = "must"
    DEADLINE = "deadline"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class EndRange:
    """The last working day of something in 10, 50, 85 and 90 of 100 draws.

    `chance` is the share of draws in which it is over by the day that the plan gives.
    """

    p10: int
    p50: int
    p85: int
    p90: int
    chance: Fraction


@dataclass(frozen=True, slots=True)
class DateChance:
    """A date to keep, with the share of draws that keep it.

    `error` is the standard error of that share, `safe_day` the first working day that is
    kept with the chance that counts as safe.
    """

    id: str
    kind: DatedKind
    by: Period
    chance: Fraction
    error: float
    safe_day: int


@dataclass(frozen=True, slots=True)
class WaitRange:
    """The average time to value in weeks: in 10, 50 and 90 of 100 draws."""

    p10: Fraction
    p50: Fraction
    p90: Fraction


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By how many weeks the range of `of` shrinks once an estimate is certain.

    The range is that from P10 to P90; the estimate is that of `team` in `id`, or, with
    `team` None, the date on which somebody else delivers it.
    """

    id: str
    team: str | None
    of: str
    weeks: Fraction


class WidthKind(StrEnum):
    """What makes a range wide: its own length, or what holds its start.

    A dependency that ends then, the team's other work that ends then, whose turn it is, or
    a date.
    """

    OWN = "own"
    DEPENDENCY = "dependency"
    TEAM = "team"
    TURN = "turn"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class WidthShare:
    """A share of the variance of an end; below 0 where it makes the range narrower.

    `other` is the initiative, and `team` the team, where the kind names them.
    """

    kind: WidthKind
    other: str | None
    team: str | None
    share: Fraction


@dataclass(frozen=True, slots=True)
class PlanForecast:
    """What a plan may turn out to be.

    `calibrated` is how many delivered pieces of work the forecast rests on, 0 if none.
    `ranges` are by id, of everything in the plan; `finish` is that of the final delivery.
    `wait` is None where nothing placed has value. `narrow_first` is None where nobody
    asked; `widths` says why ranges are wide, of those that somebody asked about.
    """

    draws: int
    seed: int
    safe: Fraction
    calibrated: int
    ranges: Mapping[str, EndRange]
    finish: EndRange
    wait: WaitRange | None
    dates: tuple[DateChance, ...]
    narrow_first: tuple[Narrowing, ...] | None = None
    widths: Mapping[str, tuple[WidthShare, ...]] = field(default_factory=dict)

    def date_of(self, id: str, *, promise: bool) -> DateChance | None:
        """The chance of an initiative's commitment, or of its deadline."""
        return next(
            (
                date
                for date in self.dates
                if date.id == id and (date.kind is DatedKind.PROMISE) is promise
            ),
            None,
        )
