"""Causes: for everything that moved, the edit that moved it, found by trying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from roadmap.model.portfolio import Portfolio
from roadmap.studies.change import INITIATIVES, Edit
from roadmap.studies.moves import Move
from roadmap.studies.trials import Trials

ALONE, EITHER, SUM, TOGETHER, UNKNOWN = "alone", "either", "sum", "together", "unknown"
_PAIRED = 5
Unit = frozenset[int]


@dataclass(frozen=True, slots=True)
class Share:
    """What some edits (numbers; as a rule one) do to an initiative alone.

    `days` are working days later, below 0 sooner; None where it has or gets no place.
    """

    edits: tuple[int, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an initiative moved.

    `kind`: alone (one edit does it), either (each of several would), sum (what some do
    alone adds up to most of it, all but `rest` days), together (they do it only
    together) or unknown (edits act together, no two of those tried do it; `shares`
    are the edits that alone go the same way).
    """

    kind: str
    shares: tuple[Share, ...] = ()
    rest: int = 0


def causes(trials: Trials, moved: tuple[Move, ...]) -> Mapping[str, Cause]:
    """The cause of every move of dates, by id.

    Pairs of edits are scarce, so what no single edit moves at all is traced first, and
    the greatest moves before others.
    """
    if not trials.units:
        return {}
    dated = sorted((each for each in moved if each.dated), key=_greatest)
    traced = sorted((_Traced(trials, each) for each in dated), key=_Traced.movable)
    return {each.move.id: each.cause() for each in traced}


def _greatest(move: Move) -> tuple[bool, int, str]:
    return move.end is not None, -abs(move.end or move.start or 0), move.id


@dataclass(frozen=True, slots=True)
class _Traced:
    trials: Trials
    move: Move

    def movable(self) -> bool:
        """Whether some edit moves it alone."""
        return any(self._at(unit) != self._before for unit in self.trials.units)

    def cause(self) -> Cause:
        units = self.trials.units
        if len(units) == 1:
            return Cause(ALONE, (self._share(units[0]),))
        enough = [unit for unit in units if self._at(unit) == self._now]
        if enough:
            own = [unit for unit in enough if self._nearness(unit) == 0] or enough
            few = tuple(map(self._share, own))
            return Cause(ALONE if len(few) == 1 else EITHER, few)
        shares = self._shares(units)
        whole = self._days(self._now)
        return _mostly(shares, whole) or self._entangled(shares, whole)

    def _entangled(self, shares: tuple[Share, ...], whole: int | None) -> Cause:
        """Where single edits do not explain most of it: two that do together."""
        near = sorted(self.trials.units, key=self._nearness)
        pairs = combinations(near[:_PAIRED], 2)
        for pair in sorted(pairs, key=lambda two: sum(map(self._nearness, two))):
            both = pair[0] | pair[1]
            if self.trials.affordable(both) and self._at(both) == self._now:
                return Cause(TOGETHER, tuple(map(self._share, pair)))
        along = (each for each in shares if (each.days or 0) * (whole or 0) > 0)
        return Cause(UNKNOWN, tuple(along))

    def _shares(self, units: tuple[Unit, ...]) -> tuple[Share, ...]:
        """What each unit does alone, the greatest first; nothing is left out."""
        found = [each for each in map(self._share, units) if each.days]
        return tuple(sorted(found, key=lambda each: (-abs(each.days or 0), each.edits)))

    def _share(self, unit: Unit) -> Share:
        return Share(tuple(sorted(unit)), self._days(self._at(unit)))

    @property
    def _all(self) -> Unit:
        return frozenset(self.trials.live)

    @property
    def _before(self) -> int | None:
        return self._at(frozenset())

    @property
    def _now(self) -> int | None:
        return self._at(self._all)

    def _at(self, kept: Unit) -> int | None:
        """The day that tells: of the end, or of the start where only that moved.

        Where it gains or loses its place, any day is the same.
        """
        start, end = self.trials.stay(kept, self.move.id)
        if self.move.end is None:
            return None if end is None else 0
        return start if self.move.end == 0 else end

    def _days(self, day: int | None) -> int | None:
        before = self._before
        return None if day is None or before is None else day - before

    def _nearness(self, unit: Unit) -> int:
        edits, now = self.trials.between.edits, self.trials.new.portfolio
        return min(nearness(now, edits[number], self.move.id) for number in unit)


def nearness(portfolio: Portfolio, edit: Edit, id: str) -> int:
    """How close an edit is to an initiative: 0 itself, then what it waits for, its teams.

    Everything else that is shared follows, and other initiatives come last.
    """
    teams = {part.team for part in portfolio.initiatives[id].parts}
    if edit.section != INITIATIVES:
        return 2 if edit.section == "teams" and edit.id in teams else 3
    if edit.id == id:
        return 0
    if edit.id in _upstream(portfolio, id):
        return 1
    other = portfolio.initiatives.get(edit.id)
    near = other is not None and any(part.team in teams for part in other.parts)
    return 2 if near else 4


def _upstream(portfolio: Portfolio, id: str) -> set[str]:
    found: set[str] = set()
    todo = [id]
    while todo:
        each = portfolio.initiatives.get(todo.pop())
        for wanted in (each.depends_on or ()) if each else ():
            if wanted not in found:
                found.add(wanted)
                todo.append(wanted)
    return found


def _mostly(shares: tuple[Share, ...], whole: int | None) -> Cause | None:
    """All shares, or one of them, if that leaves less than half of the whole to others."""
    if not shares or whole is None:
        return None
    few = min((shares, *((each,) for each in shares)), key=lambda it: abs(_rest(it, whole)))
    rest = _rest(few, whole)
    return Cause(SUM, few, rest) if 2 * abs(rest) < abs(whole) else None


def _rest(shares: tuple[Share, ...], whole: int) -> int:
    return whole - sum(each.days or 0 for each in shares)
