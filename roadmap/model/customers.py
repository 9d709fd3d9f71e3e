"""Customers and their needs, objectives, and the evidence for both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.actuals import Actual
from roadmap.model.calendar import Period


@dataclass(frozen=True, slots=True)
class Segment:
    """A group of customers. Absent numbers are None: customers 1, prospects 0, weight 1."""

    id: str
    title: str
    place: Place
    customers: Fraction | None = None
    prospects: Fraction | None = None
    lifetime_value: Fraction | None = None
    weight: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """The importance of a need and satisfaction with it, 0 to 10; None if not asked."""

    importance: Fraction | None = None
    satisfaction: Fraction | None = None


@dataclass(frozen=True, slots=True)
class DatedSurvey:
    """A survey of one need. Whatever it leaves out, older ones may say.

    `sample` counts answers; `evidence` is the id of its source.
    """

    date: Period
    place: Place
    importance: Fraction | None = None
    satisfaction: Fraction | None = None
    by_segment: tuple[tuple[str, Survey], ...] = ()
    sample: int | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """Something customers want, in their words.

    `affects` is the share of customers who have it in a year (None: all, assumed).
    `survey` and `by_segment` are the plain numbers, from the day `surveyed`; `surveys`
    take their place. `anticipated`: nobody has voiced it yet. `named_only` marks a need
    that exists only because an outcome names it.
    """

    id: str
    statement: str
    place: Place
    stage: str | None = None
    survey: Survey = Survey()
    affects: Fraction | None = None
    by_segment: tuple[tuple[str, Survey], ...] = ()
    evidence: tuple[str, ...] = ()
    named_only: bool = False
    surveyed: Period | None = None
    surveys: tuple[DatedSurvey, ...] = ()
    anticipated: bool = False


@dataclass(frozen=True, slots=True)
class KeyResult:
    """A measured goal: from `baseline` to `target` in `unit`, `by` a date.

    `actual` is what was measured since, in the order of the file.
    """

    metric: str
    baseline: Fraction | None = None
    target: Fraction | None = None
    unit: str = ""
    by: date | None = None
    actual: tuple[Actual, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """What the organisation wants; `kind` is customer, commercial or operational."""

    id: str
    title: str
    kind: str
    weight: Fraction
    place: Place
    key_results: tuple[KeyResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Support for a claim. `sample` counts answers; None where something is not stated.

    `stage`, `channel`, `segments` and `heard_from` say where, and whom, it comes from.
    """

    id: str
    kind: str
    place: Place
    date: date | None = None
    sample: int | None = None
    says: str = ""
    link: str = ""
    stage: str | None = None
    channel: str = ""
    segments: tuple[str, ...] = ()
    heard_from: tuple[str, ...] = ()
