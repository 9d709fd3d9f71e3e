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
    found = forecast.narrow_first or ()
    shown = found if answer.all else found[:SHOWN]
    lines = [Line(_said(answer, each), "item") for each in shown]
    if more := len(found) - len(shown):
        lines.append(Line(f"and {more} more (--all)", "item"))
    lines += [Line(text, "warning") for text in _beyond(answer, forecast)]
    if lines:
        yield Prose(tuple(lines), TITLE)


def _said(answer: Answer, each: Narrowing) -> str:
    name = quoted(answer.portfolio, each.id)
    what = f"The {each.team} effort of {name}" if each.team else f"The date of {name}"
    weeks = count(Fraction(brief(each.weeks)), "week")
    of = "its own range" if each.of == each.id else quoted(answer.portfolio, each.of)
    if each.of == each.id:
        return f"{what}: takes up to {weeks} off {of}."
    return f"{what}: takes up to {weeks} off the range of {of}."


def _beyond(answer: Answer, forecast: PlanForecast) -> Iterator[str]:
    """The dates with a chance below one half."""
    half = Fraction(1, 2)
    low = dict.fromkeys(each.id for each in forecast.dates if each.chance < half)
    names = [quoted(answer.portfolio, id) for id in low if answer.shows(id)]
    if names:
        date = "the date" if len(names) == 1 else "the dates"
        yield (
            f"Narrowing will not save {date} of {listed(names)}: the chance is below 50 %. "
            "Less scope, more people or another order might."
        )
