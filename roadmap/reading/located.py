"""Look up places in files: path, line, column and excerpt."""

from __future__ import annotations

from collections.abc import Collection

from roadmap.diagnostics import Located, Place, Span
from roadmap.reading.sources import Sources
from roadmap.reading.spans import Spans

KEPT = 32
"""Files that stay parsed at a time: one takes fifty times its size in memory."""


class Files:
    """The files of a portfolio, parsed again when a place in them is looked up.

    Look up many places file by file. `options` are places in no file, shown as they are.
    """

    def __init__(self, sources: Sources, options: Collection[str] = ()) -> None:
        self.sources = sources
        self.options = options
        self._spans: dict[str, Spans | None] = {}
        self._shown: dict[str, str] = {}
        self._located: dict[Place, Located] = {}

    def spans(self, name: str) -> Spans | None:
        """The places of a file; None where it cannot be read."""
        if name not in self._spans:
            if len(self._spans) >= KEPT:
                del self._spans[next(iter(self._spans))]
            try:
                self._spans[name] = Spans(self.sources.read(name))
            except (OSError, KeyError):
                self._spans[name] = None
        return self._spans[name]

    def span(self, place: Place) -> Span | None:
        """Where a place is in its file; None where there is no line to point at."""
        spans = self.spans(place.file)
        return spans.span(place) if spans else place.span

    def located(self, place: Place) -> Located:
        """A place with its path, line and excerpt."""
        if place not in self._located:
            self._located[place] = self._looked_up(place)
        return self._located[place]

    def _looked_up(self, place: Place) -> Located:
        path, spans, span = self.shown(place.file), self.spans(place.file), self.span(place)
        if spans is None or span is None:
            return Located(path, span)
        return Located(path, span, spans.lines(span), span.line)

    def shown(self, name: str) -> str:
        """The path that a reader knows a file by."""
        if name not in self._shown:
            typed = name in self.options
            self._shown[name] = name if typed else self.sources.shown(name)
        return self._shown[name]
