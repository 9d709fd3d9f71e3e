"""An overlay: changes to what a portfolio's files say, before it is validated.

Scenario files and options of a command line both become one. See `laid.py` for how it is
applied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadmap.diagnostics import Diagnostic, Place
from roadmap.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value that is set at a path such as `teams.data.people`; None removes it.

    `place` is where the value was written: in a scenario file, or an option. `typed` is
    the value as its author wrote it.
    """

    path: str
    value: Any
    place: Place
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """An initiative that is dropped, by its id, and where that was written."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Supposition:
    """Changes that are made together: first `added`, then `assignments`, then `drops`.

    `because` is why what it drops is dropped. `added` holds initiatives. `scenario` is
    the name of the file that says so, with its title and its reason; empty for options.
    """

    because: str
    assignments: tuple[Assignment, ...] = ()
    drops: tuple[Drop, ...] = ()
    added: Tree | None = None
    scenario: str = ""
    title: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Layers, each on top of the one before it; without any, all is as the files say.

    `faults` are those of the files that it was read from.
    """

    suppositions: tuple[Supposition, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any supposition."""
        return bool(self.suppositions)

    def __add__(self, other: Overlay) -> Overlay:
        """Both, the other one on top."""
        suppositions = (*self.suppositions, *other.suppositions)
        return Overlay(suppositions, (*self.faults, *other.faults))

    @property
    def options(self) -> frozenset[str]:
        """The options that it is made of, as typed: places in them are in no file."""
        return frozenset(place.file for place in self._typed())

    def _typed(self) -> Iterator[Place]:
        for supposition in self.suppositions:
            if not supposition.scenario:
                yield from (assignment.place for assignment in supposition.assignments)
                yield from (drop.place for drop in supposition.drops)


AS_WRITTEN = Overlay()
"""No overlay: the portfolio as its files say."""
