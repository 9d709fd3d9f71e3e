"""The scenarios page: today and what could be, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.studies.scenarios import SideBySide
from roadmap.views.blocks.notices import headed, left_out, left_out_lines, notices
from roadmap.views.blocks.scenario_tables import (
    Sides,
    dates_table,
    figures_table,
    first_quarter,
)
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Line, Page, Prose
from roadmap.views.phrases.dates import whole
from roadmap.views.phrases.effects import EffectWords
from roadmap.views.phrases.english import listed
from roadmap.views.scenario_side import ScenarioSide
from roadmap.views.scenarios_data import scenarios_data
from roadmap.views.what_if import supposed_lines

LEGEND = (
    "Average time to value: weighted by value, from {} to delivery, over all that a plan "
    "schedules. How much sooner or later value arrives compares what both plans schedule."
)
FILTERED = (
    "What is bought, what it costs and the figures count every initiative; the filters "
    "choose the rows below."
)
NONE_YET = (
    "There are no scenarios yet. Write one as `scenarios/NAME.yaml` beside portfolio.yaml, "
    "or try a change without a file: `roadmap scenarios --set teams.TEAM.people=5`."
)


def page(found: SideBySide, sides: Sides, unread: Sequence[str] = ()) -> Page:
    """Scenarios side by side; the first side is today, `unread` are files left out."""
    today = sides[0].answer
    title = headed(today, f"scenarios as of {whole(today.portfolio.as_of)}")
    data = envelope(today, scenarios=scenarios_data(found, sides))
    lost = left_out_lines([f"`{file}` cannot be read" for file in unread])
    first = (Prose(lost),) if lost else ()
    return Page(title, (*first, *notices(today), *_blocks(found, sides)), data)


def _blocks(found: SideBySide, sides: Sides) -> Iterator[Block]:
    known = set(left_out(sides[0].answer))
    for side in sides[1:]:
        lost = (line for line in left_out(side.answer) if line not in known)
        yield Prose((*_what(side), *lost, *_bought(found, side)), side.title)
    if len(sides) == 1:
        yield Prose((Line(NONE_YET),))
    yield figures_table(found, sides)
    if sides[0].answer.shown is not None:
        yield Prose((Line(FILTERED, "faint"),))
    yield dates_table(sides)
    yield from first_quarter(found, sides)
    portfolio = sides[0].answer.portfolio
    since = whole(max(portfolio.as_of, portfolio.calendar.date_of(0)))
    yield Prose((Line(LEGEND.format(since), "faint"),))


def _bought(found: SideBySide, side: ScenarioSide) -> Iterator[Line]:
    """What a scenario buys, and what it costs."""
    if side.difference is None:
        return
    words = EffectWords(side.difference, side.answer.framework.unit, found.quarters[1])
    bought, paid = (words.sentence(side.effects, gain=gain) for gain in (True, False))
    yield Line(f"{bought}.", "good", lead="What it buys:")
    yield Line(f"{paid}.", lead="What it costs:")


def _what(side: ScenarioSide) -> Iterator[Line]:
    """Why anybody would want it, and how to ask for it."""
    chain = [it for it in side.answer.overlay.suppositions if it.scenario]
    if not chain:
        yield from supposed_lines(side.answer)
        return
    if side.why:
        yield Line(side.why)
    bases = listed([f"“{base.title}”" for base in chain[:-1]])
    on = f"Based on {bases}. " if bases else ""
    yield Line(f"{on}See its plan: `roadmap plan --scenario {side.name}`", "faint")
