"""Initiatives by stand-alone score, ties shown as ties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from roadmap.scoring.constants import constants
from roadmap.scoring.figures import percent
from roadmap.scoring.framework import Score
from roadmap.scoring.ranking import best_first
from roadmap.views.answer import Answer
from roadmap.views.blocks.assumed import OpenFact, all_assumptions, assumptions, shared
from roadmap.views.blocks.framework_number import amount, number
from roadmap.views.enablers import enablers
from roadmap.views.own_ranks import ranked
from roadmap.views.page import Block, Cell, Column, Group, Line, Number, Prose, Row, Table
from roadmap.views.phrases.assumptions import in_short, short
from roadmap.views.phrases.ranking import Order, in_order, order_of
from roadmap.views.phrases.targets import about
from roadmap.views.phrases.terms import gap_text

ENABLERS = "Enablers: valued through what they unblock"
LONG = 10
KEPT = 3


def score_blocks(answer: Answer, title: str = "") -> Iterator[Block]:
    """The table of an answer that has scores, under a title, and how to read it."""
    scores = [score for initiative in answer.open if (score := answer.score(initiative.id))]
    shown = _Shown(
        answer,
        ranked(answer),
        order_of(answer),
        shared(answer, all_assumptions(answer)),
    )
    groups = [*_scored(shown, scores), *_unscored(shown, scores)]
    yield Table("score", _columns(answer), tuple(groups), title)
    yield _key(answer, groups)


def _columns(answer: Answer) -> tuple[Column, ...]:
    order = (Column("Ranking", shrink=1, wrap=True),) if answer.sequence else ()
    return (
        Column("#", right=True),
        Column("Initiative", shrink=1, wrap=True),
        Column("Score", right=True),
        Column("Value", right=True),
        Column("Effort", right=True),
        Column("Assumed", shrink=int(answer.all), optional=not answer.all, wrap=True),
        *order,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What every row looks up: ranks, the ranking and what nearly all assume."""

    answer: Answer
    rank: Mapping[str, int]
    order: Order
    common: Collection[OpenFact]


def _scored(shown: _Shown, scores: list[Score]) -> Iterator[Group]:
    scored = [score for score in best_first(scores) if score.score is not None]
    match shown.answer.sort:
        case "need":
            yield from _by_need(shown, scored)
        case "value":
            by_value = sorted(scored, key=lambda s: (-(s.value or 0), s.id))
            yield Group("", tuple(_rows(shown, by_value)))
        case "effort":
            by_effort = sorted(scored, key=lambda s: (s.size, -(s.score or 0), s.id))
            yield Group("", tuple(_rows(shown, by_effort)))
        case _ if scored:
            yield Group("", tuple(_tied(shown, scored)))


def _by_need(shown: _Shown, scores: list[Score]) -> Iterator[Group]:
    """Initiatives under the need or objective that most of their value comes from."""
    under: dict[str, list[Score]] = {}
    for score in scores:
        best = max(score.leaves, key=lambda leaf: leaf.points, default=None)
        under.setdefault(best.target if best else "", []).append(score)
    value = {name: sum(score.weight for score in those) for name, those in under.items()}
    for name in sorted(under, key=lambda name: (-value[name], name)):
        yield Group(about(shown.answer, name), tuple(_rows(shown, under[name])))


def _tied(shown: _Shown, scores: list[Score]) -> Iterator[Row]:
    """Rows by rank; of a long tie only the first few, unless all are to be shown."""
    groups: dict[int, list[Score]] = {}
    for score in scores:
        groups.setdefault(shown.rank[score.id], []).append(score)
    for tied in groups.values():
        kept = tied if shown.answer.all or len(tied) <= LONG else tied[:KEPT]
        yield from _rows(shown, kept)
        if len(kept) < len(tied):
            yield _folded(shown.answer, tied[len(kept) :])


