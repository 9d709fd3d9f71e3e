"""Why something moved, in words: the edits, what each does, and what they do together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from roadmap.studies.causes import Cause, CauseKind, Share
from roadmap.studies.chance_causes import able, along
from roadmap.studies.chances import ChanceShift
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift
from roadmap.views.phrases.changes import phrase, reference
from roadmap.views.phrases.english import listed
from roadmap.views.phrases.names import PairNames
from roadmap.views.phrases.spans import moved


def names_of(difference: Difference) -> PairNames:
    """What the two sides of a difference call things."""
    return PairNames(difference.old.portfolio, difference.new.portfolio)


def move_sentence(difference: Difference, shift: Shift) -> str:
    """What an initiative does and why: `It moves 3 weeks later because …`."""
    cause = difference.causes.get(shift.id)
    return f"It {move(difference, shift)}{_why(difference, cause)}."


def move(difference: Difference, shift: Shift) -> str:
    """What an initiative does: moves 3 weeks later, starts 2 working days earlier."""
    portfolio = difference.new.portfolio
    if shift.end is None:
        return "is no longer scheduled" if shift.unscheduled else "is now scheduled"
    if shift.end:
        return f"moves {moved(portfolio, shift.end)}"
    return f"starts {moved(portfolio, shift.start or 0)}"


def because(difference: Difference, cause: Cause, known: Collection[int] = ()) -> str:
    """The edits that moved something.

    Those that are `known` from what stands above, by number, are only referred to, unless
    others have to be described in the same breath.
    """
    told = all(_told(difference, share, known) for share in cause.shares)
    said = [_edits(difference, share, told) for share in cause.shares]
    match cause.kind:
        case CauseKind.ALONE:
            return said[0]
        case CauseKind.EITHER:
            one = "either" if len(said) == 2 else "any of them"
            return f"{listed(said)} ({one} alone is enough)"
        case CauseKind.TOGETHER:
            return f"{listed(said)} (combined effect)"
        case CauseKind.SUM:
            return _sum(difference, cause, said)
        case CauseKind.UNKNOWN:
            return _unknown(difference, cause, said)


def one_cause(difference: Difference, shifts: Sequence[Shift]) -> str:
    """The edit that alone moves all of several dates; empty where there is none."""
    causes = [difference.causes.get(shift.id) for shift in shifts]
    first, *others = causes or [None]
    if not first or not others or first.kind is not CauseKind.ALONE:
        return ""
    numbers = first.shares[0].changes
    same = all(
        it and it.kind is CauseKind.ALONE and it.shares[0].changes == numbers
        for it in others
    )
    return because(difference, first) if same else ""


def chance_because(difference: Difference, shift: ChanceShift) -> str:
    """What moved a chance: the only edit that can, or the move of the delivery.

    The latter where it goes the same way, and the date to keep stays.
    """
    edits = able(difference)
    if len(edits) == 1:
        return phrase(edits[0], names_of(difference))
    own = along(difference, shift)
    if own is not None:
        return move_sentence(difference, own)
    return f"combined effect of {len(edits)} edits"


def _why(difference: Difference, cause: Cause | None) -> str:
    if cause is None:
        return ""
    of = " of" if cause.kind is CauseKind.UNKNOWN else ""
    return f" because{of} {because(difference, cause)}"


def _unknown(difference: Difference, cause: Cause, said: list[str]) -> str:
    effect = "the combined effect of several edits"
    if not cause.shares:
        return effect
    alone = moved(difference.new.portfolio, cause.shares[0].days or 0)
    return f"{effect}; on its own, {said[0]}: {alone}"


def _sum(difference: Difference, cause: Cause, said: list[str]) -> str:
    days = partial(moved, difference.new.portfolio)
    alone = " on its own" if len(said) == 1 else ""
    effects = [
        f"{text} ({days(share.days or 0)}{alone})"
        for text, share in zip(said, cause.shares, strict=True)
    ]
    rest = f"; combined effect on top: {days(cause.rest)}" if cause.rest else ""
    return f"{listed(effects)}{rest}"


def _told(difference: Difference, share: Share, known: Collection[int]) -> bool:
    """Whether a reference says enough: to what stands above, or was added or removed."""
    return all(it in known or difference.changes[it].whole for it in share.changes)


def _edits(difference: Difference, share: Share, told: bool) -> str:
    if len(share.changes) > 1:
        return f"one of {len(share.changes)} edits that were tried as one"
    (number,) = share.changes
    change, names = difference.changes[number], names_of(difference)
    return reference(change, names) if told else phrase(change, names)
