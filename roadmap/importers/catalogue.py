"""All sources, found by looking, and the one that knows an export."""

from __future__ import annotations

from collections.abc import Mapping

import roadmap.importers.sources
from roadmap.families import members
from roadmap.importers.source import Raw, Source


def sources() -> Mapping[str, Source]:
    """Every source by its name, in alphabetical order."""
    found = members(roadmap.importers.sources, Source, "SOURCE")
    return {source.name: source for source in sorted(found, key=lambda source: source.name)}


def detected(raw: Raw) -> Source | None:
    """The source that is surest of an export; None where none knows its shape."""
    sure = [(source.recognises(raw), source) for source in sources().values()]
    best = max((certainty for certainty, _ in sure), default=0)
    return (
        next((source for certainty, source in sure if certainty == best), None)
        if best
        else None
    )
