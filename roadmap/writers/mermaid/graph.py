"""Dependencies as a flowchart in Mermaid: own ids, and no more than it can draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from roadmap.views.page import Graph
from roadmap.writers.mermaid.diagram import (
    MOST_EDGES,
    MOST_SIGNS,
    Diagram,
    Drawing,
    bundles,
    numbered,
)
from roadmap.writers.mermaid.text import label
from roadmap.writers.text.reduced import Edges, reduced

HEAD = "flowchart LR"
CUT = (
    "The graph is too large for one diagram, so there is one for each theme, with all "
    "that its work depends on."
)
IMPLIED = "Arrows that follow from others are left out."


def flowchart(graph: Graph) -> Drawing:
    """The graph in one drawing; what is too large loses implied arrows, then is cut."""
    whole = replace(graph, edges=tuple(dict.fromkeys(graph.edges)))
    if not whole.edges:
        return Drawing(())
    text = _text(whole, whole.edges)
    if _fits(whole.edges, text):
        return Drawing((Diagram(text),))
    fewer = reduced(whole.edges)
    text = _text(whole, fewer)
    left_out = [IMPLIED] if len(fewer) < len(whole.edges) else []
    if _fits(fewer, text):
        return Drawing((Diagram(text),), " ".join(left_out))
    return Drawing(tuple(_by_theme(whole, fewer)), " ".join([CUT, *left_out]))


def _fits(edges: Edges, text: str) -> bool:
    return len(edges) <= MOST_EDGES and len(text) < MOST_SIGNS


def _by_theme(graph: Graph, edges: Edges) -> Iterator[Diagram]:
    """A diagram for the work of each theme, or several where one cannot hold it."""
    groups = {id: group for id, _, group in graph.nodes}
    lines = {id: len(label(title)) + 20 for id, title, _ in graph.nodes}
    found: dict[str, list[tuple[str, str]]] = {}
    for edge in edges:
        found.setdefault(groups.get(edge[1], ""), []).append(edge)
    for theme, those in sorted(found.items()):
        cut = list(bundles(those, partial(_size, lines), MOST_SIGNS, MOST_EDGES))
        for number, some in enumerate(cut, 1):
            title = numbered(theme or "No theme", number, len(cut))
            yield Diagram(_text(graph, some), title)


def _size(lines: Mapping[str, int], edge: tuple[str, str]) -> int:
    """The most characters that an edge adds: its arrow, and both its ends."""
    return 30 + sum(lines.get(id, len(label(id)) + 20) for id in edge)


def _text(graph: Graph, edges: Iterable[tuple[str, str]]) -> str:
    """A diagram of some edges and the nodes that they link."""
    kept = tuple(edges)
    linked = {id for edge in kept for id in edge}
    titles = {id: title for id, title, _ in graph.nodes if id in linked}
    titles |= {id: id for id in sorted(linked) if id not in titles}
    ids = {id: f"n{number}" for number, id in enumerate(titles, 1)}
    return "\n".join([HEAD, *_nodes(titles, ids), *_arrows(kept, ids)]) + "\n"


def _nodes(titles: Mapping[str, str], ids: Mapping[str, str]) -> Iterator[str]:
    for id, title in titles.items():
        yield f'    {ids[id]}["{label(title)}"]'


def _arrows(edges: Edges, ids: Mapping[str, str]) -> Iterator[str]:
    for first, then in edges:
        yield f"    {ids[first]} --> {ids[then]}"
