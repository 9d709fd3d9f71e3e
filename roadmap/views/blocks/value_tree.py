"""A value from its total down to the evidence: leaves, each with its terms."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from roadmap.model.customers import Evidence
from roadmap.model.initiative import Initiative
from roadmap.scoring.figures import adds_up, brief, figure
from roadmap.scoring.framework import Leaf, Score
from roadmap.scoring.term import Term
from roadmap.views.answer import OPEN, Answer
from roadmap.views.blocks.framework_number import amount
from roadmap.views.enablers import enablers
from roadmap.views.page import Block, Column, Group, Line, Number, Prose, Row, Table
from roadmap.views.phrases.assumptions import in_full
from roadmap.views.phrases.dates import short
from roadmap.views.phrases.english import count, grouped
from roadmap.views.phrases.terms import gap_text, term_text

COLUMNS = (
    Column("Value", right=True),
    Column("From", shrink=2, wrap=True),
    Column("Details", shrink=1, wrap=True),
)

ENABLER = "enabler, valued through what it unblocks"


def value_blocks(answer: Answer, id: str) -> Iterator[Block]:
    """The score's arithmetic, then every leaf with its terms and its evidence."""
    score = answer.score(id)
    if score is None:
        return
    heading = Line(_score(answer, score), "heading")
    yield Prose((heading, *_gaps(answer, score)))
    rows = tuple(_rows(answer, score)) if score.leaves else ()
    yield Table("value", COLUMNS, (Group("", rows),))
    if rows:
        yield from _evidence(answer, score)


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
        "text": term_text(term),
        "amount": term.amount,
        "assumed": term.assumed,
        "evidence": list(term.evidence),
        "parts": [_term_data(part) for part in term.parts],
    }


def _score(answer: Answer, score: Score) -> str:
    """`Score 26.5 = 252.1 points ÷ 9.5 person-weeks (web 6, data 2w..5w taken as 3.5)`."""
    initiative = answer.portfolio.initiatives[score.id]
    effort = _effort(answer, score)
    if score.value is None:
        why = ENABLER if initiative.id in enablers(answer.portfolio) else "no value stated"
        left = "Effort left" if initiative.status in OPEN else "Effort"
        return f"No stand-alone score: {why}. {left}: {effort}"
    value = f"{amount(answer.framework, score.value)} {answer.framework.unit}".strip()
    if score.score is None:
        return f"No stand-alone score: {value}, and no effort to divide by"
    return f"Score {amount(answer.framework, score.score)} = {value} ÷ {effort}"


def _effort(answer: Answer, score: Score) -> str:
    if not score.size:
        return "none (a milestone)"
    work = _work(answer, answer.portfolio.initiatives[score.id])
    return count(score.size, "person-week") + (f" ({work})" if work else "")


def _work(answer: Answer, initiative: Initiative) -> str:
    said = []
    for part in initiative.parts:
        weeks = brief(answer.portfolio.weeks(part.work.middle))
        ranged = part.work.low != part.work.high and part.work.text
        said.append(f"{part.team} " + (f"{ranged}, taken as {weeks}" if ranged else weeks))
    return "; ".join(said) + (", assumed" if said and initiative.effort_assumed else "")


def _gaps(answer: Answer, score: Score) -> Iterator[Line]:
    initiative = answer.portfolio.initiatives[score.id]
    if score.missing and initiative.status in OPEN:
        yield from _missing(answer, initiative, score)
    if score.assumed:
        yield Line(f"Assumed: {', '.join(in_full(score.assumed))}.", "faint")


def _missing(answer: Answer, initiative: Initiative, score: Score) -> Iterator[Line]:
    if initiative.outcomes or initiative.contributions:
        gaps = "; ".join(map(gap_text, score.missing))
        yield Line(f"Not counted: {gaps}.", "warning")
    elif initiative.id not in enablers(answer.portfolio):
        yield Line("No outcome stated, and nothing depends on it.", "warning")


def _rows(answer: Answer, score: Score) -> Iterator[Row]:
    """Leaves, their terms and the total; each number is rounded for itself."""
    for leaf in score.leaves:
        title = _title(answer, leaf)
        named = leaf.target if title != leaf.target else None
        yield Row((Number(leaf.points), title, named), strong=True)
        for term in leaf.terms:
            yield from _term(term)
    total = sum((leaf.points for leaf in score.leaves), Fraction(0))
    printed = (figure(leaf.points) for leaf in score.leaves)
    said = "total" if adds_up(printed, figure(total)) else "total (numbers are rounded)"
    yield Row((Number(total), None, said), rule=True, strong=True)


def _term(term: Term, depth: int = 0) -> Iterator[Row]:
    name = "· " * depth + term.name
    yield Row((None, name, _said(term)), faint=bool(depth))
    for part in term.parts:
        yield from _term(part, depth + 1)


def _title(answer: Answer, leaf: Leaf) -> str:
    """A need's statement or an objective's title; any other target by its name."""
    need = answer.portfolio.needs.get(leaf.target)
    objective = answer.portfolio.objectives.get(leaf.target)
    title = ""
    if leaf.kind == "need" and need:
        title = need.statement
    elif leaf.kind == "objective" and objective:
        title = objective.title
    return title or leaf.target


def _said(term: Term) -> str:
    text = term_text(term)
    if not term.assumed:
        return text
    return f"{text}, assumed" if "(" in text else f"{text} (assumed)"


def _evidence(answer: Answer, score: Score) -> Iterator[Prose]:
    """Every piece of evidence that backs a leaf, once."""
    terms = [term for leaf in score.leaves for term in leaf.terms]
    ids = dict.fromkeys(id for term in terms for id in term.evidence)
    lines = tuple(Line(_cited(answer, id), "item") for id in ids)
    if lines:
        yield Prose(lines, "Evidence")


def _cited(answer: Answer, id: str) -> str:
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
        yield f"sample of {grouped(Fraction(known.sample))}"
