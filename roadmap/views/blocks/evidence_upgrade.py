"""The claim with the weakest evidence, and where one class more would put its work."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.framework import Leaf, Score
from roadmap.scoring.ranking import ranks
from roadmap.views.answer import OPEN, Answer
from roadmap.views.blocks.value_tree import amount
from roadmap.views.page import Line
from roadmap.views.phrases.english import ordinal

CONFIRMED = {
    "request": "requests ask for it",
    "interview": "interviews confirm it",
    "survey": "a survey confirms it",
    "data": "product data confirm it",
    "experiment": "an experiment confirms it",
    "obligation": "it proves to be an obligation",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim one class of evidence higher: the score, and the rank before and after."""

    leaf: Leaf
    score: Fraction
    rank: int
    before: int


def trial(answer: Answer, id: str) -> Trial | None:
    """The weakest claim one class higher.

    None where no claim could gain by evidence, and of what is delivered or dropped.
    """
    own = answer.score(id)
    if answer.portfolio.initiatives[id].status not in OPEN:
        return None
    if own is None or own.score is None or own.value is None:
        return None
    weakest = min(filter(_could_gain, own.leaves), key=_strength, default=None)
    if weakest is None or weakest.gain is None:
        return None
    score = (own.value + weakest.gain) / own.size
    before, after = _ranked(answer, own, own.value), _ranked(answer, own, score * own.size)
    return Trial(weakest, score, after, before)


def trial_line(answer: Answer, id: str) -> tuple[Line, ...]:
    """What the weakest claim rests on, and what testing it might change."""
    found = trial(answer, id)
    if found is None:
        return ()
    leaf = found.leaf
    basis = "nothing" if leaf.best is None else f"{leaf.best} ({leaf.evidence_class})"
    weak = f"Its weakest claim, on {leaf.target}, rests on {basis}."
    confirmed = CONFIRMED.get(leaf.next_class or "", f"{leaf.next_class} confirms it")
    score = amount(answer.framework, found.score)
    rank = ordinal(found.rank)
    would = f"If {confirmed}, it would stay {rank} by own score ({score})"
    if found.rank < found.before:
        would = f"If {confirmed}, it stands {rank} by own score ({score})"
        would += f" instead of {ordinal(found.before)}: test that first"
    return (Line(f"{weak} {would}."),)


def trial_data(found: Trial | None) -> dict[str, Any] | None:
    """A trial as plain data."""
    if found is None:
        return None
    return {
        "target": found.leaf.target,
        "evidence": found.leaf.best,
        "evidence_class": found.leaf.evidence_class,
        "next_class": found.leaf.next_class,
        "gain": found.leaf.gain,
        "score": found.score,
        "rank": found.rank,
    }


def _could_gain(leaf: Leaf) -> bool:
    return leaf.gain is not None and leaf.gain > 0


def _strength(leaf: Leaf) -> tuple[int, Fraction]:
    known = leaf.evidence_class in CLASSES
    place = CLASSES.index(leaf.evidence_class) if known and leaf.evidence_class else 0
    return place, -(leaf.gain or Fraction(0))


def _ranked(answer: Answer, own: Score, value: Fraction) -> int:
    every = answer.portfolio.initiatives
    scores = [
        Score(own.id, value, own.size) if id == own.id else score
        for id, score in (answer.scores or {}).items()
        if id == own.id or every[id].status in OPEN
    ]
    return ranks(scores, constants(answer.portfolio).tie)[own.id]
