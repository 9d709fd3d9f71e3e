"""Findings: diagnostics with their places looked up, and fingerprints that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmap.diagnostics import Diagnostic, Finding, Located, Place, Step
from roadmap.reading.located import Files


def located_findings(
    files: Files, diagnostics: Iterable[Diagnostic], home: str
) -> tuple[Finding, ...]:
    """The findings that diagnostics are, in the same order.

    `home` is the path that stands for the whole portfolio.
    """
    found = tuple(diagnostics)
    marks = fingerprints(files, found)
    return tuple(
        _finding(files, diagnostic, home, mark)
        for diagnostic, mark in zip(found, marks, strict=True)
    )


def _finding(files: Files, diagnostic: Diagnostic, home: str, mark: str) -> Finding:
    at = Located(home) if diagnostic.place is None else files.located(diagnostic.place)
    others = [
        (place, label) for place, label in diagnostic.related if place != diagnostic.place
    ]
    own = next(
        (label for place, label in diagnostic.related if place == diagnostic.place), ""
    )
    related = tuple((files.located(place), label) for place, label in others)
    return Finding(diagnostic, at, own, related, mark)


def fingerprints(files: Files, diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """A name for each diagnostic, in order, that stays when lines or list items move.

    It is made of rule, file, initiative and route, each index replaced by what stands
    there. Equal ones are counted.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for diagnostic in diagnostics:
        facts = _facts(files, diagnostic)
        text = "\0".join((*facts, str(seen[facts])))
        names.append(_mark(text))
        seen[facts] += 1
    return tuple(names)


def _mark(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _facts(files: Files, diagnostic: Diagnostic) -> tuple[str, ...]:
    place = diagnostic.place
    if place is None:
        return diagnostic.rule.code, "", diagnostic.initiative or ""
    route = _lasting(files, place, diagnostic.initiative is not None)
    return diagnostic.rule.code, place.file, diagnostic.initiative or "", *route


def _lasting(files: Files, place: Place, known: bool) -> Iterable[str]:
    """A route without indexes; without that of an initiative whose id is known."""
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
