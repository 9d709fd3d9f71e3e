from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from roadmap.views.page import Bar, BarGroup, Graph, Page, Timeline
from roadmap.writers.catalogue import writers
from roadmap.writers.mermaid.drawing import drawing
from roadmap.writers.mermaid.text import label
from roadmap.writers.text.reduced import reduced
from roadmap.writers.text.safe import plain
from roadmap.writers.writer import Setting

DATES = {day: date(2027, 1, 4) + timedelta(day // 5 * 7 + day % 5) for day in range(99)}
LATE = Bar("a", "Late", "planned", 5, 10, (), "Jan", ((7, "deadline"), (90, "promise")))
GATE = Bar("g", "Gate", "milestone", 10, 10, (), "Jan")
edges = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30).map(
    lambda found: tuple((str(a), str(b)) for a, b in found if a != b)
)


def chart(*bars: Bar) -> Timeline:
    return Timeline("plan", 0, 20, (), (BarGroup("Now", bars),), dates=DATES)


def tasks(*bars: Bar) -> list[str]:
    text = drawing(chart(*bars)).diagrams[0].text
    return [line.strip() for line in text.splitlines() if " :" in line]


@given(st.text(max_size=30))
def test_a_label_says_what_was_said_in_signs_that_mean_nothing(text: str) -> None:
    said = label(text)

    assert re.fullmatch(r"#\d+;(?:#\d+;|[^!-~]|[\w.'!?/()+-])*", said)
    spoken = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), said)
    assert spoken == (" ".join(plain(text).split()) or "?")


def test_a_bar_begins_on_its_first_day_and_ends_after_its_last() -> None:
    bar = Bar("a", "Pay", "planned", 0, 5, (), "8 Jan")

    assert tasks(bar) == ["#80;ay :t1, 2027-01-04, 2027-01-09"]


def test_where_a_bar_ends_8_times_in_10_is_said_since_it_cannot_be_drawn() -> None:
    bar = Bar("a", "Pay", "running", 0, 5, (), "8 – 19 Jan", likely=(5, 10))
    (diagram,) = drawing(replace(chart(bar, GATE), often="8 in 10")).diagrams

    assert "title #87;here bars end (8 in 10) stands beside them" in diagram.text
    assert "#80;ay (in progress#44; ends 8 – 19 Jan) :t1" in diagram.text
    assert "#71;ate :milestone, t2" in diagram.text
    assert "ends" not in tasks(bar)[0]


def test_a_late_bar_is_marked_and_a_date_far_away_is_left_out() -> None:
    assert tasks(LATE, GATE) == [
        "#76;ate :crit, t1, 2027-01-11, 2027-01-16",
        "Deadline#58; #76;ate :crit, milestone, t2, 2027-01-14, 2027-01-14",
        "#71;ate :milestone, t3, 2027-01-18, 2027-01-18",
    ]


def test_a_milestone_is_late_where_its_own_day_is_behind_its_deadline() -> None:
    def gate(deadline: int) -> Bar:
        return Bar("g", "Gate", "milestone", 7, 7, (), "13 Jan", ((deadline, "deadline"),))

    assert "#71;ate :crit, milestone, t1, 2027-01-13, 2027-01-13" in tasks(gate(6))
    assert "#71;ate :milestone, t1, 2027-01-13, 2027-01-13" in tasks(gate(7))


def test_what_has_no_dates_is_not_drawn() -> None:
    bare = Timeline("plan", 0, 20, (), (BarGroup("Now", (GATE,)),))

    assert drawing(bare).diagrams == ()
    assert drawing(Graph("d", (("a", "A", ""),), ())).diagrams == ()


def test_one_diagram_stands_alone_and_several_in_code_blocks() -> None:
    graph = Graph("d", (("a", "A", ""), ("b", "B", "")), (("a", "b"),))
    write = writers()["mermaid"].write
    wrote = writers()["mermaid"].wrote
    one = write(Page("", (graph,)), Setting())
    two = write(Page("", (chart(GATE), graph)), Setting())

    assert one.startswith("flowchart LR\n")
    assert two.startswith("```mermaid\n%%{init: ")
    assert two.endswith(f"```mermaid\n{one}```\n")
    assert wrote(one)
    assert wrote(two)
    assert not wrote("flowchart TD\n    a --> b\n")


@given(edges.map(lambda found: tuple((a, b) for a, b in found if a < b)))
def test_fewer_arrows_lead_to_the_same_places(found: tuple[tuple[str, str], ...]) -> None:
    least = nx.transitive_reduction(nx.DiGraph(found))

    assert set(reduced(found)) == set(least.edges)


@given(edges)
def test_circles_keep_their_arrows_and_all_stays_within_reach(
    found: tuple[tuple[str, str], ...],
) -> None:
    before, after = nx.DiGraph(found), nx.DiGraph(reduced(found))
    after.add_nodes_from(before)

    reached = [set(nx.transitive_closure(graph).edges) for graph in (before, after)]
    assert reached[0] == reached[1]
