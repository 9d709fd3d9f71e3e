"""Chances that move, in words: the date to keep, from what to what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from roadmap.studies.chance_causes import able
from roadmap.studies.chance_history import ChanceMove, ChanceStep
from roadmap.studies.chances import LEAST, ChanceShift, DateKey
from roadmap.views.phrases.causes import chance_because, names_of
from roadmap.views.phrases.dates_to_keep import date_to_keep
from roadmap.views.phrases.english import count
from roadmap.views.phrases.forecasts import chance_text
from roadmap.views.phrases.spans import days_passed


@dataclass(frozen=True, slots=True)
class ToldMove:
    """A chance that moved from one commit to another: the date to keep, and the cause."""

    shift: ChanceShift
    title: str
    date: str
    because: str


@dataclass(frozen=True, slots=True)
class ToldStep:
    """The chances that moved up to a commit, by date; `before` is the commit before it."""

    before: str
    commit: str
    moves: Mapping[DateKey, ToldMove]


def told(step: ChanceStep, before: str, commit: str) -> ToldStep:
    """What moved chances from one commit to another, in words."""
    moves = {(it.shift.id, it.shift.promise): _told(step, it) for it in step.moves}
    return ToldStep(before, commit, moves)


def _told(step: ChanceStep, move: ChanceMove) -> ToldMove:
    shift, difference = move.shift, step.difference
    title = names_of(difference).title(shift.id)
    return ToldMove(
        shift,
        title,
        date_to_keep(difference, shift.id, promise=shift.promise),
        _because(step, move),
    )


def chance_pair(shift: ChanceShift) -> str:
    """`71 ± 1 % → 48 ± 1 %`."""
    before = chance_text(shift.before.chance, shift.draws[0])
    return f"{before} → {chance_text(shift.after.chance, shift.draws[1])}"


def _because(step: ChanceStep, move: ChanceMove) -> str:
    """What moved a chance: edits, the days that passed, or both, the greater one first."""
    difference, whole = step.difference, move.shift.points
    if not step.days:
        return chance_because(difference, move.shift)
    edited = move.edited
    edits = count(len(able(difference)), "edit")
    both = f"combined effect of {edits} and {_passing(step.days)}"
    if edited is None:
        return both
    by_edits, by_days = edited.points, whole - edited.points
    if abs(by_days) < LEAST:
        return both if abs(by_edits) < LEAST else chance_because(difference, edited)
    if abs(by_edits) < LEAST:
        return days_passed(step.days)
    return _both(step.days, chance_because(difference, edited), by_edits, by_days)


def _both(days: int, because: str, by_edits: Fraction, by_days: Fraction) -> str:
    """Both causes; of two that go different ways, what the lesser one does alone."""
    edits_first = abs(by_edits) >= abs(by_days)
    if (by_edits > 0) is (by_days > 0):
        edits = because.removesuffix(".")
        first, second = (
            (edits, days_passed(days)) if edits_first else (days_passed(days), edits)
        )
        return f"{first}; {second}"
    lesser = by_days if edits_first else by_edits
    would = "would raise it" if lesser > 0 else "would lower it"
    if edits_first:
        return f"{because.removesuffix('.')}; {_passing(days)} alone {would}"
    return f"{days_passed(days)}; what was edited alone {would}"


def _passing(days: int) -> str:
    """`14 days that passed`."""
    length = count(abs(days), "day")
    return f"{length} that passed" if days > 0 else f"{length} that the plan went back by"
