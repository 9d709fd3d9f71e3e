"""The list page: every initiative, with what is missing or assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from roadmap.model.initiative import Initiative, Status
from roadmap.sequencing.results import Plan
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import OpenFact, OpenFacts, assumed_notes, shared
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.envelope import envelope
from roadmap.views.page import Cell, Column, Group, Line, Number, Page, Prose, Row, Table
from roadmap.views.phrases.dates import dates_of, stated
from roadmap.views.phrases.deliveries import delivery, often, range_of
from roadmap.views.phrases.english import count
from roadmap.views.phrases.owners import owners_of
from roadmap.views.phrases.terms import gap_text

TRACKED = ("Priority", "Parent", "Created", "Updated", "Because", "Relations")
COLUMNS = (
    Column("Initiative", shrink=1, wrap=True),
    Column("Id", optional=True),
    Column("Kind", shrink=4, optional=True, sparse=True),
    Column("Status"),
    Column("Owner", shrink=4, optional=True),
    Column("Effort", right=True),
    Column("Missing or assumed", shrink=1, wrap=True),
    *(Column(title, data=True) for title in TRACKED),
)
DELIVERY = 6
"""The place of the column of deliveries, where a plan says when they are."""
DATES = ("Start", "End", "85 % date")
QUIET = (Status.DELIVERED, Status.DROPPED)


def page(answer: Answer) -> Page:
    """The list page; it needs no more than a portfolio, and says more with scores."""
    waited_for = answer.portfolio.dependents()
    notes = {
        initiative.id: (
            *map(OpenFact, _missing(answer, initiative, waited_for)),
            *assumed_notes(answer, initiative.id),
        )
        for initiative in answer.open
    }
    common = shared(answer, notes)
    groups = tuple(_groups(answer, notes, common))
    table = Table("list", _columns(answer), groups)
    blocks = (*notices(answer, notes), table, *_total(answer))
    return Page(headed(answer, "initiatives"), blocks, envelope(answer))


def _columns(answer: Answer) -> tuple[Column, ...]:
    if answer.plan is None:
        return COLUMNS
    dates = (Column(title, data=True) for title in DATES)
    delivery = Column(often(answer, "Delivery"), shrink=3, wrap=True)
    return (*COLUMNS[:DELIVERY], delivery, *COLUMNS[DELIVERY:], *dates)


def _groups(
    answer: Answer, notes: OpenFacts, common: Collection[OpenFact]
) -> Iterator[Group]:
    themes: dict[str, list[Row]] = {}
    for initiative in answer.initiatives:
        note = _said(notes.get(initiative.id, ()), common)
        themes.setdefault(initiative.theme, []).append(_row(answer, initiative, note))
    for theme in sorted(themes):
        yield Group(theme if len(themes) > 1 else "", tuple(themes[theme]))


def _said(notes: tuple[OpenFact, ...], common: Collection[OpenFact]) -> str:
    """What is missing, then what is assumed, except what nearly all share."""
    left = [note for note in notes if note not in common]
    missing = [note.text for note in left if not note.assumed]
    assumed = ", ".join(note.text for note in left if note.assumed)
    return "; ".join([*missing, *([f"assumed: {assumed}"] if assumed else [])])


def _row(answer: Answer, initiative: Initiative, note: str) -> Row:
    cells: tuple[Cell, ...] = (
        initiative.title or initiative.id,
        initiative.id,
        initiative.kind or None,
        initiative.status.replace("_", " "),
        owners_of(initiative) or None,
        Number(answer.portfolio.size(initiative)),
        note,
        *_tracked(initiative),
    )
    if answer.plan is not None:
        delivery = _delivery(answer, answer.plan, initiative)
        dates = _dates(answer, answer.plan, initiative)
        cells = (*cells[:DELIVERY], delivery, *cells[DELIVERY:], *dates)
    return Row(cells, faint=initiative.status in QUIET)


def _delivery(answer: Answer, plan: Plan, initiative: Initiative) -> str | None:
    """When it is delivered, or was; that it is not scheduled if it could be."""
    slot = plan.slots.get(initiative.id)
    if slot is not None:
        return delivery(answer, slot)
    if initiative.status is Status.DELIVERED and initiative.delivered:
        return stated(answer.portfolio, initiative.delivered)
    return None if initiative.status in QUIET else "not scheduled"


def _dates(answer: Answer, plan: Plan, initiative: Initiative) -> tuple[Cell, ...]:
    """Start, end and 85 % date to the day, as far as there are any."""
    slot = plan.slots.get(initiative.id)
    if slot is None:
        return (None,) * len(DATES)
    ends = range_of(answer, slot)
    date_of = answer.portfolio.calendar.date_of
    return (*dates_of(answer.portfolio, slot), date_of(ends.p85) if ends else None)


def _tracked(initiative: Initiative) -> tuple[Cell, ...]:
    related = initiative.relations.items()
    return (
        initiative.priority or None,
        initiative.parent or None,
        initiative.created,
        initiative.updated,
        initiative.because or None,
        "; ".join(f"{word}: {', '.join(ids)}" for word, ids in related) or None,
    )


def _missing(
    answer: Answer, initiative: Initiative, waited_for: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """What an initiative does not say, though readers will ask."""
    score = answer.score(initiative.id)
    if initiative.untitled:
        yield "no title"
    claims = (*initiative.outcomes, *initiative.contributions)
    if not (claims or initiative.must or waited_for[initiative.id]):
        yield "no outcome"
    if not initiative.owners:
        yield "no owner"
    if initiative.depends_on is None:
        yield "dependencies not declared"
    committed = initiative.status in (Status.COMMITTED, Status.IN_PROGRESS)
    if committed and claims and not any(claim.measure for claim in claims):
        yield "no measure"
    yield from map(gap_text, score.missing if score and claims else ())


def _total(answer: Answer) -> tuple[Prose, ...]:
    """How many initiatives there are by status, and how much work is left."""
    if not answer.initiatives:
        return ()
    counts: dict[str, int] = {}
    for status in Status:
        number = sum(1 for initiative in answer.initiatives if initiative.status is status)
        if number:
            counts[status.replace("_", " ")] = number
    work = sum(answer.portfolio.size(initiative) for initiative in answer.open)
    parts = ", ".join(f"{number} {status}" for status, number in counts.items())
    total = count(len(answer.initiatives), "initiative")
    left = count(round(work), "person-week")
    said = f"{total}: {parts}. {left} of work left. Effort: person-weeks."
    return (Prose((Line(said, "faint"),)),)
