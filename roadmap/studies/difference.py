"""What differs between two portfolios, what comes of it, and which edit did what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roadmap.model.portfolio import Portfolio
from roadmap.studies.apply_changes import Between
from roadmap.studies.causes import Cause, causes
from roadmap.studies.change import Edit
from roadmap.studies.changes import edits
from roadmap.studies.loads import Load, loads
from roadmap.studies.moves import Move, moves
from roadmap.studies.outlook import AS_STATED, Manner, Outlook, outlook
from roadmap.studies.trials import Trials


@dataclass(frozen=True, slots=True)
class Difference:
    """Two outlooks and what lies between them.

    `moves` holds every initiative of either side; `causes` is by id, for those whose
    dates move. `tried` edits were tried one at a time, of `live` that could move anything.
    """

    old: Outlook
    new: Outlook
    edits: tuple[Edit, ...]
    moves: tuple[Move, ...]
    causes: Mapping[str, Cause]
    loads: tuple[tuple[Load, Load], ...]
    tried: int
    live: int

    @property
    def missed(self) -> tuple[Move, ...]:
        """Initiatives whose deadline is missed now, and was not."""
        return tuple(each for each in self.moves if _turned(each, "deadline", "missed"))

    @property
    def saved(self) -> tuple[Move, ...]:
        """Initiatives whose deadline was missed, and is kept now."""
        return tuple(each for each in self.moves if _saved(each, "deadline"))

    @property
    def broken(self) -> tuple[Move, ...]:
        """Initiatives whose promise is missed now, and was not."""
        return tuple(each for each in self.moves if _turned(each, "promise", "missed"))

    @property
    def mended(self) -> tuple[Move, ...]:
        """Initiatives whose promise was missed, and is kept now."""
        return tuple(each for each in self.moves if _saved(each, "promise"))


def difference(
    old: Portfolio,
    new: Portfolio,
    manner: Manner = AS_STATED,
    told: Callable[[int], None] = lambda _: None,
) -> Difference:
    """Two portfolios compared. `told` hears of each plan that was made."""
    found = edits(old, new)
    one = outlook(old, manner)
    told(1)
    two = outlook(new, manner, one)
    told(1)
    moved = moves(one, two)
    trials = Trials(Between(old, new, found), manner, one, two, told)
    why = causes(trials, moved)
    teams = tuple(dict.fromkeys((*new.teams, *old.teams)))
    return Difference(
        old=one,
        new=two,
        edits=found,
        moves=moved,
        causes=why,
        loads=tuple(zip(loads(one, teams), loads(two, teams), strict=True)),
        tried=sum(len(unit) == 1 for unit in trials.units),
        live=len(trials.live),
    )


def _turned(move: Move, what: str, to: str) -> bool:
    before = getattr(move.before, what) if move.before else None
    after = getattr(move.after, what) if move.after else None
    return bool(after == to and before != to)


def _saved(move: Move, what: str) -> bool:
    before = getattr(move.before, what) if move.before else None
    after = getattr(move.after, what) if move.after else None
    return before == "missed" and after == "kept"
