"""Ranking: scores best first, those that are too close to tell apart tied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from roadmap.scoring.framework import Score

TIE = Fraction(85, 100)


def best_first(scores: Iterable[Score]) -> list[Score]:
    """Scores from high to low, equal ones by id, those without a score last."""
    return sorted(scores, key=lambda s: (s.score is None, -(s.score or 0), s.id))


def groups(scores: Iterable[Score], tie: Fraction = TIE) -> list[list[Score]]:
    """Scored ones in groups that tie: each at least `tie` of the group's first.

    No chaining; scores of 0 tie with each other, negative ones only when equal.
    """
    found: list[list[Score]] = []
    for score in best_first(scores):
        if score.score is None:
            continue
        if found and _ties(found[-1][0].score or Fraction(0), score.score, tie):
            found[-1].append(score)
        else:
            found.append([score])
    return found


def ranks(scores: Iterable[Score], tie: Fraction = TIE) -> Mapping[str, int]:
    """The rank of each scored initiative, from 1; tied ones share the first's."""
    ranked: dict[str, int] = {}
    for group in groups(scores, tie):
        place = len(ranked) + 1
        ranked |= {score.id: place for score in group}
    return ranked


def _ties(first: Fraction, other: Fraction, tie: Fraction) -> bool:
    return other >= first * tie if first > 0 and other > 0 else first == other
