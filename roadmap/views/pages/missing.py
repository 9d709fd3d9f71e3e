"""The page of `list --missing`: what would improve the roadmap most, the greatest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from roadmap.model.initiative import Initiative
from roadmap.scoring.assumption import Fact
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import assumptions
from roadmap.views.blocks.notices import headed, left_out
from roadmap.views.blocks.waiting import waiting
from roadmap.views.envelope import envelope
from roadmap.views.page import Block, Column, Group, Line, Number, Page, Prose, Row, Table
from roadmap.views.phrases.english import count

COLUMNS = (
    Column("Id", shrink=2, wrap=True),
    Column("Initiative", shrink=1, wrap=True),
    Column("Value at stake", right=True, brief="At stake"),
    Column("Unblocks", right=True, optional=True),
    Column("Add", shrink=1, wrap=True),
)
LEGEND = (
    "Value at stake: its own value and that of everything that depends on it, which rest "
    "on what is missing here."
)
FEW = 40
"""Initiatives that are listed unless all are to be shown."""
NO_VALUES = (
    "Nothing has a value yet, so what unblocks most comes first. Name the need that an "
    "initiative addresses: `outcomes: {know-my-bill: high}`."
)


class Gap(StrEnum):
    """What an initiative does not say, the most important first."""

    NEED = "need"
    SURVEY = "survey"
    EFFORT = "effort"
    DEPENDENCIES = "dependencies"


_ADD = {
    Gap.NEED: "the need it addresses",
    Gap.SURVEY: "importance and satisfaction of its need",
    Gap.EFFORT: "effort",
    Gap.DEPENDENCIES: "dependencies, or [] for none",
}


@dataclass(frozen=True, slots=True)
class Improvement:
    """What one initiative lacks, the value that rests on it, and how many wait for it."""

    initiative: Initiative
    missing: tuple[Gap, ...]
    value: Fraction
    unblocks: int


def page(answer: Answer) -> Page:
    """The page; it needs scores."""
    found = improvements(answer)
    data = envelope(
        answer,
        missing=[
            {
                "id": improvement.initiative.id,
                "value": improvement.value,
                "unblocks": improvement.unblocks,
                "missing": [what.value for what in improvement.missing],
            }
            for improvement in found
        ],
    )
    title = headed(answer, "what would improve the roadmap most")
    return Page(title, tuple(_blocks(answer, found)), data)


def improvements(answer: Answer) -> tuple[Improvement, ...]:
    """Every open initiative that lacks something, greatest value at stake first."""
    dependents = answer.portfolio.dependents()
    waits = waiting(dependents)
    values = {id: value for id in dependents if (value := _value(answer, id))}
    found = []
    for initiative in answer.open:
        missing = tuple(_missing(answer, initiative, dependents))
        if missing:
            value = waits.total(initiative.id, values)
            found.append(
                Improvement(initiative, missing, value, waits.number(initiative.id))
            )
    found.sort(key=lambda it: (-it.value, -it.unblocks, -len(it.missing), it.initiative.id))
    return tuple(found)


def _missing(
    answer: Answer, each: Initiative, dependents: Mapping[str, tuple[str, ...]]
) -> Iterator[Gap]:
    score = answer.score(each.id)
    claims = (*each.outcomes, *each.contributions)
    valued = score is not None and score.value is not None
    if not (claims or each.must or dependents[each.id] or valued):
        yield Gap.NEED
    assumed = {assumption.fact for assumption in assumptions(answer, each.id)}
    if Fact.SURVEY in assumed:
        yield Gap.SURVEY
    if each.effort_assumed:
        yield Gap.EFFORT
    if each.depends_on is None:
        yield Gap.DEPENDENCIES


def _value(answer: Answer, id: str) -> Fraction:
    score = answer.score(id)
    return max(score.value, Fraction(0)) if score and score.value else Fraction(0)


def _blocks(answer: Answer, found: tuple[Improvement, ...]) -> Iterator[Block]:
    if lines := left_out(answer):
        yield Prose(lines)
    if not found:
        yield Prose((Line("Every open initiative says what the roadmap needs.", "good"),))
        return
    if not any(improvement.value for improvement in found):
        yield Prose((Line(NO_VALUES, "warning"),))
    kept = found if answer.all else found[:FEW]
    yield Table("missing", COLUMNS, (Group("", tuple(map(_row, kept))),))
    if len(kept) < len(found):
        yield Prose((Line(f"And {len(found) - len(kept)} more (--all).", "faint"),))
    total = f"{len(found)} of {count(len(answer.open), 'open initiative')}"
    verb = "lacks" if len(found) == 1 else "lack"
    yield Prose((Line(f"{total} {verb} something. {LEGEND}", "faint"),))


def _row(improvement: Improvement) -> Row:
    title = None if improvement.initiative.untitled else improvement.initiative.title
    return Row(
        (
            improvement.initiative.id,
            title,
            Number(improvement.value) if improvement.value else None,
            improvement.unblocks or None,
            "; ".join(_ADD[what] for what in improvement.missing),
        )
    )
