"""What a chance may have moved by: an edit that could, or the move of its delivery."""

from __future__ import annotations

from bisect import bisect_left

from roadmap.studies.chances import ChanceShift, moves_chances
from roadmap.studies.change import Change
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift


def able(difference: Difference) -> list[Change]:
    """The changes that could move a chance."""
    return [change for change in difference.changes if moves_chances(change)]


def along(difference: Difference, shift: ChanceShift) -> Shift | None:
    """The move of the delivery, if it explains that of the chance.

    It does where it goes the same way, and the date to keep stays.
    """
    shifts = difference.shifts  # by id
    own = shifts[bisect_left(shifts, shift.id, key=lambda each: each.id)]
    stays = shift.before.by.last == shift.after.by.last
    explains = stays and own.end and (own.end > 0) is (shift.points < 0)
    return own if explains else None
