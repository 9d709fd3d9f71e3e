"""Pages with diagrams: titles that mean harm, and more than one drawing can hold."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product

from roadmap.views.page import Bar, BarGroup, Graph, Page, Prose, Timeline
from tests.writers.sample_pages import HOSTILE, hostile_page

KEYWORDS = (
    "section of the market", "title deeds", "click here", "call us", "gantt", "topAxis",
    "dateFormat X", "axisFormat %d", "tickInterval 1day", "todayMarker on", "excludes",
    "includes weekends", "inclusiveEndDates", "weekday monday", "weekend friday", "vert",
    "2027-01-04", "done", "active", "crit", "milestone", "after t1", "until t2", "end",
    "graph TD", "subgraph one", "class a b", "style n1 fill:red", "direction RL",
    "a---ops", "a --> b", "x-->|no|y", "%% gone", "%%{init: {'theme': 'dark'}}%%", "---",
    "accTitle: no", "accDescr { no }", "Checkout: faster :a1, 2027-01-01, 3d", "a;b", "a#b",
    "#quot;", "#35;", "&lt;i&gt; & &amp;", '"quoted"', "`code`", "`**bold**`", "$$x^2$$",
    "1. first", "- item", "[x](javascript:alert(1))", "<script>alert(1)</script>",
    "fa:fa-car", "n1", "t1", "{{round}}", "((circle))", "@{ shape: cyl }", "linkStyle 0",
)  # fmt: skip
TITLES = (*HOSTILE, *KEYWORDS)
START = date(2027, 1, 4)


def chart(titles: tuple[str, ...] = TITLES) -> Timeline:
    """A bar for each title, and a mark on every fifth."""
    last = len(titles) + 40
    kinds = ("planned", "running", "assumed", "milestone")
    bars = tuple(
        Bar(
            f"id-{n}",
            title,
            kinds[n % 4],
            n,
            n if n % 4 == 3 else n + 3,
            (),
            "Mar",
            ((n + 2, "deadline"), (n + 9, "promise")) if n % 5 == 0 else (),
        )
        for n, title in enumerate(titles)
    )
    groups = tuple(BarGroup(titles[n], bars[n : n + 9]) for n in range(0, len(bars), 9))
    dates = {day: START + timedelta(day // 5 * 7 + day % 5) for day in range(last + 1)}
    return Timeline("plan", 0, last, (), groups, dates=dates, as_of=START, drawn=True)


def graph(titles: tuple[str, ...] = TITLES) -> Graph:
    """Each title waits for the one before it."""
    nodes = tuple((f"id-{n}", title, titles[n % 3]) for n, title in enumerate(titles))
    edges = tuple((f"id-{n}", f"id-{n + 1}") for n in range(len(titles) - 1))
    return Graph("dependencies", nodes, edges, "Dependencies", drawn=True)


def layers(wide: int, deep: int, themes: int = 3) -> Graph:
    """All of a layer wait for all of the layer before it, and of the first."""
    ids = [[f"l{layer}-{n}" for n in range(wide)] for layer in range(deep)]
    nodes = tuple(
        (id, f"Initiative {id}", f"theme {layer % themes}")
        for layer, those in enumerate(ids)
        for id in those
    )
    near = [edge for a, b in pairwise(ids) for edge in product(a, b)]
    far = [edge for those in ids[2:] for edge in product(ids[0], those)]
    return Graph("dependencies", nodes, (*near, *far), "Dependencies", drawn=True)


def many(count: int = 900) -> Timeline:
    """A calendar of more bars than one chart can hold."""
    return chart(tuple(f"Initiative number {n}, which has a name" for n in range(count)))


def drawn_page() -> Page:
    """All that Markdown can hold, diagrams too."""
    blocks = tuple(b for b in hostile_page().blocks if not isinstance(b, Timeline | Graph))
    prose = Prose((), "")
    return Page("Northwind: roadmap", (prose, *blocks, chart(), graph()))
