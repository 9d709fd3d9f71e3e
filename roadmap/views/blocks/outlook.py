"""The plan for readers outside the team: by horizon and by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Plan, Slot
from roadmap.views.answer import Answer
from roadmap.views.horizons import Horizon, horizon_of
from roadmap.views.page import Column, Group, Links, Row, Table
from roadmap.views.phrases.commitments import mandatory
from roadmap.views.phrases.dates import dates_of, deserved
from roadmap.views.phrases.deliveries import delivery, often
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.links import brief_links
from roadmap.views.phrases.names import quoted
from roadmap.views.phrases.owners import owners_of
from roadmap.views.phrases.targets import about

DELIVERY = "Delivery"
HORIZON_COLUMNS = (
    Column("Initiative", shrink=2, wrap=True),
    Column("Purpose", shrink=1, wrap=True),
    Column(DELIVERY),
)
QUARTER_COLUMNS = (
    Column("Delivers", shrink=1, wrap=True),
    Column("Teams", shrink=2, wrap=True),
    Column("Owner", shrink=3, optional=True, wrap=True, sparse=True),
    Column("Start"),
    Column(DELIVERY),
)
LINKS = Column("Links", shrink=3, optional=True, wrap=True)


def now_next_later(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """What starts now, next and later, and the purpose of each."""
    found: dict[Horizon, list[Row]] = {horizon: [] for horizon in Horizon}
    waiting = answer.portfolio.dependents()
    for slot in _slots(answer, plan):
        when = horizon_of(answer.portfolio, slot)
        found[when].append(_purpose(answer, plan, slot, waiting[slot.id]))
    groups = tuple(
        Group(horizon.value.capitalize(), tuple(rows))
        for horizon, rows in found.items()
        if rows
    )
    title = "Now, next and later"
    return (Table("horizons", _headed(answer, HORIZON_COLUMNS), groups, title),)


def by_quarter(answer: Answer, plan: Plan) -> tuple[Table, ...]:
    """What each quarter delivers."""
    fiscal = answer.portfolio.fiscal_year
    found: dict[tuple[int, int], list[Row]] = {}
    slots = sorted(_slots(answer, plan), key=lambda slot: (slot.end_day, slot.id))
    linked = any(answer.portfolio.initiatives[slot.id].links for slot in slots)
    columns = _headed(answer, (*QUARTER_COLUMNS, LINKS) if linked else QUARTER_COLUMNS)
    for slot in slots:
        start, end = dates_of(answer.portfolio, slot)
        quarter = fiscal.quarter_of(end)
        row = _stay(answer, slot, start)
        found.setdefault(quarter, []).append(replace(row, cells=row.cells[: len(columns)]))
    groups = tuple(
        Group(fiscal.label(year, f"Q{quarter}"), tuple(rows))
        for (year, quarter), rows in found.items()
    )
    return (Table("quarters", columns, groups, "Deliveries by quarter"),)


def _headed(answer: Answer, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns whose heading says that deliveries are ranges, where they are."""
    return tuple(
        replace(it, title=often(answer, it.title)) if it.title == DELIVERY else it
        for it in columns
    )


def _slots(answer: Answer, plan: Plan) -> list[Slot]:
    shown = (slot for slot in plan.slots.values() if answer.shows(slot.id))
    return sorted(shown, key=lambda slot: (slot.start_day, slot.end_day, slot.id))


def _purpose(answer: Answer, plan: Plan, slot: Slot, waiting: tuple[str, ...]) -> Row:
    initiative = answer.portfolio.initiatives[slot.id]
    said = purpose(answer, initiative, waiting)
    cells = (answer.title(slot.id), said, delivery(answer, slot))
    return Row(cells, id=slot.id)


def purpose(answer: Answer, initiative: Initiative, waiting: tuple[str, ...]) -> str:
    """What an initiative improves most or what it unblocks; and what it harms most."""
    score = answer.score(initiative.id)
    leaves = sorted(score.leaves if score else (), key=lambda leaf: -leaf.points)
    best = dict.fromkeys(leaf.target for leaf in leaves if leaf.points > 0)
    worst = dict.fromkeys(leaf.target for leaf in leaves[::-1] if leaf.points < 0)
    said = [about(answer, target) for target in [*best][:2]]
    if not said:
        said = [*_obligation(initiative), *_unblocked(answer, waiting)][:1]
    harms = "harms" if said else "Harms"
    return "; ".join([*said, *(f"{harms}: {about(answer, it)}" for it in [*worst][:1])])


def _obligation(initiative: Initiative) -> Iterator[str]:
    if initiative.must:
        yield initiative.must.note or mandatory(initiative.must).capitalize()


def _unblocked(answer: Answer, waiting: tuple[str, ...]) -> Iterator[str]:
    if waiting:
        yield f"Unblocks {listed([quoted(answer.portfolio, id) for id in waiting], 1)}"


def _stay(answer: Answer, slot: Slot, start: date) -> Row:
    initiative = answer.portfolio.initiatives[slot.id]
    every = answer.portfolio.teams.values()
    teams = ", ".join(team.title or team.id for team in every if team.id in slot.parts)
    running = initiative.status is Status.IN_PROGRESS
    begins = "in progress" if running else _date(answer, initiative, start)
    ends, more = delivery(answer, slot), brief_links(answer.portfolio, initiative)
    owners, links = owners_of(initiative) or None, Links(more) if more else None
    cells = (answer.title(slot.id), teams, owners, begins, ends, links)
    return Row(cells, id=slot.id)


def _date(answer: Answer, initiative: Initiative, when: date) -> str:
    assumed = initiative.effort_assumed
    return deserved(answer.portfolio, when, assumed=assumed, exact=answer.exact)
