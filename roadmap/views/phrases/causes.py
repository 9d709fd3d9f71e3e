"""Why something moved, in words: the edits, what each did, and what they do together."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.studies.causes import Cause, CauseKind, Share
from roadmap.studies.difference import Difference
from roadmap.studies.shifts import Shift
from roadmap.views.phrases.changes import named, phrase
from roadmap.views.phrases.english import count, listed


def sentence_of(found: Difference, move: Shift) -> str:
    """What an initiative does and why: `refunds` slips 3 weeks because … ."""
    cause = found.causes.get(move.id)
    why = f" because {because(found, cause)}" if cause else ""
    return f"`{move.id}` {verb(found.new.portfolio, move)}{why}."


def verb(portfolio: Portfolio, move: Shift) -> str:
    """What an initiative does: slips 3 weeks, comes 2 working days sooner."""
    if move.end is None:
        return (
            "loses its place"
            if move.after and move.after.end_day is None
            else ("gets a place in the plan")
        )
    if move.end:
        far = stretch(portfolio, abs(move.end))
        return f"slips {far}" if move.end > 0 else f"comes {far} sooner"
    far = stretch(portfolio, abs(move.start or 0))
    return f"starts {far} {'later' if (move.start or 0) > 0 else 'sooner'}"


def because(found: Difference, cause: Cause, known: Collection[int] = ()) -> str:
    """The edits that moved something, to stand after "because".

    Those that are `known` from what stands above, by number, are only named.
    """
    said = [_edits(found, share, known) for share in cause.shares]
    match cause.kind:
        case CauseKind.ALONE:
            return said[0]
        case CauseKind.EITHER:
            return f"{listed(said)} (each alone would do it)"
        case CauseKind.TOGETHER:
            return f"{listed(said)}, which do it only together"
        case CauseKind.SUM:
            return _sum(found, cause, said)
    return _entangled(found, cause, said)


def _entangled(found: Difference, cause: Cause, said: list[str]) -> str:
    if not cause.shares:
        return "several edits act together"
    alone = f"alone, {said[0]}: {_days(found.new.portfolio, cause.shares[0])}"
    return f"several edits act together ({alone})"


def _sum(found: Difference, cause: Cause, said: list[str]) -> str:
    portfolio = found.new.portfolio
    alone = " alone" if len(said) == 1 else ""
    first = listed([
        f"{text} ({_days(portfolio, share)}{alone})"
        for text, share in zip(said, cause.shares, strict=True)
    ])  # fmt: skip
    if not cause.rest:
        return first
    how = "later" if cause.rest > 0 else "sooner"
    return (
        f"{first}; all edits together: another {stretch(portfolio, abs(cause.rest))} {how}"
    )


def _edits(found: Difference, share: Share, known: Collection[int]) -> str:
    if len(share.changes) == 1:
        (number,) = share.changes
        edit = found.changes[number]
        return named(edit, found.changes) if number in known else phrase(edit)
    return f"one of {len(share.changes)} edits that were not tried one at a time"


def _days(portfolio: Portfolio, share: Share) -> str:
    days = share.days or 0
    return f"{stretch(portfolio, abs(days))} {'later' if days >= 0 else 'sooner'}"


def stretch(portfolio: Portfolio, days: int) -> str:
    """Working days in words: in weeks from one week on."""
    if days < portfolio.calendar.days_a_week:
        return count(days, "working day")
    return count(portfolio.weeks(Fraction(days)), "week")
