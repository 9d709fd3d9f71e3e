"""Customers and their needs, objectives, and the evidence for both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.diagnostics import Place


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
class Need:
    """Something customers want, in their words.

    `affects` is the share of customers who have it in a year (None: all, assumed);
    `named_only` marks a need that exists only because an outcome names it.
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


@dataclass(frozen=True, slots=True)
class KeyResult:
    """A measured goal: from `baseline` to `target` in `unit`, `by` a date."""

    metric: str
    baseline: Fraction | None = None
    target: Fraction | None = None
    unit: str = ""
    by: date | None = None


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
    """Support for a claim. `sample` counts answers; None where something is not stated."""

    id: str
    kind: str
    place: Place
    date: date | None = None
    sample: int | None = None
    says: str = ""
    link: str = ""
