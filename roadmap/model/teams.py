"""Teams: people, focus, how many initiatives at once, and absences."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from roadmap.diagnostics import Place
from roadmap.model.calendar import Period


@dataclass(frozen=True, slots=True)
class Absence:
    """People away for a period, both ends inclusive; `people` None means everybody."""

    period: Period
    people: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """A team. `people` > 0, `at_once` > 0, 0 < `focus` ≤ 1; `assumed`: not described."""

    id: str
    people: Fraction
    at_once: Fraction
    focus: Fraction = Fraction(1)
    away: tuple[Absence, ...] = ()
    title: str = ""
    place: Place | None = None
    assumed: bool = False

    @property
    def share(self) -> Fraction:
        """People that one initiative gets: people ÷ at_once, rounded down to a half.

        At least one person, or the whole of a smaller team.

        >>> Team("web", Fraction(5), Fraction(2)).share
        Fraction(5, 2)
        """
        return _share(self.people, self.at_once)


@lru_cache(1024)
def _share(people: Fraction, at_once: Fraction) -> Fraction:
    """Kept, as it is asked for each part of each initiative."""
    halves = people / at_once * 2
    return min(people, max(Fraction(1), Fraction(int(halves), 2)))
