"""`roadmap scenarios`: today and what could be, side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap.cli.command import READ, Command
from roadmap.cli.exits import LEFT_OUT, say, stop, unknown
from roadmap.cli.option import argument
from roadmap.cli.options import (
    AsOf,
    Comparing,
    Dating,
    Filtering,
    Foretelling,
    Inside,
    Ordering,
    Planning,
    Printing,
    Scoring,
)
from roadmap.cli.query_command import leave, query
from roadmap.cli.supposing import Overriding

if TYPE_CHECKING:
    from roadmap.cli.query import Query
    from roadmap.diagnostics import Finding
    from roadmap.model.portfolio import Portfolio
    from roadmap.reading.read import Read
    from roadmap.reading.scenarios import Scenarios
    from roadmap.studies.scenarios import SideBySide
    from roadmap.views.answer import Answer
    from roadmap.views.scenario_side import ScenarioSide


@dataclass(frozen=True, kw_only=True)
class ScenariosOptions(
    Inside,
    AsOf,
    Overriding,
    Scoring,
    Ordering,
    Planning,
    Comparing,
    Foretelling,
    Filtering,
    Printing,
    Dating,
):
    """Every option of `scenarios`."""

    names: list[str] | None = argument(
        None, "NAME", "Files in scenarios/, named without .yaml; default: all."
    )


def scenarios(given: ScenariosOptions) -> None:
    """Compare today's plan with scenarios: what each buys, and what it costs."""
    from roadmap.cli.output import put, targets
    from roadmap.cli.query import refuse_unknown
    from roadmap.views.pages.scenarios import page

    where = targets(given.formats, given.output, "terminal")
    asked = query(given)
    reads, unread = _reads(given, asked)
    refuse_unknown(asked.filters, *(read.portfolio for read in reads.values()))
    answers = [_answer(asked, read) for read in reads.values()]
    found = _side_by_side(asked, [read.portfolio for read in reads.values()])
    sides = _sides(found, list(reads), answers)
    put(page(found, sides, unread), where, all=given.all, force=given.force)
    for file in unread:
        say(f"`{file}` cannot be read; `roadmap check` says why")
    leave(answers[0])
    _leave(sides)
    if unread:
        sys.exit(LEFT_OUT)


def _reads(given: ScenariosOptions, asked: Query) -> tuple[dict[str, Read], list[str]]:
    """The portfolio as it is, then as it would be, by name; and files that are left out."""
    from roadmap.cli.load import portfolio_at, reader_of, refuse_broken, sources_of
    from roadmap.cli.supposing import overlay_of
    from roadmap.reading.scenarios import scenarios as scenarios_of
    from roadmap.views.scenario_side import TODAY, WHAT_IF

    folder = portfolio_at(given.where)
    reader = reader_of(sources_of(folder), given.as_of, kept=True)
    reads = {TODAY: refuse_broken(reader.read(), folder)}
    known = scenarios_of(reader.files)
    for name in _names(given, known):
        reads[name] = reader.read(known.overlay(name))
    if asked.supposed:
        reads[WHAT_IF] = reader.read(overlay_of(reader.files, asked.supposed))
    unread = () if given.names else known.broken.values()
    return reads, [reader.files.sources.shown(file) for file in unread]


def _names(given: ScenariosOptions, known: Scenarios) -> list[str]:
    """The scenarios that are compared, in the order in which they are named."""
    if known.broken and not known.known and not given.names:
        stop("no file in `scenarios/` can be read; `roadmap check` says why")
    for name in given.names or ():
        if name in known.broken:
            stop(f"`{known.broken[name]}` cannot be read; `roadmap check` says why")
        if name not in known.known and Path(name).is_dir():
            stop(f"no scenario `{name}`; name the portfolio's folder with -C {name}")
        if name not in known.known:
            unknown("scenario", name, known.known)
    return list(dict.fromkeys(given.names or known.known))


def _answer(asked: Query, read: Read) -> Answer:
    """What was read with its findings; stops where an option is wrong."""
    from roadmap.cli.compute import checked, engaged, framework_of, shown

    framework = framework_of(asked.framework or read.portfolio.framework)
    answer = checked(engaged(asked, read), framework)
    return replace(answer, shown=shown(asked, read), exact=asked.exact, all=asked.all)


def _side_by_side(asked: Query, portfolios: Sequence[Portfolio]) -> SideBySide:
    from roadmap.cli.compute import outlook_options
    from roadmap.cli.query import Forecasting
    from roadmap.studies.scenarios import side_by_side
    from roadmap.writers.terminal.progress import progress

    options = outlook_options(asked, warm=True)
    foretold = asked.forecast is not Forecasting.NEVER
    today, *others = portfolios
    with progress("Planning scenarios", len(portfolios)) as told:
        return side_by_side(today, others, options, told, forecast=foretold)


def _sides(
    found: SideBySide, names: Sequence[str], answers: Sequence[Answer]
) -> tuple[ScenarioSide, ...]:
    """Each side with its plan, and all but today with what they buy and cost."""
    from roadmap.studies.effects import effects
    from roadmap.views.scenario_side import ScenarioSide

    foretold = found.forecasts or (None,) * len(names)
    differences = (None, *found.others)
    sides = []
    for number, outlook in enumerate(found.outlooks):
        answer = replace(
            answers[number],
            scores=outlook.scores,
            sequence=outlook.sequence,
            plan=outlook.plan,
            forecast=foretold[number],
        )
        moved = differences[number]
        pair = (found.forecasts[0], found.forecasts[number]) if found.forecasts else None
        bought = effects(moved, found.quarters[1], pair) if moved else ()
        last = answer.overlay.suppositions[-1:]
        title, why = (last[0].title, last[0].why) if last else ("", "")
        side = ScenarioSide(answer, names[number], title, why, moved, bought)
        sides.append(side)
    return tuple(sides)


def _leave(sides: Sequence[ScenarioSide]) -> None:
    """Exit 1 with a message if an error leaves something out of a scenario."""
    from roadmap.cli.what_if_errors import say_what_if_errors

    today, *others = sides
    known = {it.fingerprint for it in _errors(today)}
    lost = {
        side.name: errors
        for side in others
        if (errors := [it for it in _errors(side) if it.fingerprint not in known])
    }
    files = [
        side.name
        for side in others
        if side.name in lost and not side.answer.overlay.options
    ]
    if files:
        said = ", ".join(f"`{name}`" for name in files)
        say(f"errors leave something out of {said}; `roadmap check` shows them")
    for side in others:
        if side.name in lost and side.answer.overlay.options:
            say_what_if_errors(lost[side.name])
    if lost:
        sys.exit(LEFT_OUT)


def _errors(side: ScenarioSide) -> list[Finding]:
    from roadmap.diagnostics import Severity

    return [it for it in side.answer.findings if it.severity is Severity.ERROR]


COMMAND = Command("scenarios", scenarios, ScenariosOptions, READ, 6)
