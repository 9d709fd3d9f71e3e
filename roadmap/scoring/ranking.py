"""Ranks by score, with ties for scores that are too close to tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from roadmap.scoring.framework import Score

TIE = Fraction(85, 100)


def best_first(scores: Iterable[Score]) -> list[Score]:
    """Scores from high to low, equal ones by id, unknown ones last."""
    return sorted(scores, key=lambda s: (s.score is None, -(s.score or 0), s.id))


def groups(scores: Iterable[Score], tie: Fraction = TIE) -> list[list[Score]]:
    """Scores in groups that tie: each is at least `tie` of the first in its group.

    Ties do not chain. Scores of 0 tie with each other, negative ones only if equal.
    """
    tied: list[list[Score]] = []
    for score in best_first(scores):
        if score.score is None:
            continue
        if tied and _ties(tied[-1][0].score or Fraction(0), score.score, tie):
            tied[-1].append(score)
        else:
            tied.append([score])
    return tied


def ranks(scores: Iterable[Score], tie: Fraction = TIE) -> Mapping[str, int]:
    """The rank of each initiative with a score, from 1; ties share the best rank."""
    ranked: dict[str, int] = {}
    for group in groups(scores, tie):
        place = len(ranked) + 1
        ranked |= {score.id: place for score in group}
    return ranked


def _ties(first: Fraction, other: Fraction, tie: Fraction) -> bool:
    return other >= first * tie if first > 0 and other > 0 else first == other
