"""Dates to keep that a difference puts at risk, or back on track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.simulation.results import DateChance, PlanForecast
from roadmap.studies.chances import DateKey, by_date
from roadmap.studies.difference import Difference
from roadmap.studies.forecast_position import DateStatus, ForecastPosition
from roadmap.studies.shifts import Shift
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.causes import move_sentence, names_of
from roadmap.views.phrases.dates_to_keep import date_to_keep
from roadmap.views.phrases.forecasts import chance_text


def dates_at_risk(answer: Answer, difference: Difference) -> Iterator[Line]:
    """Deadlines and commitments that are at risk and were not, then the reverse."""
    sides = tuple(map(_side, difference.forecasts or (None, None)))
    kept = [shift for shift in difference.shifts if answer.shows(shift.id)]
    for risk, promise in ((True, False), (True, True), (False, False), (False, True)):
        for shift in kept:
            before = sides[0].at_risk(shift.before, promise)
            after = sides[1].at_risk(shift.after, promise)
            turned = after and not before if risk else before and after is False
            if turned:
                chances = [side.chance(shift.id, promise) for side in sides]
                text = _sentence(difference, shift, risk, promise, chances)
                yield Line(text, "warning" if risk else "good")


@dataclass(frozen=True, slots=True)
class _Side:
    """The chances of a side by date, the draws that tell them, and what counts as safe."""

    dates: Mapping[DateKey, DateChance]
    draws: int
    safe: Fraction

    def at_risk(self, position: ForecastPosition | None, promise: bool) -> bool | None:
        """Whether a date is missed or too unlikely; None where it is no date to keep."""
        status = position and (position.promise if promise else position.deadline)
        if position is None or status is None:
            return None
        date = self.dates.get((position.id, promise))
        return status is DateStatus.MISSED or (date is not None and date.chance < self.safe)

    def chance(self, id: str, promise: bool) -> str:
        """The chance of a date; empty where it is not forecast."""
        date = self.dates.get((id, promise))
        return chance_text(date.chance, self.draws) if date else ""


def _side(forecast: PlanForecast | None) -> _Side:
    if forecast is None:
        return _Side({}, 0, Fraction(0))
    return _Side(by_date(forecast), forecast.draws, forecast.safe)


def _sentence(
    difference: Difference, shift: Shift, risk: bool, promise: bool, chances: list[str]
) -> str:
    """`Now at risk: “Refunds”, deadline by 12 Feb. It moves 3 weeks later because …`."""
    what = "Now at risk" if risk else "Back on track"
    name = names_of(difference).initiative(shift.id)
    date = date_to_keep(difference, shift.id, promise=promise)
    chance = " → ".join(filter(None, chances))
    ends = shift.end or 0
    moves = shift.dated and (shift.end is None or (ends > 0 if risk else ends < 0))
    said = f"{what}: {name}, {date}{f', chance {chance}' if chance else ''}."
    return f"{said} {move_sentence(difference, shift)}" if moves else said
