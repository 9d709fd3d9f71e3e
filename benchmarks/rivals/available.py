"""The other naive order: of what nothing holds, always the best by own score.

Musts and what they need first, by deadline, so that both naive orders know of them.
"""

from __future__ import annotations

from fractions import Fraction

from benchmarks.cases import Case, Times
from benchmarks.rivals import Rival
from roadmap.sequencing.schedule.problem import FAR
from roadmap.sequencing.schedule.serial import feasible


def plan(case: Case, units: float) -> Times:
    """Each in that order on the first days that fit."""
    moved = [each for each in by_score(case) if case.fixed.start[each] < 0]
    return case.serial(feasible(case.problem, moved))


def by_score(case: Case) -> list[int]:
    """All by own score, highest first, after the musts and what they need."""
    whole, wanted = case.problem, _wanted_by(case)
    return sorted(
        range(whole.count), key=lambda i: (wanted[i], -_score(case, i), whole.ids[i])
    )


def _wanted_by(case: Case) -> list[int]:
    """The earliest deadline of the musts that each is or leads to, FAR where of none."""
    whole = case.problem
    found = [due if must else FAR for due, must in zip(whole.due, whole.must, strict=True)]
    for each in reversed(range(whole.count)):
        found[each] = min([found[each], *(found[later] for later in whole.after[each])])
    return found


def _score(case: Case, number: int) -> Fraction:
    """The own score; a milestone has none and comes last."""
    score = case.instance.scores[case.problem.ids[number]].score
    return Fraction(-1) if score is None else score


RIVAL = Rival("best available", lambda: "", plan)
