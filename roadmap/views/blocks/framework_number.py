"""A score or value as a cell, with the digits that its framework gives it."""

from __future__ import annotations

from fractions import Fraction

from roadmap.scoring.framework import Framework
from roadmap.views.page import Number


def number(framework: Framework, value: Fraction | None) -> Number | None:
    """A score or value with the digits that its framework gives it; None where unknown."""
    return None if value is None else Number(value, significant=framework.digits)
