"""Spreads: how far work may be off from the number that the plan counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from roadmap.model.amounts import Range
from roadmap.model.initiative import Initiative, Status
from roadmap.simulation.normal import P90
from roadmap.simulation.reference_class import ReferenceClass
from roadmap.simulation.settings import ForecastSettings

PARTS = 1000
"""Factors are whole thousandths, so that no machine's last digit decides."""
_LEAST = 1 / 20
"""A low end below this share of the median counts as this share."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How work is drawn: `middle` × its low or high slope, to the power of luck.

    `below` and `above` are ln(middle ÷ P10) and ln(P90 ÷ middle), per standard normal
    deviation; `shift` is the median as a multiple of what the plan counts.
    """

    below: float
    above: float
    shift: float = 1.0

    @property
    def uncertain(self) -> bool:
        """Whether chance changes anything."""
        return bool(self.below or self.above)

    def factors(self, luck: Sequence[float]) -> list[int]:
        """The work of each draw, in thousandths of what the plan counts; at least 1."""
        below, above, unit = self.below, self.above, PARTS * self.shift
        return [int(unit * exp(z * (below if z < 0 else above)) + 0.5) or 1 for z in luck]


def spread(low: float, high: float, shift: float = 1.0) -> Spread:
    """The spread with P10 and P90 at these multiples of its median."""
    return Spread(abs(log(max(low, _LEAST))) / P90, abs(log(high)) / P90, shift)


def spread_of(
    initiative: Initiative,
    team: str,
    work: Range,
    settings: ForecastSettings,
    classes: Mapping[str | None, ReferenceClass],
) -> Spread:
    """The spread of one team's part of an initiative."""
    record = classes.get(team) or classes.get(None)
    started = initiative.status is Status.IN_PROGRESS
    shift = record.median if record and not started else 1.0
    if work.low != work.high:
        return spread(float(work.low / work.middle), float(work.high / work.middle), shift)
    if record:
        return spread(record.low / record.median, record.high / record.median, shift)
    return spread(float(settings.low), float(settings.high))
