"""One of several scenarios side by side, or today: what was computed, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.studies.difference import Difference
from roadmap.studies.effects import ScenarioEffect
from roadmap.views.answer import Answer

TODAY = "today"
"""What the portfolio as it is is called beside what could be."""
WHAT_IF = "what-if"
"""What is supposed by options alone is called."""


@dataclass(frozen=True, slots=True)
class ScenarioSide:
    """A column: its answer, and the name that it is asked for by.

    `difference` is what it moves, None for today; `effects` are what it buys and costs.
    """

    answer: Answer
    name: str
    title: str = ""
    why: str = ""
    difference: Difference | None = None
    effects: tuple[ScenarioEffect, ...] = ()

    @property
    def moved(self) -> int:
        """How many initiatives start or end on other days than today."""
        shifts = self.difference.shifts if self.difference else ()
        return sum(shift.dated for shift in shifts)
