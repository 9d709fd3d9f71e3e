"""Pictures as values: a board of cards, and the landscape of opportunities."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative on a board; `id` is empty where its page is not to be opened.

    `note` is said below the title, `date` is when it delivers; either may be empty.
    """

    title: str
    note: str = ""
    date: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a board."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Cards in lanes, from left to right.

    `often` says how often cards deliver in the ranges that their dates are (`8 in 10`),
    empty where these are dates.
    """

    id: str
    lanes: tuple[Lane, ...]
    title: str = ""
    often: str = ""

    @property
    def empty(self) -> bool:
        """Whether no lane has a card."""
        return not any(lane.cards for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class Spot:
    """A need on the landscape.

    Importance, satisfaction and projected satisfaction are from 0 to 10, `affected` is a
    share of 1. `addressed`: planned work adds to it. `mark` is its number in the list.
    """

    need: str
    mark: int
    importance: Fraction
    satisfaction: Fraction
    projected: Fraction
    affected: Fraction
    addressed: bool
    large: bool


@dataclass(frozen=True, slots=True)
class Landscape:
    """Needs by importance and satisfaction. Ulwick, What Customers Want, 2005."""

    id: str
    spots: tuple[Spot, ...]
    title: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is no need on it."""
        return not self.spots
