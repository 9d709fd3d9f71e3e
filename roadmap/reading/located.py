"""Findings as their readers need them: paths, lines, excerpts, lasting fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from roadmap.diagnostics import Diagnostic, Located, Place, Span, Step
from roadmap.reading.sources import Sources
from roadmap.reading.spans import Spans

KEPT = 32
"""Files that stay open at a time: what stands in one takes fifty times its bytes."""


class Files:
    """The files of a portfolio, opened again when something in them is looked up.

    Whoever looks up many places does so file by file.
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
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
            self._shown[name] = self.sources.shown(name)
        return self._shown[name]


def located(files: Files, places: Iterable[Place]) -> Mapping[Place, Located]:
    """Each place with its path, line and excerpt; only the files that are named open."""
    return {place: files.located(place) for place in places}


def places_of(diagnostics: Iterable[Diagnostic]) -> list[Place]:
    """All places that findings speak of, related ones too."""
    found: dict[Place, None] = {}
    for each in diagnostics:
        own = () if each.place is None else (each.place,)
        found |= dict.fromkeys((*own, *(place for place, _ in each.related)))
    return list(found)


def fingerprints(files: Files, diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """A name for each finding, in order, that stays when lines or list items move.

    It is made of rule, file, initiative and route, each index replaced by what stands
    there; equal ones are counted.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for each in diagnostics:
        facts = _facts(files, each)
        text = "\0".join((*facts, str(seen[facts])))
        found.append(_mark(text))
        seen[facts] += 1
    return tuple(found)


def _mark(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _facts(files: Files, each: Diagnostic) -> tuple[str, ...]:
    place = each.place
    if place is None:
        return each.rule.code, "", each.initiative or ""
    route = _lasting(files, place, each.initiative is not None)
    return each.rule.code, place.file, each.initiative or "", *route


def _lasting(files: Files, place: Place, known: bool) -> Iterable[str]:
    """A route without indexes; an initiative's own is left out where its id is known."""
    if place.document and not known and (spans := files.spans(place.file)):
        yield spans.named((), place.document)
    for depth, step in enumerate(place.route):
        if not isinstance(step, int):
            yield step
        elif depth or not known:
            yield _value(files, place, place.route[: depth + 1])


def _value(files: Files, place: Place, route: tuple[Step, ...]) -> str:
    spans = files.spans(place.file)
    return spans.named(route, place.document) if spans else ""
