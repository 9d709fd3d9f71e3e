"""The sequence page: the ranking by value for effort, bundle by bundle."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from roadmap.model.initiative import Status
from roadmap.scoring.figures import figure, percent, percent_up
from roadmap.sequencing.results import Bundle, RankedSequence, SolveStatus
from roadmap.views.answer import Answer
from roadmap.views.blocks.bundle_rows import (
    COLUMNS,
    Positions,
    bundle_adds_up,
    bundle_rows,
    folded,
    row_ahead,
)
from roadmap.views.blocks.latest_starts import mandatory_chains, mandatory_table
from roadmap.views.blocks.notices import headed, notices
from roadmap.views.blocks.overdue import Overdue, brought_forward, overdue
from roadmap.views.blocks.time_to_value import CLOSE, NAIVE, OPTIMAL
from roadmap.views.blocks.unplaced import unplaced_prose
from roadmap.views.envelope import envelope
from roadmap.views.page import Group, Line, Page, Prose, Row, Table
from roadmap.views.phrases.english import count
from roadmap.views.phrases.ranking import order_of

LONG = 10

KEY = (
    "Score is stand-alone: {} ÷ effort (person-weeks left) of one initiative. Bundle is "
    "the same for an initiative together with its prerequisites."
)
ROUNDED = "Numbers are rounded, so a column may differ from its sum in the last digit."


def page(answer: Answer) -> Page:
    """The sequence page of an answer that has scores and a sequence."""
    sequence = answer.sequence
    title = headed(answer, "initiatives ranked by value for effort")
    if sequence is None or not sequence.ids:
        table = Table("sequence", COLUMNS, ())
        blocks = (*notices(answer), table, *unplaced_prose(answer, sequence))
        return Page(title, blocks, envelope(answer))
    positions = order_of(answer).positions
    chains = mandatory_chains(answer)
    late = overdue(answer, chains)
    ahead = tuple(brought_forward(answer, sequence, chains, late))
    every = _groups(answer, sequence, positions, late)
    groups = tuple(group for group in every if group.rows)
    blocks = (
        *notices(answer),
        *((Prose(ahead),) if ahead else ()),
        Table("sequence", COLUMNS, groups),
        *mandatory_table(answer, chains),
        Prose((*verdict(answer, sequence), _key(answer, sequence))),
        *unplaced_prose(answer, sequence),
    )
    return Page(title, blocks, envelope(answer))


def verdict(answer: Answer, sequence: RankedSequence) -> Iterator[Line]:
    """The average time to value of the ranking, beside the naive order and the least."""
    total = sum((_weight(answer, id) for id in sequence.ids), Fraction(0))
    if not total:
        yield Line("No initiative has a value yet, so dependencies alone rank them.")
        return
    mean = count(_round(sequence.cost / total), "week")
    others = f"{_naive(sequence, total)}; {_proof(sequence, total)}"
    yield Line(f"Average time to value: {mean} of work ({others}).", "good")
    yield Line(
        f"Weighted by value, as if all teams were one; naive order is {NAIVE}.", "faint"
    )


def _naive(sequence: RankedSequence, total: Fraction) -> str:
    more = sequence.naive_cost / sequence.cost - 1 if sequence.cost else Fraction(0)
    if sequence.naive == sequence.ids or not more:
        return "naive order: the same"
    longer = f", {percent(more, 0)} longer" if more > 0 else ""
    return f"naive order: {figure(sequence.naive_cost / total)}{longer}"


def _proof(sequence: RankedSequence, total: Fraction) -> str:
    """How far from optimal the ranking may be."""
    if sequence.status is SolveStatus.OPTIMAL:
        return OPTIMAL
    least = f"proven minimum: {figure(sequence.bound / total)}"
    gap = sequence.cost / sequence.bound - 1 if sequence.bound else None
    if gap is not None and gap <= CLOSE:
        return f"{least}, so within {percent_up(gap)} of optimal"
    return f"{least}, not tight"


def _key(answer: Answer, sequence: RankedSequence) -> Line:
    shown = (bundle for bundle in sequence.bundles if all(map(answer.shows, bundle.ids)))
    rounded = any(not bundle_adds_up(answer, bundle) for bundle in shown)
    unit = f" ({answer.framework.unit})" if answer.framework.unit else ""
    key = KEY.format(f"value{unit}")
    return Line(f"{key} {ROUNDED}" if rounded else key, "faint")


def _groups(
    answer: Answer, sequence: RankedSequence, positions: Positions, late: Overdue
) -> Iterator[Group]:
    every = answer.portfolio.initiatives
    first = [id for bundle in sequence.bundles if not bundle.number for id in bundle.ids]
    running = [id for id in first if every[id].status is Status.IN_PROGRESS]
    pinned = [id for id in first if every[id].status is not Status.IN_PROGRESS]
    ahead = (("In progress", running), ("Pinned, with prerequisites", pinned))
    for title, ids in ahead:
        rows = (row_ahead(answer, id, positions, late) for id in ids if answer.shows(id))
        yield Group(title, tuple(rows))
    bundles = [bundle for bundle in sequence.bundles if bundle.number]
    rest = tuple(
        row for run in _runs(answer, bundles) for row in _run(answer, run, positions, late)
    )
    yield Group("By value for effort" if first else "", rest)


def _runs(answer: Answer, bundles: list[Bundle]) -> Iterator[list[Bundle]]:
    """Bundles in runs: single initiatives with the same score form one run."""
    run: list[Bundle] = []
    for bundle in bundles:
        if run and not (_alike(run[-1], bundle) and _shown(answer, bundle)):
            yield run
            run = []
        run.append(bundle)
    if run:
        yield run


def _alike(one: Bundle, other: Bundle) -> bool:
    return len(one.ids) == len(other.ids) == 1 and one.score == other.score


def _shown(answer: Answer, bundle: Bundle) -> bool:
    return any(answer.shows(id) for id in bundle.ids)


def _run(
    answer: Answer, run: list[Bundle], positions: Positions, late: Overdue
) -> Iterator[Row]:
    kept = run if answer.all or len(run) <= LONG else run[:3]
    for bundle in kept:
        yield from bundle_rows(answer, bundle, positions, late)
    if len(kept) < len(run):
        yield folded(answer, len(run) - len(kept), run[-1], positions)


def _weight(answer: Answer, id: str) -> Fraction:
    score = answer.score(id)
    return score.weight if score else Fraction(0)


def _round(value: Fraction) -> Fraction:
    return Fraction(figure(value))
