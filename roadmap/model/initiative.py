"""An initiative: a piece of work with outcomes, effort and dependencies."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.amounts import Level, Range
from roadmap.model.calendar import Period


class Status(StrEnum):
    """The stage that an initiative has reached, from idea to delivered or dropped."""

    IDEA = "idea"
    PROPOSED = "proposed"
    COMMITTED = "committed"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    DELIVERED = "delivered"
    DROPPED = "dropped"


def compared(word: str) -> str:
    """A team's own word for a status, without regard to case and to space around it.

    >>> compared("  In Review ")
    'in review'
    """
    return unicodedata.normalize("NFC", word.casefold()).strip()


@dataclass(frozen=True, slots=True)
class Measure:
    """How an outcome will be measured: a metric, from baseline to target by a date.

    `actual` is what it turned out to be, in the order of the file.
    """

    metric: str
    baseline: Fraction | None = None
    target: Fraction | None = None
    unit: str = ""
    by: Period | None = None
    actual: tuple[Actual, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry of `outcomes` (on a need) or `contributes_to` (on an objective).

    None means not stated: then `segments` are all, `reach` is 100 %, `impact` medium, and
    `confidence` the cap of the evidence. `evidence` is the claim's own.
    """

    target: str
    place: Place
    segments: tuple[str, ...] | None = None
    reach: Range | None = None
    impact: Level | None = None
    confidence: Level | None = None
    evidence: tuple[str, ...] = ()
    measure: Measure | None = None
    protects: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One team's share of an initiative.

    `work` is in person-days of that team, zero or more; `people` None means the number
    that the team gives to any initiative.
    """

    team: str
    work: Range
    people: Fraction | None = None


_NATURES = {"law": "regulatory", "contract": "contractual"}


@dataclass(frozen=True, slots=True)
class Must:
    """What makes an initiative mandatory: law, contract or safety."""

    why: str
    note: str = ""

    @property
    def nature(self) -> str:
        """What kind of obligation it is, as people call it.

        >>> Must("law").nature, Must("safety").nature
        ('regulatory', 'safety')
        """
        return _NATURES.get(self.why, self.why)


@dataclass(frozen=True, slots=True)
class Pin:
    """A decision that an initiative goes first, and who made it."""

    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment: a date told to somebody, inclusive."""

    period: Period
    to: str = ""


@dataclass(frozen=True, slots=True)
class Initiative:
    """One initiative, as stated.

    `status_word` is the team's own word for `status`, empty if the file uses ours. `owners`
    are in the order of the file. `kind`, `priority` and `parent` are as typed; `relations`
    maps a word such as `replaces` to ids or other text.

    `depends_on` None means not declared, `()` that it depends on nothing. `effort` is
    what counts, stated or assumed (`effort_assumed`); a milestone has none. `remaining`
    None means not stated, and so does `spent`, the work that it took. Without a title,
    `title` is the id (`untitled`). `not_before_range` is set where a range was stated;
    `not_before` is then the day in its middle. `overrides` holds the sections of
    frameworks, by name, `extra` the `x-` keys.
    """

    id: str
    title: str
    place: Place
    theme: str = ""
    status: Status = Status.PROPOSED
    status_word: str = ""
    kind: str = ""
    untitled: bool = False
    summary: str = ""
    owners: tuple[str, ...] = ()
    priority: str = ""
    parent: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    outcomes: tuple[Claim, ...] = ()
    contributions: tuple[Claim, ...] = ()
    evidence: tuple[str, ...] = ()
    effort: tuple[Part, ...] = ()
    effort_assumed: bool = False
    remaining: tuple[Part, ...] | None = None
    spent: tuple[Part, ...] | None = None
    depends_on: tuple[str, ...] | None = None
    related: tuple[str, ...] = ()
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_before: Period | None = None
    not_before_range: Period | None = None
    deadline: Period | None = None
    promised: Promise | None = None
    must: Must | None = None
    pin: Pin | None = None
    team: str | None = None
    cost: Fraction | None = None
    internal: bool = False
    perspectives: tuple[tuple[str, str], ...] = ()
    created: date | None = None
    updated: date | None = None
    started: date | None = None
    delivered: Period | None = None
    because: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The work left: `remaining` if in progress and stated, otherwise `effort`."""
        if self.status is Status.IN_PROGRESS and self.remaining is not None:
            return self.remaining
        return self.effort

    @property
    def work(self) -> Fraction:
        """Person-days left, over all teams."""
        return sum((part.work.middle for part in self.parts), Fraction(0))

    @property
    def is_milestone(self) -> bool:
        """Whether no effort is left."""
        return not any(part.work.middle for part in self.parts)