def _folded(answer: Answer, tied: list[Score]) -> Row:
    last = tied[-1].score
    down = "" if last is None else f", down to {amount(answer.framework, last)}"
    text = f"and {len(tied)} more in this tie{down} (--all)"
    return _row(answer, ("=", text, None, None, None, None, None), faint=True)


def _rows(shown: _Shown, scores: Iterable[Score]) -> Iterator[Row]:
    before = None
    for score in scores:
        place = shown.rank[score.id]
        tie = shown.answer.sort == "score" and place == before
        yield _line(shown, score, "=" if tie else place)
        before = place


def _line(shown: _Shown, score: Score, place: Cell, lack: str = "") -> Row:
    """A row; `~` marks a value or an effort that is based on an assumption."""
    answer = shown.answer
    own = [it for it in assumptions(answer, score.id)
           if OpenFact(short(it), assumed=True) not in shown.common]  # fmt: skip
    value = number(answer.framework, score.value)
    if value and not all(it.fact.of_work for it in own):
        value = replace(value, assumed=True)
    size = Number(score.size, assumed=any(it.fact.of_work for it in own))
    numbers = (number(answer.framework, score.score), value, size)
    order = in_order(answer, shown.order, score.id)
    row = _row(
        answer,
        (place, answer.title(score.id), *numbers, lack or ", ".join(in_short(own)), order),
    )
    return replace(row, id=score.id)


def _row(answer: Answer, cells: tuple[Cell, ...], *, faint: bool = False) -> Row:
    kept = cells if answer.sequence else cells[:-1]
    return Row(kept, faint=faint)


def _unscored(shown: _Shown, scores: list[Score]) -> Iterator[Group]:
    """Enablers, then what else has no score, both in the order of the ranking."""
    last = len(shown.order.positions) + 1
    place = {id: position.number for id, position in shown.order.positions.items()}
    missing = [score for score in scores if score.score is None]
    missing.sort(key=lambda score: (place.get(score.id, last), score.id))
    enabling = enablers(shown.answer.portfolio)
    yield from _listed(shown, ENABLERS, [s for s in missing if s.id in enabling])
    yield from _listed(shown, "Not scored", [s for s in missing if s.id not in enabling])


def _listed(shown: _Shown, title: str, scores: list[Score]) -> Iterator[Group]:
    """The first of some scores under a title, unless all are to be shown."""
    kept = scores if shown.answer.all else scores[:LONG]
    rows = [_line(shown, score, None, _lacks(shown.answer, title, score)) for score in kept]
    if len(kept) < len(scores):
        text = f"and {len(scores) - len(kept)} more (--all)"
        rows.append(_row(shown.answer, (None, text, *[None] * 5), faint=True))
    if rows:
        yield Group(title, tuple(rows))


def _lacks(answer: Answer, title: str, score: Score) -> str:
    """Why an initiative has no score, unless its heading says so."""
    if score.missing and title != ENABLERS:
        return "; ".join(map(gap_text, score.missing))
    if score.size:
        return ""
    works = any(part.work.middle for part in answer.portfolio.initiatives[score.id].parts)
    return f"no effort under `{answer.framework.name}`" if works else "milestone: no effort"


def _key(answer: Answer, groups: Iterable[Group]) -> Prose:
    value = f"value ({answer.framework.unit})" if answer.framework.unit else "value"
    said = [f"Score: {value} ÷ effort (person-weeks left) of the initiative alone."]
    cells = [cell for group in groups for row in group.rows for cell in row.cells]
    if "=" in cells:
        near = percent(1 - constants(answer.portfolio).tie)
        said.append(f"Tied scores (=) are within {near} of the first in their group.")
    if any(isinstance(cell, Number) and cell.assumed for cell in cells):
        where = "" if answer.all else " (--all lists them)"
        said.append(f"Numbers marked ~ rest on assumptions{where}.")
    return Prose((Line(" ".join(said), "faint"),))
