"""Where each need stands on the landscape of opportunities."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, isqrt

from roadmap.views.pictures import Landscape, Spot

WIDE, TALL, LEFT, TOP = 560, 440, 52, 16
"""The area that is drawn in, and what stands left of it and above."""
SAID = {
    "addressed": "addressed",
    "large": "unaddressed opportunity",
    "open": "unaddressed",
}
LEAST, MOST = 9, 22
"""The radius of a need that nobody has, and of one that everybody has."""
SPAN = 4
"""The shortest axis, so that near needs are not torn apart."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The part of 0 to 10 that an axis shows."""

    low: int
    high: int

    def share(self, value: Fraction) -> Fraction:
        """How far along the axis a value lies."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class DrawnSpot:
    """A need: a circle, and `move`, an arrow to where the plan takes it."""

    mark: int
    need: str
    x: int
    y: int
    radius: int
    move: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class LandscapePicture:
    """The landscape laid out; `large` bounds the area of large opportunities.

    `across` and `up` are where the numbers of the axes stand.
    """

    width: int
    height: int
    left: int
    top: int
    spots: tuple[DrawnSpot, ...]
    large: str
    across: tuple[tuple[int, int], ...]
    up: tuple[tuple[int, int], ...]


def landscape_picture(landscape: Landscape) -> LandscapePicture:
    """A landscape with a place for every need, the widest first so that none is hidden."""
    every = landscape.spots
    x = _axis([spot.importance for spot in every])
    y = _axis([value for spot in every for value in (spot.satisfaction, spot.projected)])
    drawn = (_spot(spot, x, y) for spot in every)
    return LandscapePicture(
        WIDE,
        TALL,
        LEFT,
        TOP,
        tuple(sorted(drawn, key=lambda spot: (-spot.radius, spot.mark))),
        _large(x, y),
        tuple((n, _x(Fraction(n), x)) for n in range(x.low, x.high + 1)),
        tuple((n, _y(Fraction(n), y)) for n in range(y.low, y.high + 1)),
    )


def kinds_of(landscape: Landscape) -> set[str]:
    """What is said of some need on it."""
    return {_kind(spot) for spot in landscape.spots}


def _axis(values: list[Fraction]) -> Axis:
    """The whole numbers around some values, with room for their circles."""
    room = Fraction(2, 5)
    low = max(0, min(map(floor, (value - room for value in values)), default=0))
    high = min(10, max(map(ceil, (value + room for value in values)), default=10))
    missing = max(0, SPAN - (high - low))
    low = max(0, low - missing)
    return Axis(low, max(high, low + SPAN))


def _x(importance: Fraction, axis: Axis) -> int:
    return LEFT + round(axis.share(importance) * WIDE)


def _y(satisfaction: Fraction, axis: Axis) -> int:
    return TOP + TALL - round(axis.share(satisfaction) * TALL)


def _kind(spot: Spot) -> str:
    return "addressed" if spot.addressed else "large" if spot.large else "open"


def _spot(spot: Spot, x: Axis, y: Axis) -> DrawnSpot:
    share = min(Fraction(1), max(Fraction(0), spot.affected))
    radius = LEAST + (MOST - LEAST) * isqrt(round(share * 10**6)) // 1000
    text = (
        f"{spot.need}: importance {float(spot.importance):.1f}, "
        f"satisfaction {float(spot.satisfaction):.1f}, "
        f"projected {float(spot.projected):.1f}, {SAID[_kind(spot)]}"
    )
    across, up = _x(spot.importance, x), _y(spot.satisfaction, y)
    move = _move(across, up, _y(spot.projected, y), radius)
    return DrawnSpot(spot.mark, spot.need, across, up, radius, move, _kind(spot), text)


def _move(x: int, y: int, to: int, radius: int) -> str:
    """An arrow from the rim of a circle; none where it would be shorter than its head."""
    if abs(to - y) < 4:
        return ""
    way = -1 if to < y else 1
    start = y + way * radius
    end = to if abs(to - y) > radius + 6 else start + way * 6
    return f"M{x} {start}V{end}m-4 {-5 * way}l4 {5 * way}l4 {-5 * way}"


def _large(x: Axis, y: Axis) -> str:
    """The area in which importance × missing satisfaction is at least 0.4."""
    points = [(LEFT + WIDE, TOP + TALL)]
    for tenth in range(100, 39, -2):
        importance = Fraction(tenth, 10)
        satisfaction = 10 - 40 / importance
        if x.low <= importance <= x.high and satisfaction >= y.low:
            points.append((_x(importance, x), max(TOP, _y(satisfaction, y))))
    first = max(Fraction(x.low), 40 / Fraction(10 - y.low) if y.low < 10 else Fraction(10))
    if first > x.high or len(points) < 2:
        return ""
    edge = 10 - 40 / first if first else Fraction(0)
    points.append((_x(first, x), max(TOP, _y(max(edge, Fraction(y.low)), y))))
    points.append((_x(first, x), TOP + TALL))
    return " ".join(f"{across},{up}" for across, up in points)
