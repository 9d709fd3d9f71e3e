"""Where findings are: their places as paths and lines."""

from __future__ import annotations

from roadmap.diagnostics import Located, Place
from roadmap.views.page import Findings
from roadmap.writers.text.folded import Fold


def located(place: Place, block: Findings) -> Located:
    """A place as it was looked up, or its file alone."""
    return block.places.get(place) or Located(place.file, place.span)


def path_of(found: Located) -> str:
    """`path:line:column`, as far as it is known."""
    span = found.span
    return f"{found.path}:{span.line}:{span.column}" if span else found.path


def fold_text(fold: Fold, block: Findings) -> str:
    """What is said of many findings of one rule: how many, and where the first is."""
    place = fold.first.place
    first = f", first in `{path_of(located(place, block))}`" if place else ""
    return f"{fold.count} times `{fold.first.rule.name}`{first}; `--all` lists them"
