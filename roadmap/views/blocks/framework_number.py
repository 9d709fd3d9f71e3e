"""A score or value with the digits that its framework gives it: as a cell, as text."""

from __future__ import annotations

from fractions import Fraction

from roadmap.scoring.figures import figure, significant
from roadmap.scoring.framework import Framework
from roadmap.views.page import Number


def number(framework: Framework, value: Fraction | None) -> Number | None:
    """A score or value with the digits that its framework gives it; None where unknown."""
    return None if value is None else Number(value, significant=framework.digits)


def amount(framework: Framework, value: Fraction) -> str:
    """A score or a value as text, with the digits that its framework gives it."""
    return significant(value, framework.digits) if framework.digits else figure(value)
