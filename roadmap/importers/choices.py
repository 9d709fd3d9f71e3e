"""What the user decides about items that become initiatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

WORKING_HOURS = Fraction(8)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """The decisions of one import.

    `level` is a number (0 for the lowest items) or the kind of item that becomes an
    initiative, None for the usual level; `flat`: every item becomes one. `point` is the
    work of one point in person-days, None where points are not converted; `sizes` are
    those that have a work in person-days, by their names. `team` does the
    work; without it, `whose` says whether that is clear anyway. `priority_need` is the
    need whose impact a priority stands for, None where priorities score nothing. `keep`
    are columns that become `x-` keys. `statuses` and `words` map the tracker's status
    words to ours; the first also win over the tracker's own categories of open work.
    """

    level: int | str | None = None
    flat: bool = False
    point: Fraction | None = None
    sizes: Mapping[str, Fraction] = field(default_factory=dict)
    team: str | None = None
    whose: bool = True
    priority_need: str | None = None
    keep: tuple[str, ...] = ()
    statuses: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    days_a_week: int = 5
    hours_a_day: Fraction = WORKING_HOURS
