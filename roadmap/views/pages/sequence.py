"""The sequence page: the order, step by step, with the arithmetic of each step."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.initiative import Status
from roadmap.scoring.figures import figure, percent
from roadmap.sequencing.results import Sequence, SolveStatus, Step
from roadmap.views.answer import Answer
from roadmap.views.blocks.latest_starts import must_table
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.step_rows import COLUMNS, Standings, folded, row_ahead, step_rows
from roadmap.views.blocks.unplaced import unplaced_prose
from roadmap.views.envelope import envelope
from roadmap.views.page import Group, Line, Page, Prose, Row, Table
from roadmap.views.phrases.english import count
from roadmap.views.phrases.ranking import order_of

LONG = 10

KEY = Line(
    "Score: value ÷ effort, each alone. Step: the same for all that travel together.",
    "faint",
)


def page(answer: Answer) -> Page:
    """The sequence page of an answer that has scores and a sequence."""
    sequence = answer.sequence
    title = headed(answer, "the order in which value arrives soonest")
    if sequence is None or not sequence.ids:
        table = Table("sequence", COLUMNS, ())
        blocks = (*notices(answer), table, *unplaced_prose(answer, sequence))
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
        more = percent(usual / mean - 1, 0)
        text += f"; by score with blockers pulled forward it would be {figure(usual)}"
        text += f" ({more} longer)" if usual > mean else ""
    if sequence.status is SolveStatus.OPTIMAL:
        yield Line(f"{text}. No order can beat that.", "good")
    else:
        yield Line(f"{text}. No order can beat {figure(best)}.", "good")


def _groups(answer: Answer, sequence: Sequence, standing: Standings) -> Iterator[Group]:
    every = answer.portfolio.initiatives
    first = [id for step in sequence.steps if not step.number for id in step.ids]
    running = [id for id in first if every[id].status is Status.IN_PROGRESS]
    pinned = [id for id in first if every[id].status is not Status.IN_PROGRESS]
    ahead = (("In progress", running), ("Pinned, with what it needs", pinned))
    for title, ids in ahead:
        rows = (row_ahead(answer, id, standing) for id in ids if answer.shows(id))
        yield Group(title, tuple(rows))
    steps = [step for step in sequence.steps if step.number]
    rest = tuple(row for run in _runs(answer, steps) for row in _run(answer, run, standing))
    yield Group("By value for the work" if first else "", rest)


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


def _run(answer: Answer, run: list[Step], standing: Standings) -> Iterator[Row]:
    kept = run if answer.all or len(run) <= LONG else run[:3]
    for step in kept:
        yield from step_rows(answer, step, standing)
    if len(kept) < len(run):
        yield folded(answer, len(run) - len(kept), run[-1], standing)


def _weight(answer: Answer, id: str) -> Fraction:
    score = answer.score(id)
    return score.weight if score else Fraction(0)


def _round(value: Fraction) -> Fraction:
    return Fraction(figure(value))
