"""Actuals: the measured values of a metric over time."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from roadmap.diagnostics import Place
from roadmap.model.calendar import Period


@dataclass(frozen=True, slots=True)
class Actual:
    """A metric as it was read on a date; `evidence` is the id of what says so."""

    date: Period
    value: Fraction
    place: Place
    evidence: str | None = None
