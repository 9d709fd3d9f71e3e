"""Causes: find the change behind every move by trying changes one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import INITIATIVES, Change
from roadmap.studies.shifts import Shift
from roadmap.studies.trials import ChangeGroup, Trials

_PAIRED = 5


class CauseKind(StrEnum):
    """How changes bring about a move.

    ALONE: one change does it. EITHER: each of several would. SUM: what some do alone adds
    up to most of it. TOGETHER: they do it only together. UNKNOWN: no change, and no two of
    those that were tried, do it.
    """

    ALONE = "alone"
    EITHER = "either"
    SUM = "sum"
    TOGETHER = "together"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Share:
    """What some changes (numbers; as a rule one) do to an initiative alone.

    `days` are working days later, below 0 earlier; None where the initiative enters or
    leaves the plan.
    """

    changes: tuple[int, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an initiative moved.

    `rest` is what the shares of a SUM leave unexplained, in working days. The shares of
    an UNKNOWN cause are the changes that alone go the same way.
    """

    kind: CauseKind
    shares: tuple[Share, ...] = ()
    rest: int = 0


def causes(trials: Trials, shifts: tuple[Shift, ...]) -> Mapping[str, Cause]:
    """The cause of every move of dates, by id.

    Pairs of changes are expensive, so what no single change moves at all is traced first,
    and the greatest moves before others.
    """
    if not trials.units:
        return {}
    dated = sorted((shift for shift in shifts if shift.dated), key=_greatest)
    traced = sorted((_Traced(trials, shift) for shift in dated), key=_Traced.movable)
    return {each.shift.id: each.cause() for each in traced}


def _greatest(shift: Shift) -> tuple[bool, int, str]:
    return shift.end is not None, -abs(shift.end or shift.start or 0), shift.id


@dataclass(frozen=True, slots=True)
class _Traced:
    trials: Trials
    shift: Shift

    def movable(self) -> bool:
        """Whether some change moves it alone."""
        return any(self._day(unit) != self._before for unit in self.trials.units)

    def cause(self) -> Cause:
        units = self.trials.units
        if len(units) == 1:
            return Cause(CauseKind.ALONE, (self._share(units[0]),))
        return self._sufficient() or self._summed() or self._entangled()

    def _sufficient(self) -> Cause | None:
        """Changes each of which does all of it; the initiative's own before others."""
        enough = [unit for unit in self.trials.units if self._day(unit) == self._now]
        own = [unit for unit in enough if self._distance(unit) == 0] or enough
        if not own:
            return None
        kind = CauseKind.ALONE if len(own) == 1 else CauseKind.EITHER
        return Cause(kind, tuple(map(self._share, own)))

    def _summed(self) -> Cause | None:
        """All shares, or one of them, if that leaves less than half to others."""
        shares, whole = self._shares(), self._days(self._now)
        if not shares or whole is None:
            return None
        choices = (shares, *((share,) for share in shares))
        best = min(choices, key=lambda some: abs(_rest(some, whole)))
        rest = _rest(best, whole)
        return Cause(CauseKind.SUM, best, rest) if 2 * abs(rest) < abs(whole) else None

    def _entangled(self) -> Cause:
        """Where single changes do not explain most of it: two that do together."""
        near = sorted(self.trials.units, key=self._distance)
        pairs = combinations(near[:_PAIRED], 2)
        for pair in sorted(pairs, key=lambda two: sum(map(self._distance, two))):
            both = pair[0] | pair[1]
            if self.trials.affordable(both) and self._day(both) == self._now:
                return Cause(CauseKind.TOGETHER, tuple(map(self._share, pair)))
        whole = self._days(self._now) or 0
        along = (share for share in self._shares() if (share.days or 0) * whole > 0)
        return Cause(CauseKind.UNKNOWN, tuple(along))

    def _shares(self) -> tuple[Share, ...]:
        """What each unit does alone, the greatest first; nothing is left out."""
        shares = [share for share in map(self._share, self.trials.units) if share.days]
        return tuple(sorted(shares, key=lambda it: (-abs(it.days or 0), it.changes)))

    def _share(self, unit: ChangeGroup) -> Share:
        return Share(tuple(sorted(unit)), self._days(self._day(unit)))

    @property
    def _before(self) -> int | None:
        return self._day(frozenset())

    @property
    def _now(self) -> int | None:
        return self._day(frozenset(self.trials.live))

    def _day(self, unit: ChangeGroup) -> int | None:
        """The day that tells: of the end, or of the start where only that moved.

        Where the initiative enters or leaves the plan, any day is the same.
        """
        start, end = self.trials.days(unit, self.shift.id)
        if self.shift.end is None:
            return None if end is None else 0
        return start if self.shift.end == 0 else end

    def _days(self, day: int | None) -> int | None:
        before = self._before
        if day is None or before is None:
            return None
        return self.trials.new.portfolio.calendar.days_later(before - 1, day - 1)

    def _distance(self, unit: ChangeGroup) -> int:
        changes, now = self.trials.between.changes, self.trials.new.portfolio
        return min(distance(now, changes[number], self.shift.id) for number in unit)


def distance(portfolio: Portfolio, change: Change, id: str) -> int:
    """How far a change is from an initiative, from 0, its own, to 4, any other's.

    What it depends on is 1, its teams and what they work on 2, all that is shared 3.
    """
    teams = {part.team for part in portfolio.initiatives[id].parts}
    if change.section != INITIATIVES:
        return 2 if change.section == "teams" and change.id in teams else 3
    if change.id == id:
        return 0
    if change.id in _upstream(portfolio, id):
        return 1
    other = portfolio.initiatives.get(change.id)
    near = other is not None and any(part.team in teams for part in other.parts)
    return 2 if near else 4


def _upstream(portfolio: Portfolio, id: str) -> set[str]:
    reached: set[str] = set()
    todo = [id]
    while todo:
        initiative = portfolio.initiatives.get(todo.pop())
        for wanted in (initiative.depends_on or ()) if initiative else ():
            if wanted not in reached:
                reached.add(wanted)
                todo.append(wanted)
    return reached


def _rest(shares: tuple[Share, ...], whole: int) -> int:
    return whole - sum(share.days or 0 for share in shares)
