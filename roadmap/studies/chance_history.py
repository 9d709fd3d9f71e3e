"""Chances over a history: how likely each commit makes every date, and what moves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from roadmap.model.portfolio import Portfolio
from roadmap.simulation.forecast import uncertain
from roadmap.simulation.luck import SharedDraws
from roadmap.simulation.results import PlanForecast
from roadmap.simulation.settings import forecast_settings
from roadmap.studies.chance_causes import along
from roadmap.studies.chances import (
    LEAST,
    ChanceShift,
    DateKey,
    both,
    dated,
    foretold,
    moves_chances,
)
from roadmap.studies.changes import changes
from roadmap.studies.difference import Difference, compared
from roadmap.studies.outlook import AS_STATED, Outlook, OutlookOptions, outlook

PLANS = 30
"""Further plans to find out what moved chances: one a commit, and at most so many."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """A commit's outlook and its forecast; None where it schedules no date to keep."""

    outlook: Outlook
    forecast: PlanForecast | None

    @property
    def as_of(self) -> date:
        """The day on which its plan stands."""
        return self.outlook.portfolio.as_of


@dataclass(frozen=True, slots=True)
class ChanceMove:
    """A chance that moves from one commit to the next, each planned as of its own day.

    `edited` is the part of it that edits do: both sides as of the later day. None where
    no further plan was to be had.
    """

    shift: ChanceShift
    edited: ChanceShift | None


@dataclass(frozen=True, slots=True)
class ChanceStep:
    """The chances that move from one commit to the next, those that move most first.

    `days` pass between the days of their plans; below 0 where the later commit goes back.
    `difference` is that of both sides as of the later day.
    """

    difference: Difference
    days: int
    moves: tuple[ChanceMove, ...]


@dataclass(slots=True)
class ChanceHistory:
    """The chances of a history, taken from its last commit to its first.

    All commits are drawn with the `seed` of the last one and at most as often, so that no
    chance moves by luck. `plans` is how many further plans may still be made.
    """

    options: OutlookOptions
    seed: int
    draws: int
    plans: int
    kept: SharedDraws = field(default_factory=SharedDraws)

    def foretold(self, outlook: Outlook, later: Foretold | None = None) -> Foretold:
        """A commit with its forecast: that of the `later` one if no edit moves it."""
        if not dated(outlook):
            return Foretold(outlook, None)
        if later is not None and _alike(outlook, later.outlook):
            return Foretold(outlook, later.forecast)
        own = forecast_settings(outlook.portfolio)
        draws = min(self.draws, own.draws_for(len(outlook.plan.slots)))
        settings = replace(own, seed=self.seed, draws=draws)
        return Foretold(outlook, foretold(outlook, settings, self.kept))

    def step(
        self, before: Foretold, after: Foretold, as_of: Callable[[date], Portfolio]
    ) -> ChanceStep | None:
        """What moves chances from a commit to the next; None where none moves.

        `as_of` reads the first of them as of another day.
        """
        shifts = _shifts(before, after)
        moved = [shift for shift in shifts.values() if abs(shift.points) >= LEAST]
        if not moved:
            return None
        days = (after.as_of - before.as_of).days
        if days:
            return self._later(before, after, moved, days, as_of(after.as_of))
        difference = self._explained(before.outlook, after.outlook, moved)
        return ChanceStep(
            difference,
            0,
            tuple(ChanceMove(chance_shift, chance_shift) for chance_shift in moved),
        )

    def _later(
        self,
        before: Foretold,
        after: Foretold,
        moved: list[ChanceShift],
        days: int,
        old: Portfolio,
    ) -> ChanceStep:
        """A step in which time passes: `old` is its first side as of the later day."""
        edits = changes(old, after.outlook.portfolio)
        if any(map(moves_chances, edits)) and self.plans > 0:
            self.plans -= 1
            then = self.foretold(outlook(old, self.options, tight=False))
            edited = _shifts(then, after)
            difference = self._explained(then.outlook, after.outlook, list(edited.values()))
            moves = (
                ChanceMove(chance_shift, edited.get(_key(chance_shift)))
                for chance_shift in moved
            )
        else:
            difference = compared(before.outlook, after.outlook, self.options, most=0)
            difference = replace(difference, changes=edits)
            still = not any(map(moves_chances, edits))
            moves = (ChanceMove(it, _unmoved(it) if still else None) for it in moved)
        return ChanceStep(difference, days, tuple(moves))

    def _explained(
        self, before: Outlook, after: Outlook, shifts: list[ChanceShift]
    ) -> Difference:
        """Two commits compared, with the causes of moves as far as plans are left."""
        difference = compared(before, after, self.options, most=0)
        telling = [shift for shift in shifts if abs(shift.points) >= LEAST]
        if difference.live < 2 or not any(
            along(difference, chance_shift) for chance_shift in telling
        ):
            return difference

        def spend(plans: int) -> None:
            self.plans -= plans

        return compared(before, after, self.options, spend, most=self.plans)


def chance_history(
    last: Outlook, commits: int, options: OutlookOptions = AS_STATED
) -> ChanceHistory | None:
    """The chances of so many commits up to a last one; None if that is not uncertain."""
    if not uncertain(last.portfolio):
        return None
    settings = forecast_settings(last.portfolio)
    draws = settings.draws_for(len(last.plan.slots))
    return ChanceHistory(options, settings.seed, draws, min(commits, PLANS))


def _alike(earlier: Outlook, later: Outlook) -> bool:
    """Whether two commits have one plan, and no edit between them moves a chance."""
    if earlier.plan is not later.plan:
        return False
    return not any(map(moves_chances, changes(earlier.portfolio, later.portfolio)))


def _shifts(before: Foretold, after: Foretold) -> dict[DateKey, ChanceShift]:
    """The dates that two commits have in common, those that move most first."""
    if before.forecast is None or after.forecast is None:
        return {}
    return {
        _key(chance_shift): chance_shift
        for chance_shift in both(before.forecast, after.forecast)
    }


def _key(shift: ChanceShift) -> DateKey:
    return shift.id, shift.promise


def _unmoved(shift: ChanceShift) -> ChanceShift:
    return replace(shift, before=shift.after)
