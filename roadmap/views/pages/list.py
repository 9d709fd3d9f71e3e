"""The list page: every initiative, with what is missing or assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from roadmap.model.initiative import Initiative, Status
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import OpenFact, OpenFacts, assumed_notes, shared
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.envelope import envelope
from roadmap.views.page import Cell, Column, Group, Line, Number, Page, Prose, Row, Table
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
    blocks = (*notices(answer, notes), Table("list", COLUMNS, groups), *_total(answer))
    return Page(headed(answer, "initiatives"), blocks, envelope(answer))


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
    return Row(
        (
            initiative.title or initiative.id,
            initiative.id,
            initiative.kind or None,
            initiative.status.replace("_", " "),
            owners_of(initiative) or None,
            Number(answer.portfolio.size(initiative)),
            note,
            *_tracked(initiative),
        ),
        faint=initiative.status in QUIET,
    )


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
