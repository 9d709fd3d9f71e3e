"""What the script of a page looks up: facets of initiatives, and their dependencies."""

from __future__ import annotations

import json

from roadmap.views.page import Dossier, Graph, Page
from roadmap.writers.html.letters import anchor

FACETS = ("theme", "team", "owner", "status", "tag", "need", "objective")


def facets(dossiers: tuple[Dossier, ...]) -> str:
    """What filters look up, as JSON that can stand inside a script element."""
    data = {
        anchor(dossier.id): {name: dossier.facets.get(name, ()) for name in FACETS}
        | {"title": dossier.title}
        for dossier in dossiers
    }
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def edges(page: Page) -> str:
    """The dependencies between initiatives on the page, as JSON."""
    graphs = [
        block
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Graph)
    ]
    pairs = sorted({(anchor(a), anchor(b)) for graph in graphs for a, b in graph.edges})
    return json.dumps(pairs, separators=(",", ":")).replace("<", "\\u003c")


def values(dossiers: tuple[Dossier, ...], name: str) -> list[tuple[str, int]]:
    """The values of a facet, with how many initiatives have each."""
    counts: dict[str, int] = {}
    for dossier in dossiers:
        for value in dossier.facets.get(name, ()):
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
