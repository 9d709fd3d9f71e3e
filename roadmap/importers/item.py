"""What an export says of one piece of work, in the tracker's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from roadmap.model.initiative import Status


class EstimateUnit(StrEnum):
    """What an estimate counts."""

    SECONDS = "seconds"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    POINTS = "points"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Estimate:
    """How much work the tracker expects; the amount is above zero.

    `word` is that of a size, such as `M`, otherwise empty.
    """

    amount: Fraction
    unit: EstimateUnit
    word: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link that orders nothing, such as a duplicate: its word, and the other end."""

    word: str
    to: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an export, before anything is decided about it.

    `key` names it in the tracker and is unique in the export; `aliases` are the other
    names that parents and links use (a numeric id, a short id, a title). `parent`,
    `depends_on`, `blocks` and `relations` hold such names as they are written; what they
    mean is found later. `blocks` says a dependency from its other side. `follows` are
    steps of the same parent that come first: they order initiatives only where such
    steps become initiatives of their own.

    `status` is the tracker's word; `state` is given only where something surer than the
    word decides (a status category, a resolution, a closed flag). `level` is 0 for the
    lowest items, 1 for what holds them (an epic), None where the tracker has no levels.
    Dates are days, in the time zone of the export. `extra` holds every other column that
    has a value, by its name, so that it can be kept or be counted as lost; a name stands
    once for each value.
    """

    key: str
    title: str
    url: str = ""
    description: str = ""
    kind: str = ""
    level: int | None = None
    status: str = ""
    state: Status | None = None
    priority: str = ""
    estimate: Estimate | None = None
    remaining: Estimate | None = None
    spent: Estimate | None = None
    owners: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    theme: str = ""
    created: date | None = None
    updated: date | None = None
    started: date | None = None
    finished: date | None = None
    starts: date | None = None
    due: date | None = None
    parent: str = ""
    depends_on: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    aliases: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = field(default=())
