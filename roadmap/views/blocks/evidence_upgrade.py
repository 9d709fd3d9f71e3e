"""The claim with the weakest evidence, and where stronger evidence would put its work."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from roadmap.scoring.constants import CLASSES, constants
from roadmap.scoring.framework import Leaf, Score
from roadmap.scoring.ranking import ranks
from roadmap.views.answer import OPEN, Answer
from roadmap.views.blocks.framework_number import amount
from roadmap.views.page import Line
from roadmap.views.phrases.english import ordinal
from roadmap.views.phrases.targets import about

BEHIND = {
    "request": "requests",
    "interview": "interviews",
    "survey": "a survey",
    "data": "product data",
    "experiment": "an experiment",
}


@dataclass(frozen=True, slots=True)
class EvidenceUpgrade:
    """A claim one class of evidence higher: the score, and the rank before and after."""

    leaf: Leaf
    score: Fraction
    rank: int
    before: int


def evidence_upgrade(answer: Answer, id: str) -> EvidenceUpgrade | None:
    """The weakest claim one class higher.

    None where no claim could gain by evidence, and of what is delivered or dropped.
    """
    own, weakest = answer.score(id), weakest_claim(answer, id)
    if own is None or own.value is None or weakest is None or weakest.gain is None:
        return None
    value = own.value + weakest.gain
    before, after = (_rank(answer, own, each) for each in (own.value, value))
    return EvidenceUpgrade(weakest, value / own.size, after, before)


def weakest_claim(answer: Answer, id: str) -> Leaf | None:
    """The claim of a scored, open initiative with the weakest evidence that could gain."""
    own = answer.score(id)
    if answer.portfolio.initiatives[id].status not in OPEN:
        return None
    if own is None or own.score is None or own.value is None:
        return None
    return min(filter(_could_gain, own.leaves), key=_strength, default=None)


def upgrade_lines(answer: Answer, id: str) -> tuple[Line, ...]:
    """What backs the weakest claim, and what stronger evidence would change."""
    upgrade = evidence_upgrade(answer, id)
    if upgrade is None:
        return ()
    leaf = upgrade.leaf
    backing = "with no evidence"
    if leaf.best is not None:
        backing = f"backed by {leaf.best} ({leaf.evidence_class})"
    weakest = f"Weakest claim: “{about(answer, leaf.target)}”, {backing}."
    behind = BEHIND.get(leaf.next_class or "", str(leaf.next_class))
    after, before = ordinal(upgrade.rank), ordinal(upgrade.before)
    rank = after if after != before else f"still {after}"
    instead = f", up from {before}" if upgrade.rank < upgrade.before else ""
    score = amount(answer.framework, upgrade.score)
    return (Line(f"{weakest} With {behind} behind it: {rank} (score {score}){instead}."),)


def upgrade_data(upgrade: EvidenceUpgrade | None) -> dict[str, Any] | None:
    """An upgrade as plain data."""
    if upgrade is None:
        return None
    return {
        "target": upgrade.leaf.target,
        "evidence": upgrade.leaf.best,
        "evidence_class": upgrade.leaf.evidence_class,
        "next_class": upgrade.leaf.next_class,
        "gain": upgrade.leaf.gain,
        "score": upgrade.score,
        "rank": upgrade.rank,
    }


def _could_gain(leaf: Leaf) -> bool:
    return leaf.gain is not None and leaf.gain > 0


def _strength(leaf: Leaf) -> tuple[int, Fraction]:
    known = leaf.evidence_class in CLASSES
    place = CLASSES.index(leaf.evidence_class) if known and leaf.evidence_class else 0
    return place, -(leaf.gain or Fraction(0))


def _rank(answer: Answer, own: Score, value: Fraction) -> int:
    """The rank of an initiative if its value were this."""
    every = answer.portfolio.initiatives
    scores = [
        Score(own.id, value, own.size) if id == own.id else score
        for id, score in (answer.scores or {}).items()
        if id == own.id or every[id].status in OPEN
    ]
    return ranks(scores, constants(answer.portfolio).tie)[own.id]
