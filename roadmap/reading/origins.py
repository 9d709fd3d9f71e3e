"""Where values come from that an overlay puts into a portfolio."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from roadmap.diagnostics import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class Origins:
    """The places at which overlaid values were written, by the places that they take."""

    known: dict[Place, Place] = field(default_factory=dict)

    def put(self, place: Place, origin: Place) -> None:
        """Remember that all at and below a place was written somewhere else."""
        depth = len(place.route)
        for other in [*self.known]:
            same = (other.file, other.document) == (place.file, place.document)
            if same and other.route[:depth] == place.route:
                del self.known[other]
        self.known[place] = origin

    def of(self, place: Place) -> Place:
        """Where what stands at a place was written: there, unless it is overlaid."""
        if not self.known or place.span is not None:
            return place
        for length in range(len(place.route), -1, -1):
            above = Place(place.file, place.route[:length], place.document)
            if (origin := self.known.get(above)) is not None:
                route = (*origin.route, *place.route[length:])
                return replace(origin, route=route, on_key=place.on_key)
        return place

    def told(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding where its author will look for it; it cannot be fixed from there."""
        place = diagnostic.place
        if not self.known or place is None:
            return diagnostic
        related = tuple((self.of(other), label) for other, label in diagnostic.related)
        origin = self.of(place)
        edits = diagnostic.edits if origin == place else ()
        return replace(diagnostic, place=origin, related=related, edits=edits)
