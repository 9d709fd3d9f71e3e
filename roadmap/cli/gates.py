"""The conditions of `roadmap diff --fail-on`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop

if TYPE_CHECKING:
    from roadmap.studies.difference import Difference

FORMS = "deadline, promise, cost:SHARE such as cost:5%, or slip:TIME such as slip:2w"


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition as written, and what breaks it, each in words."""

    text: str
    breaks: Callable[[Difference], Iterator[str]]


def gates(stated: list[str] | None) -> tuple[Gate, ...]:
    """The conditions of a command line; ends it where one cannot be read."""
    words = [word.strip() for each in stated or () for word in each.split(",")]
    return tuple(_gate(word) for word in words)


def _gate(word: str) -> Gate:
    from roadmap.reading.refusals import Unreadable
    from roadmap.reading.scalars import share

    name, _, amount = word.partition(":")
    try:
        if name == "cost":
            return Gate(word, _dearer(share(amount) if amount else Fraction(0)))
        if name == "slip":
            return Gate(word, _slips(amount or "0d"))
    except Unreadable as error:
        stop(f"--fail-on {word}: {error.message}; {error.cure}")
    if word == "deadline":
        return Gate(
            word, lambda difference: (shift.id for shift in difference.deadlines_missed)
        )
    if word == "promise":
        return Gate(
            word, lambda difference: (shift.id for shift in difference.promises_missed)
        )
    stop(f"--fail-on {word}: write {FORMS}")


def _dearer(most: Fraction) -> Callable[[Difference], Iterator[str]]:
    """An average time to value that rises, among what both sides schedule.

    The total cost would rise with every valuable initiative and every confirmed claim.
    """
    from roadmap.scoring.figures import apart, percent

    def breaks(difference: Difference) -> Iterator[str]:
        before, after = difference.shared_waits or (Fraction(0), Fraction(0))
        if after > before * (1 + most):
            by = f" by {percent(after / before - 1, 0)}" if before > 0 else ""
            weeks = "from {} to {} weeks".format(*apart(before, after))
            what = "the average time to value of what both sides schedule"
            yield f"{what} rises{by}, {weeks}"

    return breaks


def _slips(most: str) -> Callable[[Difference], Iterator[str]]:
    """What ends later by more than a time, in weeks of the new portfolio."""
    from roadmap.reading.scalars import Terms, duration

    duration(most, Terms())  # what is no time is a mistake before anything is read

    def breaks(difference: Difference) -> Iterator[str]:
        days = duration(most, Terms(difference.new.portfolio.calendar.days_a_week))
        return (shift.id for shift in difference.shifts if (shift.end or 0) > days)

    return breaks
