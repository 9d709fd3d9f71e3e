"""Where each need stands on the landscape of opportunities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from roadmap.views.pictures import Landscape, Spot

SIZE, LEFT, TOP = 480, 56, 16
"""The square that is drawn in, and what stands left of it and above."""
SAID = {
    "addressed": "addressed",
    "large": "unaddressed opportunity",
    "open": "unaddressed",
}
LEAST, MOST = 7, 22
"""The radius of a need that nobody has, and of one that everybody has."""


@dataclass(frozen=True, slots=True)
class DrawnSpot:
    """A need: a circle, and `to` where its centre moves once the plan is delivered."""

    mark: int
    need: str
    x: int
    y: int
    radius: int
    to: int | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class LandscapePicture:
    """The landscape laid out; `large` bounds the area of large opportunities."""

    size: int
    left: int
    top: int
    spots: tuple[DrawnSpot, ...]
    large: str


def landscape_picture(landscape: Landscape) -> LandscapePicture:
    """A landscape with a place for every need, the widest first so that none is hidden."""
    spots = sorted(map(_spot, landscape.spots), key=lambda spot: (-spot.radius, spot.mark))
    return LandscapePicture(SIZE, LEFT, TOP, tuple(spots), _large())


def _x(importance: Fraction) -> int:
    return LEFT + round(importance * SIZE / 10)


def _y(satisfaction: Fraction) -> int:
    return TOP + SIZE - round(satisfaction * SIZE / 10)


def _spot(spot: Spot) -> DrawnSpot:
    y, to = _y(spot.satisfaction), _y(spot.projected)
    share = min(Fraction(1), max(Fraction(0), spot.affected))
    radius = LEAST + (MOST - LEAST) * isqrt(round(share * 10**6)) // 1000
    kind = "addressed" if spot.addressed else "large" if spot.large else "open"
    said = {"addressed": "addressed", "large": "unaddressed opportunity"}.get(
        kind, "unaddressed"
    )
    text = (
        f"{spot.need}: importance {float(spot.importance):.1f}, "
        f"satisfaction {float(spot.satisfaction):.1f}, "
        f"projected {float(spot.projected):.1f}, {said}"
    )
    moved = to if abs(to - y) > 3 else None
    return DrawnSpot(
        spot.mark, spot.need, _x(spot.importance), y, radius, moved, kind, text
    )


def _large() -> str:
    """The area in which importance × missing satisfaction is at least 0.4."""
    points = [f"{x},{y}" for x, y in _edge()]
    return " ".join(
        [*points, f"{LEFT + SIZE},{TOP + SIZE}", f"{_x(Fraction(4))},{TOP + SIZE}"]
    )


def _edge() -> Iterator[tuple[int, int]]:
    for tenth in range(40, 101, 2):
        importance = Fraction(tenth, 10)
        yield _x(importance), _y(10 - 40 / importance)
