"""What `--fail-on` of `roadmap diff` says: when a difference is too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmap.cli.exits import stop

if TYPE_CHECKING:
    from roadmap.studies.difference import Difference

LIMITS = "deadline, promise, cost:SHARE such as cost:5%, or slip:TIME such as slip:2w"


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition as written, and what breaks it: words, each for one thing."""

    text: str
    breaks: Callable[[Difference], Iterator[str]]


def limits(stated: list[str] | None) -> tuple[Limit, ...]:
    """The conditions of a command line; one that is none ends it."""
    words = [word.strip() for each in stated or () for word in each.split(",")]
    return tuple(_limit(word) for word in words)


def _limit(word: str) -> Limit:
    from roadmap.reading.scalars import Unreadable, share

    name, _, amount = word.partition(":")
    try:
        if name == "cost":
            return Limit(word, _dearer(share(amount) if amount else Fraction(0)))
        if name == "slip":
            return Limit(word, _slipping(amount or "0d"))
    except Unreadable as error:
        stop(f"--fail-on {word}: {error.message}; {error.cure}")
    if word == "deadline":
        return Limit(word, lambda found: (each.id for each in found.deadlines_missed))
    if word == "promise":
        return Limit(word, lambda found: (each.id for each in found.promises_missed))
    stop(f"--fail-on {word}: write {LIMITS}")


def _dearer(most: Fraction) -> Callable[[Difference], Iterator[str]]:
    from roadmap.scoring.figures import percent

    def breaks(found: Difference) -> Iterator[str]:
        before, after = found.old.plan.cost, found.new.plan.cost
        if after > before * (1 + most):
            by = f" by {percent(after / before - 1, 0)}" if before else ""
            yield f"the total cost rises{by}"

    return breaks


def _slipping(most: str) -> Callable[[Difference], Iterator[str]]:
    """Whether an end slips by more than a time, in weeks of the new portfolio."""
    from roadmap.reading.scalars import Terms, duration

    duration(most, Terms())  # what is no time is a mistake before anything is read

    def breaks(found: Difference) -> Iterator[str]:
        days = duration(most, Terms(found.new.portfolio.calendar.days_a_week))
        return (each.id for each in found.shifts if (each.end or 0) > days)

    return breaks
