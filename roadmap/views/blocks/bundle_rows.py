"""The rows of a bundle: its members with both scores, then the arithmetic of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roadmap.scoring.figures import adds_up, figure
from roadmap.sequencing.results import Bundle
from roadmap.views.answer import Answer
from roadmap.views.blocks.framework_number import amount, number
from roadmap.views.blocks.overdue import Overdue
from roadmap.views.page import Cell, Column, Number, Row
from roadmap.views.phrases.commitments import deadline
from roadmap.views.phrases.dates import stated
from roadmap.views.phrases.english import and_more
from roadmap.views.phrases.ranking import pulls
from roadmap.views.sequence_position import Others, SequencePosition

COLUMNS = (
    Column("#", right=True),
    Column("Initiative", shrink=1, wrap=True),
    Column("Value", right=True),
    Column(""),
    Column("Effort", right=True),
    Column("Score", right=True),
    Column(""),
    Column("Bundle", right=True),
    Column("Why", shrink=1, wrap=True),
    Column("Unblocks", shrink=1, optional=True, wrap=True),
)
Positions = Mapping[str, SequencePosition]


def bundle_rows(
    answer: Answer, bundle: Bundle, positions: Positions, late: Overdue
) -> Iterator[Row]:
    """The members of a bundle that are shown, bracketed; several with their sum."""
    shown = [id for id in bundle.ids if answer.shows(id)]
    for place, id in enumerate(shown):
        mark = _bracket(place, len(shown))
        yield Row(_cells(answer, positions[id], id, late), mark=mark, id=id)
    if len(shown) > 1:
        yield _sum(answer, bundle, len(bundle.ids) - len(shown))


def row_ahead(answer: Answer, id: str, positions: Positions, late: Overdue) -> Row:
    """The row of an initiative that comes before all bundles."""
    return Row(_cells(answer, positions[id], id, late), id=id)


def folded(answer: Answer, number_of: int, last: Bundle, positions: Positions) -> Row:
    """One row for so many bundles of one initiative and the same score each."""
    text = f"and {number_of} more with this score (--all)"
    score = number(answer.framework, last.score)
    at = f"…{positions[last.ids[-1]].number}"
    return Row((at, text, *[None] * 5, score, None, None), faint=True)


def bundle_adds_up(answer: Answer, bundle: Bundle) -> bool:
    """Whether the values and efforts of a bundle add up as they are printed.

    A negative value counts as 0 in a bundle.
    """
    scores = [score for id in bundle.ids if (score := answer.score(id))]
    values = (amount(answer.framework, score.weight) for score in scores)
    efforts = (figure(score.size) for score in scores)
    whole = amount(answer.framework, bundle.value)
    return adds_up(values, whole) and adds_up(efforts, figure(bundle.size))


def _sum(answer: Answer, bundle: Bundle, hidden: int) -> Row:
    """`290.1 ÷ 22.0 = 13.2`, below the columns that it adds up, with what is not shown."""
    said = f"with {hidden} not shown" if hidden else None
    score = number(answer.framework, bundle.score)
    equals = "=" if bundle.score is not None else None
    value = number(answer.framework, bundle.value)
    sizes: tuple[Cell, ...] = (value, "÷", Number(bundle.size))
    return Row((None, said, *sizes, None, equals, score, None, None), rule=True)


def _bracket(place: int, of: int) -> str:
    if of == 1:
        return ""
    return "┌" if not place else "└" if place == of - 1 else "│"


def _cells(
    answer: Answer, position: SequencePosition, id: str, late: Overdue
) -> tuple[Cell, ...]:
    score, bundle = answer.score(id), position.bundle
    return (
        position.number,
        answer.title(id),
        number(answer.framework, score.value) if score else None,
        None,
        Number(score.size) if score else None,
        number(answer.framework, score.score) if score else None,
        None,
        number(answer.framework, bundle.score),
        "; ".join(_why(answer, position, id, late)),
        _first(answer, position.unblocks) if position.unblocks else None,
    )


def _first(answer: Answer, others: Others) -> str:
    """The title of the first of some initiatives, and how many there are beside it."""
    return and_more(answer.title(others.first), others.number - 1)


def _why(
    answer: Answer, position: SequencePosition, id: str, late: Overdue
) -> Iterator[str]:
    """The deadline of mandatory work, and what makes a score and its bundle's differ."""
    initiative = answer.portfolio.initiatives[id]
    if initiative.must and initiative.deadline:
        yield f"{deadline(initiative)}, due {stated(answer.portfolio, initiative.deadline)}"
    if id in late:
        yield f"had to start by {late[id]}"
    for sign, text in pulls(answer, position):
        yield f"{sign} {text}"
