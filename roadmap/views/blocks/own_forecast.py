"""An initiative's range, the chance of its date, and why the range is wide."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import joined, percent
from roadmap.simulation.results import EndRange, WidthKind, WidthShare
from roadmap.views.answer import Answer
from roadmap.views.page import Line
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.forecasts import OFTEN, basis, chance_text, range_text
from roadmap.views.phrases.names import quoted

SHOWN = 4
"""Shares that are named; the others are one."""
LEAST = Fraction(1, 100)


def own_forecast(answer: Answer, id: str) -> Iterator[Line]:
    """The range of an end in a line, and what makes it wide in another."""
    forecast = answer.forecast
    ends = forecast and forecast.ranges.get(id)
    if not forecast or not isinstance(ends, EndRange):
        return
    said = range_text(answer.portfolio, ends, exact=True)
    median = spelled(answer.portfolio, answer.portfolio.calendar.date_of(ends.p50))
    chance = chance_text(ends.chance, forecast.draws)
    yield Line(
        f"Forecast: {said} ({OFTEN}), median {median}; chance of the plan's date: {chance} "
        f"({basis(forecast)})."
    )
    if shares := forecast.widths.get(id):
        yield Line(f"What makes the range wide: {_causes(answer, shares)}.")


def _causes(answer: Answer, shares: tuple[WidthShare, ...]) -> str:
    """The largest shares by name, and the others together, so that all add up."""
    named = [share for share in shares[:SHOWN] if abs(share.share) >= LEAST]
    rest = 1 - sum((width_share.share for width_share in named), Fraction(0))
    said = [
        f"{_cause(answer, width_share)} {percent(width_share.share, 0)}"
        for width_share in named
    ]
    if abs(rest) >= LEAST / 2:
        said.append(f"everything else {percent(rest, 0)}")
    return joined(said)


def _cause(answer: Answer, width_share: WidthShare) -> str:
    other = quoted(answer.portfolio, width_share.other) if width_share.other else ""
    match width_share.kind:
        case WidthKind.OWN:
            return "its own work"
        case WidthKind.DEPENDENCY:
            return f"its dependency {other}"
        case WidthKind.TEAM:
            return f"{width_share.team} busy with {other}"
        case WidthKind.TURN:
            return f"its turn in {width_share.team} after {other}"
    return "dates"
