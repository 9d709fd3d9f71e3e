"""Luck: standard normal draws that depend on nothing but a seed and a key.

A new initiative therefore changes nobody else's draws, and more draws begin with the same
ones. Python promises the numbers of `random.Random(text).random()` on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from random import Random

from roadmap.simulation.normal import normal_quantile
from roadmap.simulation.settings import ForecastSettings

_LEAST = 2.0**-54
"""What the draw 0 counts as, which no quantile belongs to."""


def normals(seed: int, key: Sequence[str], count: int) -> list[float]:
    """So many standard normal draws for a key, which is a path of names.

    >>> normals(1, ["own", "a", "web"], 3) == normals(1, ["own", "a", "web"], 5)[:3]
    True
    """
    uniform = Random("\n".join([str(seed), *key])).random
    return [normal_quantile(uniform() or _LEAST) for _ in range(count)]


@dataclass(slots=True)
class SharedDraws:
    """Draws that are kept, for forecasts of plans with much in common."""

    _made: dict[tuple[int, tuple[str, ...]], list[float]] = field(default_factory=dict)

    def normals(self, seed: int, key: tuple[str, ...], count: int) -> list[float]:
        """The same as `normals`, made once."""
        made = self._made.get((seed, key), [])
        if len(made) < count:
            made = self._made[seed, key] = normals(seed, key, count)
        return made[:count]


@dataclass(slots=True)
class Luck:
    """The draws of a forecast: each part's own luck, its team's and everybody's.

    `kept` are those that other forecasts share, None where there is no other.
    """

    settings: ForecastSettings
    count: int
    kept: SharedDraws | None = None
    _shared: dict[str, list[float]] = field(default_factory=dict)

    def of_part(self, id: str, team: str) -> list[float]:
        """How a part of an initiative fares, draw by draw, standard normal."""
        own = self._normals("own", id, team)
        scale = sqrt(1 - self.settings.team - self.settings.portfolio)
        shared = self._of_team(team)
        return [scale * mine + ours for mine, ours in zip(own, shared, strict=True)]

    def of_date(self, id: str) -> list[float]:
        """How somebody else's delivery fares, which shares nobody's luck."""
        return self._normals("date", id)

    def _of_team(self, team: str) -> list[float]:
        """The luck that all parts of a team share."""
        if team not in self._shared:
            teams, every = sqrt(self.settings.team), sqrt(self.settings.portfolio)
            pairs = zip(
                self._normals("team", team), self._normals("portfolio"), strict=True
            )
            self._shared[team] = [teams * ours + every * all_of for ours, all_of in pairs]
        return self._shared[team]

    def _normals(self, *key: str) -> list[float]:
        made = self.kept.normals if self.kept else normals
        return made(self.settings.seed, key, self.count)
