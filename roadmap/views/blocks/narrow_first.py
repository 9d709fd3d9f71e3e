"""Which estimates are worth a closer look before anything else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.scoring.figures import brief
from roadmap.simulation.results import Narrowing, PlanForecast
from roadmap.views.answer import Answer
from roadmap.views.page import Line, Prose
from roadmap.views.phrases.english import count, listed
from roadmap.views.phrases.names import quoted

SHOWN = 5
TITLE = "What to narrow first"


def narrow_first(answer: Answer, forecast: PlanForecast) -> Iterator[Prose]:
    """The estimates that shorten a range most, and the dates that none of them saves."""
    narrowings = forecast.narrow_first or ()
    shown = narrowings if answer.all else narrowings[:SHOWN]
    lines = [Line(_said(answer, narrowing), "item") for narrowing in shown]
    if more := len(narrowings) - len(shown):
        lines.append(Line(f"and {more} more (--all)", "item"))
    lines += [Line(text, "warning") for text in _beyond(answer, forecast)]
    if lines:
        yield Prose(tuple(lines), TITLE)


def _said(answer: Answer, narrowing: Narrowing) -> str:
    name = quoted(answer.portfolio, narrowing.id)
    what = (
        f"The {narrowing.team} effort of {name}"
        if narrowing.team
        else f"The date of {name}"
    )
    weeks = count(Fraction(brief(narrowing.weeks)), "week")
    of = (
        "its own range"
        if narrowing.of == narrowing.id
        else quoted(answer.portfolio, narrowing.of)
    )
    if narrowing.of == narrowing.id:
        return f"{what}: takes up to {weeks} off {of}."
    return f"{what}: takes up to {weeks} off the range of {of}."


def _beyond(answer: Answer, forecast: PlanForecast) -> Iterator[str]:
    """The dates with a chance below one half."""
    half = Fraction(1, 2)
    low = dict.fromkeys(
        date_chance.id for date_chance in forecast.dates if date_chance.chance < half
    )
    names = [quoted(answer.portfolio, id) for id in low if answer.shows(id)]
    if names:
        date = "the date" if len(names) == 1 else "the dates"
        yield (
            f"Narrowing will not save {date} of {listed(names)}: the chance is below 50 %. "
            "Less scope, more people or another order might."
        )
