"""A value from its total down to the evidence: leaves that add up, each with its terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import Any

from roadmap.model.customers import Evidence
from roadmap.model.initiative import Initiative
from roadmap.scoring.figures import brief, figure, significant
from roadmap.scoring.framework import Framework, Leaf, Score, Term
from roadmap.views.answer import OPEN, Answer
from roadmap.views.page import Block, Column, Group, Line, Number, Prose, Row, Table
from roadmap.views.phrases.assumptions import in_full
from roadmap.views.phrases.dates import short
from roadmap.views.phrases.english import count

COLUMNS = (Column("Value", right=True), Column("From"), Column("How", shrink=1, wrap=True))
UNIT = Fraction(1, 10)


def value_blocks(answer: Answer, id: str) -> Iterator[Block]:
    """The score's arithmetic, then every leaf with its terms and its evidence."""
    score = answer.score(id)
    if score is None:
        return
    still_open = answer.portfolio.initiatives[id].status in OPEN
    gaps = _gaps(score, still_open)
    yield Prose((Line(_sum(answer, score, still_open), "heading"), *gaps))
    rows = tuple(_rows(answer, score)) if score.leaves else ()
    yield Table("value", COLUMNS, (Group("", rows),))
    if rows:
        yield from _behind(answer, score)


def printed(amounts: Sequence[Fraction]) -> list[Fraction]:
    """Amounts as printed, in tenths, by largest remainder: they add up as printed, too.

    >>> [str(each) for each in printed([Fraction(1, 3)] * 3)]
    ['2/5', '3/10', '3/10']
    """
    tenths = [floor(amount / UNIT) for amount in amounts]
    total = Fraction(figure(sum(amounts, Fraction(0))))
    short_by = total / UNIT - sum(tenths)
    rest = [amount / UNIT - whole for amount, whole in zip(amounts, tenths, strict=True)]
    for place in sorted(range(len(rest)), key=lambda place: (-rest[place], place)):
        if short_by <= 0:
            break
        tenths[place] += 1
        short_by -= 1
    return [whole * UNIT for whole in tenths]


def amount(framework: Framework, value: Fraction) -> str:
    """A score or a value as text, with the digits that its framework gives it."""
    return significant(value, framework.digits) if framework.digits else figure(value)


def leaf_data(leaf: Leaf) -> dict[str, Any]:
    """A leaf as plain data, every key present."""
    return {
        "target": leaf.target,
        "kind": leaf.kind,
        "points": leaf.points,
        "confidence": leaf.confidence,
        "stated": leaf.stated,
        "allowed": leaf.allowed,
        "evidence": leaf.best,
        "evidence_class": leaf.evidence_class,
        "next_class": leaf.next_class,
        "gain": leaf.gain,
        "terms": [_term_data(term) for term in leaf.terms],
    }


def _term_data(term: Term) -> dict[str, Any]:
    return {
        "name": term.name,
        "text": term.text,
        "amount": term.amount,
        "assumed": term.assumed,
        "evidence": list(term.evidence),
        "parts": [_term_data(part) for part in term.parts],
    }


def _sum(answer: Answer, score: Score, still_open: bool) -> str:
    """`Score 26.5 = 252.1 points ÷ 9.5 person-weeks (web 6, data 2w..5w taken as 3.5)`."""
    size = count(score.size, "person-week")
    work = _work(answer, answer.portfolio.initiatives[score.id])
    size += f" ({work})" if work else ""
    if score.value is None:
        left = "Work left" if still_open else "Work"
        return f"No score: its value is unknown. {left}: {size}"
    value = f"{amount(answer.framework, score.value)} {answer.framework.unit}".strip()
    if score.score is None:
        return f"No score of its own: {value}, and no work"
    return f"Score {amount(answer.framework, score.score)} = {value} ÷ {size}"


def _work(answer: Answer, initiative: Initiative) -> str:
    said = []
    for part in initiative.parts:
        weeks = brief(answer.portfolio.weeks(part.work.middle))
        ranged = part.work.low != part.work.high and part.work.text
        said.append(f"{part.team} " + (f"{ranged}, taken as {weeks}" if ranged else weeks))
    return "; ".join(said) + (", assumed" if said and initiative.effort_assumed else "")


def _gaps(score: Score, still_open: bool) -> Iterator[Line]:
    if score.missing and still_open:
        yield Line(f"Missing: {'; '.join(score.missing)}.", "warning")
    if score.assumed:
        yield Line(f"Assumed: {'; '.join(in_full(score.assumed))}.", "faint")


def _rows(answer: Answer, score: Score) -> Iterator[Row]:
    tenths = printed([leaf.points for leaf in score.leaves])
    for leaf, points in zip(score.leaves, tenths, strict=True):
        yield Row((Number(points), leaf.target, _about(answer, leaf)), strong=True)
        for term in leaf.terms:
            yield from _term(term)
    yield Row((Number(sum(tenths, Fraction(0))), None, "in all"), rule=True, strong=True)


def _term(term: Term, depth: int = 0) -> Iterator[Row]:
    name = "· " * depth + term.name
    yield Row((None, name, _said(term)), faint=bool(depth))
    for part in term.parts:
        yield from _term(part, depth + 1)


def _about(answer: Answer, leaf: Leaf) -> str:
    need = answer.portfolio.needs.get(leaf.target)
    objective = answer.portfolio.objectives.get(leaf.target)
    if leaf.kind == "need" and need:
        return need.statement
    return objective.title if leaf.kind == "objective" and objective else ""


def _said(term: Term) -> str:
    return f"{term.text} (assumed)" if term.assumed else term.text


def _behind(answer: Answer, score: Score) -> Iterator[Prose]:
    """Every piece of evidence that a leaf rests on, once."""
    terms = [term for leaf in score.leaves for term in leaf.terms]
    ids = dict.fromkeys(id for term in terms for id in term.evidence)
    lines = tuple(Line(_evidence(answer, id), "item") for id in ids)
    if lines:
        yield Prose(lines, "The evidence behind it")


def _evidence(answer: Answer, id: str) -> str:
    """`survey-2026q3 (survey, 30 Sep 2026, sample of 412): Two in three fear the bill`."""
    known = answer.portfolio.evidence.get(id)
    if known is None:
        return id
    said = f": {known.says}" if known.says else ""
    link = f" {known.link}" if known.link else ""
    return f"{id} ({', '.join(_source(answer, known))}){said}{link}"


def _source(answer: Answer, known: Evidence) -> Iterator[str]:
    yield known.kind
    if known.date:
        yield short(answer.portfolio, known.date)
    if known.sample:
        yield f"sample of {known.sample}"
