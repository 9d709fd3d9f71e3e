"""The sequence page: the order, step by step, with the arithmetic of each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from roadmap.model.initiative import Status
from roadmap.sequencing.answers import Sequence, Step
from roadmap.views.answer import Answer
from roadmap.views.dates import stated
from roadmap.views.envelope import envelope
from roadmap.views.latest_starts import must_table
from roadmap.views.notices import headed, notices
from roadmap.views.order import named, order_of
from roadmap.views.page import Cell, Column, Group, Line, Number, Page, Prose, Row, Table
from roadmap.views.phrases import count, figure, percent
from roadmap.views.score import number
from roadmap.views.standing import Standing
from roadmap.views.unplaced import unplaced_prose

LONG = 10

COLUMNS = (
    Column("#", right=True),
    Column("Initiative", shrink=1),
    Column("Value", right=True),
    Column(""),
    Column("Effort", right=True),
    Column("Score", right=True),
    Column(""),
    Column("Step", right=True),
    Column("Why there", shrink=2),
)

KEY = Line(
    "Score: value ÷ effort, each alone. Step: the same for all that travel together.",
    "faint",
)


def page(answer: Answer) -> Page:
    """The sequence page of an answer that has scores and a sequence."""
    sequence = answer.sequence
    title = headed(answer, "the order in which value arrives soonest")
    if sequence is None or not sequence.ids:
        blocks = (*notices(answer), *unplaced_prose(answer, sequence))
        return Page(title, blocks, envelope(answer))
    standing = order_of(answer).standing
    groups = tuple(group for group in _groups(answer, sequence, standing) if group.rows)
    blocks = (
        *notices(answer),
        Table("sequence", COLUMNS, groups),
        *must_table(answer),
        Prose((*verdict(answer, sequence), KEY)),
        *unplaced_prose(answer, sequence),
    )
    return Page(title, blocks, envelope(answer))


def verdict(answer: Answer, sequence: Sequence) -> Iterator[Line]:
    """How long value waits in this order, in the usual one, and at best."""
    total = sum((_weight(answer, id) for id in sequence.ids), Fraction(0))
    if not total:
        yield Line("Nothing here has a value yet, so the order follows dependencies only.")
        return
    mean, usual, best = (
        cost / total for cost in (sequence.cost, sequence.usual_cost, sequence.bound)
    )
    text = f"Value arrives on average after {count(_round(mean), 'week')} of work"
    if sequence.usual == sequence.ids or usual == mean:
        text += "; by score with blockers pulled forward it would be the same"
    else:
        more = percent(usual / mean - 1)
        text += f"; by score with blockers pulled forward it would be {figure(usual)}"
        text += f" ({more} longer)" if usual > mean else ""
    if sequence.status == "optimal":
        yield Line(f"{text}. No order can beat that.", "good")
    else:
        yield Line(f"{text}. No order can beat {figure(best)}.", "good")


def _groups(
    answer: Answer, sequence: Sequence, standing: Mapping[str, Standing]
) -> Iterator[Group]:
    every = answer.portfolio.initiatives
    first = [id for step in sequence.steps if not step.number for id in step.ids]
    running = [id for id in first if every[id].status is Status.IN_PROGRESS]
    pinned = [id for id in first if every[id].status is not Status.IN_PROGRESS]
    yield Group("In progress", tuple(_ahead(answer, running, standing)))
    yield Group("Pinned, with what it needs", tuple(_ahead(answer, pinned, standing)))
    steps = [step for step in sequence.steps if step.number]
    rest = tuple(row for run in _runs(answer, steps) for row in _run(answer, run, standing))
    yield Group("By value for the work" if first else "", rest)


def _ahead(
    answer: Answer, ids: list[str], standing: Mapping[str, Standing]
) -> Iterator[Row]:
    for id in ids:
        if answer.shows(id):
            yield Row(
                _cells(answer, standing[id], id, None, _why(answer, standing[id], id))
            )


def _runs(answer: Answer, steps: list[Step]) -> Iterator[list[Step]]:
    """Steps in runs: single initiatives of one and the same score lie in one."""
    run: list[Step] = []
    for step in steps:
        if run and not (_alike(run[-1], step) and _shown(answer, step)):
            yield run
            run = []
        run.append(step)
    if run:
        yield run


def _alike(one: Step, other: Step) -> bool:
    return len(one.ids) == len(other.ids) == 1 and one.score == other.score


def _shown(answer: Answer, step: Step) -> bool:
    return any(answer.shows(id) for id in step.ids)


def _run(
    answer: Answer, run: list[Step], standing: Mapping[str, Standing]
) -> Iterator[Row]:
    kept = run if answer.all or len(run) <= LONG else run[:3]
    for step in kept:
        yield from _step(answer, step, standing)
    if len(kept) < len(run):
        text = f"and {len(run) - len(kept)} more with this score (--all)"
        last = standing[run[-1].ids[-1]].position
        score = number(answer.framework, run[-1].score)
        cells = (f"…{last}", text, None, None, None, None, None, score, None)
        yield Row(cells, faint=True)


def _step(answer: Answer, step: Step, standing: Mapping[str, Standing]) -> Iterator[Row]:
    shown = [id for id in step.ids if answer.shows(id)]
    for id in shown:
        mark = _bracket(shown.index(id), len(shown))
        why = _why(answer, standing[id], id)
        yield Row(_cells(answer, standing[id], id, step, why), mark=mark)
    if len(shown) > 1:
        yield _sum(answer, step)


def _sum(answer: Answer, step: Step) -> Row:
    score = number(answer.framework, step.score)
    equals = "=" if step.score is not None else None
    value = number(answer.framework, step.value)
    sizes: tuple[Cell, ...] = (value, "÷", Number(step.size))
    return Row((None, None, *sizes, None, equals, score, None), rule=True)


def _bracket(place: int, of: int) -> str:
    if of == 1:
        return ""
    return "┌" if not place else "└" if place == of - 1 else "│"


def _cells(
    answer: Answer, standing: Standing, id: str, step: Step | None, why: str
) -> tuple[Cell, ...]:
    score = answer.score(id)
    value = number(answer.framework, score.value) if score else None
    size = Number(score.size) if score else None
    own = number(answer.framework, score.score) if score else None
    whole = number(answer.framework, step.score) if step else None
    return (standing.position, answer.title(id), value, None, size, own, None, whole, why)


def _why(answer: Answer, standing: Standing, id: str) -> str:
    """▲ who lifts it, ▼ what it pays for, and what it opens beyond its step."""
    said = []
    initiative = answer.portfolio.initiatives[id]
    if initiative.must and initiative.deadline:
        said.append(f"must by {stated(answer.portfolio, initiative.deadline)}")
    if standing.lifted_by:
        said.append(f"▲ lifted by {named(standing.lifted_by)}")
    if standing.pays_for:
        said.append(f"▼ pays for {named(standing.pays_for)}")
    if standing.opens:
        also = "also opens" if standing.lifted_by or standing.pays_for else "opens"
        said.append(f"{also} {named(standing.opens)}")
    return "; ".join(said)


def _weight(answer: Answer, id: str) -> Fraction:
    score = answer.score(id)
    return score.weight if score else Fraction(0)


def _round(value: Fraction) -> Fraction:
    return Fraction(figure(value))
