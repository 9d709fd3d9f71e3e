"""Scenarios as tables: figures, dates to keep, and what the first quarter delivers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from roadmap.scoring.figures import figure, percent
from roadmap.studies.outlook import Outlook
from roadmap.studies.published_shifts import kept_of
from roadmap.studies.scenarios import SideBySide, budget, delivered_by, value_by
from roadmap.views.blocks.bottleneck import shares_of_waiting, team_name
from roadmap.views.blocks.scenario_moves import moved_rows
from roadmap.views.due_dates import DueDate, DueStatus, due_dates
from roadmap.views.page import Cell, Column, Group, Line, Prose, Row, Table
from roadmap.views.phrases.commitments import deadline, lateness
from roadmap.views.phrases.dates import deserved, spelled, stated
from roadmap.views.phrases.deliveries import final_delivery
from roadmap.views.phrases.english import grouped
from roadmap.views.phrases.forecasts import chance_text
from roadmap.views.phrases.spans import in_weeks
from roadmap.views.scenario_side import TODAY, ScenarioSide

FEW = 20
"""Deliveries of the first quarter that are listed; further ones are counted."""
Sides = Sequence[ScenarioSide]


def figures_table(found: SideBySide, sides: Sides) -> Table:
    """The figures of every side, a column each."""
    outlooks = found.outlooks
    rows = [
        _row("Average time to value", (_wait(outlook) for outlook in outlooks)),
        *(_value(found, sides, when) for when in found.quarters),
        _row("Mandatory dates kept", (_kept(side, _mandatory) for side in sides)),
        _row("Open commitments kept", (_kept(side, _promised) for side in sides)),
        _row("Published dates kept", (_published(side) for side in outlooks)),
        _row("Final delivery", (_finish(side) for side in sides)),
        _row("Non-labour cost", (_money(outlook) for outlook in outlooks)),
        _row("Bottleneck", (_bottleneck(side) for side in sides)),
        *moved_rows(sides),
    ]
    kept = tuple(row for row in rows if any(cell for cell in row.cells[1:]))
    return _beside("scenarios", _columns("Figure", sides), kept, "Side by side")


def _beside(
    id: str, columns: tuple[Column, ...], rows: tuple[Row, ...], title: str
) -> Table:
    """A table with today beside others, as many as there is room for."""
    places = (place for place, column in enumerate(columns) if column.title == TODAY)
    return Table(id, columns, (Group("", rows),), title, repeated=1 + next(places, -1))


def _columns(first: str, sides: Sides) -> tuple[Column, ...]:
    """A column for what is compared, and one for each side."""
    heads = (Column(side.name, wrap=True, shrink=1) for side in sides)
    return (Column(first, shrink=2, wrap=True), *heads)


def _row(title: str, cells: Iterator[Cell]) -> Row:
    return Row((title, *cells))


def _wait(outlook: Outlook) -> str | None:
    mean = outlook.plan.mean_wait_weeks
    return None if mean is None else in_weeks(mean)


def _value(found: SideBySide, sides: Sides, when: date) -> Row:
    today = sides[0].answer
    title = f"Value by {spelled(today.portfolio, when)}"
    values = [value_by(outlook, when) for outlook in found.outlooks]
    unit = today.framework.unit
    return _row(
        title, (f"{figure(value)} {unit}" if any(values) else None for value in values)
    )


def _mandatory(due: DueDate) -> bool:
    return not due.commitment and due.initiative.must is not None


def _promised(due: DueDate) -> bool:
    return due.commitment


def open_dates(side: ScenarioSide) -> list[DueDate]:
    """The dates to keep of what is not over yet, whatever the filters choose."""
    plan = side.answer.plan
    found = due_dates(replace(side.answer, shown=None), plan) if plan else []
    return [due for due in found if due.delivered is None and due.outlook not in _OVER]


_OVER = (DueStatus.KEPT, DueStatus.DROPPED, DueStatus.DAY_UNKNOWN)


def is_kept(due: DueDate) -> bool:
    """Whether a plan keeps a date."""
    return due.slot is not None and due.slack >= 0


def _kept(side: ScenarioSide, wanted: Callable[[DueDate], bool]) -> str | None:
    dates = [due for due in open_dates(side) if wanted(due)]
    return f"{sum(map(is_kept, dates))} of {len(dates)}" if dates else None


def _published(outlook: Outlook) -> str | None:
    kept, every = kept_of(outlook.portfolio, outlook.plan)
    return f"{kept} of {every}" if every else None


def _finish(side: ScenarioSide) -> str | None:
    plan = side.answer.plan
    slots = list(plan.slots.values()) if plan else []
    return final_delivery(side.answer, slots) if slots else None


def _money(outlook: Outlook) -> str | None:
    total = budget(outlook)
    if not total and not any(it.cost for it in outlook.portfolio.initiatives.values()):
        return None
    return f"{grouped(total)} {outlook.portfolio.currency}".strip()


def _bottleneck(side: ScenarioSide) -> str | None:
    teams = shares_of_waiting(side.answer.plan) if side.answer.plan else []
    if not teams:
        return None
    (team, share), *_ = teams
    return f"{team_name(side.answer, team)}, {percent(share, 0)}"


def dates_table(sides: Sides) -> Table:
    """A row for each date to keep: its chance, or whether the plan keeps it."""
    first, *heads = _columns("Initiative", sides)
    columns = (first, Column("Due", shrink=2, wrap=True), *heads)
    dates = [{(d.initiative.id, d.commitment): d for d in open_dates(s)} for s in sides]
    keys = dict.fromkeys(key for each in dates for key in each)
    shown = [key for key in keys if _shown(sides, key[0])]
    rows = tuple(
        _date(sides, [side_dates.get(key) for side_dates in dates]) for key in shown
    )
    return _beside("dates", columns, rows, "Deadlines and commitments")


def _shown(sides: Sides, id: str) -> bool:
    """Whether the filters choose an initiative on any side."""
    return any(side.answer.shows(id) for side in sides)


def _date(sides: Sides, dates: list[DueDate | None]) -> Row:
    known = [(side, due) for side, due in zip(sides, dates, strict=True) if due]
    side, due = known[0]
    initiative, portfolio = due.initiative, side.answer.portfolio
    what = "commitment" if due.commitment else deadline(initiative)
    by = f"{stated(portfolio, due.period)}, {what}"
    cells = (_chance(side, due) for side, due in zip(sides, dates, strict=True))
    return Row((side.answer.title(initiative.id), by, *cells), id=initiative.id)


def _chance(side: ScenarioSide, due: DueDate | None) -> str:
    if due is None:
        return "–"
    if due.slot is None:
        return "not scheduled"
    if due.chance is not None and side.answer.forecast:
        return chance_text(due.chance.chance, side.answer.forecast.draws)
    return "kept" if is_kept(due) else f"{lateness(side.answer.portfolio, -due.slack)} late"


def first_quarter(found: SideBySide, sides: Sides) -> Iterator[Table | Prose]:
    """What this quarter delivers on any side, with the day on each."""
    until = found.quarters[0]
    lists = [delivered_by(outlook, until) for outlook in found.outlooks]
    every = dict.fromkeys(id for delivered in lists for id in delivered)
    ids = [id for id in every if _shown(sides, id)]
    shown = ids if sides[0].answer.all else ids[:FEW]
    rows = tuple(_delivery(id, sides, lists) for id in shown)
    title = f"Delivered by {spelled(sides[0].answer.portfolio, until)}"
    yield _beside("quarter", _columns("Initiative", sides), rows, title)
    if len(ids) > len(shown):
        more = f"and {len(ids) - len(shown)} more (--all)"
        yield Prose((Line(more, "faint"),))


def _delivery(id: str, sides: Sides, lists: list[tuple[str, ...]]) -> Row:
    known = next(side for side, ids in zip(sides, lists, strict=True) if id in ids)
    cells = (
        _day(side, id) if id in ids else "–" for side, ids in zip(sides, lists, strict=True)
    )
    return Row((known.answer.title(id), *cells), id=id)


def _day(side: ScenarioSide, id: str) -> str:
    portfolio, plan = side.answer.portfolio, side.answer.plan
    if plan is None:
        return "–"
    when = portfolio.calendar.date_of(plan.slots[id].last_day)
    assumed = portfolio.initiatives[id].effort_assumed
    return deserved(portfolio, when, assumed=assumed, exact=side.answer.exact)
