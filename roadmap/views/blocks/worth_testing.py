"""Whose evidence to improve first: where one class more changes the ranking most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmap.scoring.constants import CLASSES
from roadmap.views.answer import OPEN, Answer
from roadmap.views.blocks.evidence_upgrade import BEHIND, weakest_claim
from roadmap.views.page import Line
from roadmap.views.phrases.english import listed, ordinal
from roadmap.views.phrases.names import quoted

NAMED = 3


@dataclass(frozen=True, slots=True)
class EvidenceTest:
    """What one class of evidence more does to an initiative's place by score."""

    id: str
    next_class: str
    gain: Fraction
    before: int
    after: int


def worth_testing(answer: Answer) -> Iterator[Line]:
    """The few initiatives that better evidence would move up most, in a line."""
    tests = sorted(filter(_rises, _tests(answer)), key=_promise)[:NAMED]
    if tests:
        named = listed([_named(answer, test) for test in tests], NAMED)
        yield Line(f"Evidence that would change the ranking most: {named}.")


def _tests(answer: Answer) -> Iterator[EvidenceTest]:
    """Each initiative shown with what its weakest claim would gain."""
    every = answer.portfolio.initiatives
    ascending = sorted(
        score.score
        for id, score in (answer.scores or {}).items()
        if score.score is not None and every[id].status in OPEN
    )
    for id in (initiative.id for initiative in answer.open):
        own, leaf = answer.score(id), weakest_claim(answer, id)
        if own is None or own.score is None or leaf is None or leaf.gain is None:
            continue
        score, then = own.score, own.score + leaf.gain / own.size
        above, left = (
            len(ascending) - bisect_right(ascending, each) for each in (score, then)
        )
        yield EvidenceTest(id, leaf.next_class or "", leaf.gain, above + 1, left + 1)


def _rises(test: EvidenceTest) -> bool:
    return test.after < test.before


def _promise(test: EvidenceTest) -> tuple[int, int, Fraction, str]:
    """The greatest rise first, then the evidence that takes least to collect."""
    known = test.next_class in CLASSES
    least = CLASSES.index(test.next_class) if known else len(CLASSES)
    return test.after - test.before, least, -test.gain, test.id


def _named(answer: Answer, test: EvidenceTest) -> str:
    """`“Forecast” (interviews: 6th to 2nd)`."""
    behind = BEHIND.get(test.next_class, test.next_class)
    places = f"{ordinal(test.before)} to {ordinal(test.after)}"
    return f"{quoted(answer.portfolio, test.id)} ({behind}: {places})"
