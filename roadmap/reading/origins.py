"""Where values come from that an overlay puts into a portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from roadmap.diagnostics import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class Origins:
    """The places at which overlaid values were written, by the places that they take."""

    known: dict[Place, tuple[int, Place]] = field(default_factory=dict)
    _clock: Iterator[int] = field(default_factory=count, compare=False)

    def put(self, place: Place, origin: Place) -> None:
        """Remember that all at and below a place was written somewhere else."""
        self.known[place] = (next(self._clock), origin)

    def of(self, place: Place) -> Place:
        """Where what stands at a place was written: there, unless it is overlaid."""
        if not self.known or place.span is not None:
            return place
        latest, found = -1, place
        for length in range(len(place.route) + 1):
            above = Place(place.file, place.route[:length], place.document)
            when, origin = self.known.get(above, (-1, place))
            if when > latest:
                route = (*origin.route, *place.route[length:])
                latest, found = when, replace(origin, route=route, on_key=place.on_key)
        return found

    def told(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding where its author will look for it; it cannot be fixed from there."""
        place = diagnostic.place
        if not self.known or place is None:
            return diagnostic
        related = tuple((self.of(other), label) for other, label in diagnostic.related)
        origin = self.of(place)
        edits = diagnostic.edits if origin == place else ()
        return replace(diagnostic, place=origin, related=related, edits=edits)
