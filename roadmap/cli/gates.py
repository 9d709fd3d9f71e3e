"""The conditions of `roadmap diff --fail-on`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmap.cli.exits import LEFT_OUT, say, stop

if TYPE_CHECKING:
    from roadmap.model.portfolio import Portfolio
    from roadmap.studies.difference import Difference
    from roadmap.studies.published_shifts import PublishedShift

SLIP = "slip:TIME such as slip:2w"
FORMS = f"deadline, promise, cost:SHARE such as cost:5%, or {SLIP}"


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition as written, and what breaks it, each in words."""

    text: str
    breaks: Callable[[Difference], Iterator[str]]


@dataclass(frozen=True, slots=True)
class PublishedGate:
    """A condition on published dates: how much later than was shown work may end."""

    text: str
    most: str

    def breaks(
        self, portfolio: Portfolio, shifts: Iterable[PublishedShift]
    ) -> Iterator[str]:
        """The ids of what ends later than that."""
        from roadmap.reading.scalars import Terms, duration

        days = duration(self.most, Terms(portfolio.calendar.days_a_week))
        return (shift.told.id for shift in shifts if shift.beyond > days)


def gates(stated: list[str] | None) -> tuple[Gate, ...]:
    """The conditions of a command line; ends it where one cannot be read."""
    return tuple(_gate(word) for word in _words(stated))


def published_gates(stated: list[str] | None) -> tuple[PublishedGate, ...]:
    """The same for published dates, which can only slip."""
    found = []
    for word in _words(stated):
        name, _, amount = word.partition(":")
        if name != "slip":
            stop(f"--fail-on {word}: of published dates, write {SLIP}")
        _gate(word)  # ends the command where the time cannot be read
        found.append(PublishedGate(word, amount or "0d"))
    return tuple(found)


def fail(broken: Iterable[tuple[str, list[str]]]) -> None:
    """Exit 1 if a condition is broken, and say what breaks it."""
    failed = [(text, what) for text, what in broken if what]
    for text, what in failed:
        more = f" and {len(what) - 5} more" if len(what) > 5 else ""
        say(f"--fail-on {text}: {', '.join(what[:5])}{more}")
    if failed:
        sys.exit(LEFT_OUT)


def _words(stated: list[str] | None) -> list[str]:
    return [word.strip() for each in stated or () for word in each.split(",")]


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
