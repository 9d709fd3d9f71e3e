from __future__ import annotations

from roadmap.views.page import Block, Findings, Graph, Prose, Table, empty
from roadmap.views.pages.report import page
from roadmap.views.pictures import Board, Landscape
from tests.building import initiative, outcome, portfolio
from tests.views.viewing import lines, prose, rows, scored, tables, texts

FOUND = page(
    scored(
        portfolio(
            initiative("basis", title="One login", effort="4w"),
            initiative(
                "star", title="The forecast", outcomes=[outcome()], depends_on=["basis"]
            ),
            initiative("later", title="Solar", outcomes=[outcome()], not_before="2027-09"),
            initiative("late", title="Cars", effort="20w", promised="2027-01-29"),
            initiative("idea", title="Heat pumps?", status="idea"),
            initiative("bold", title="Boldly", depends_on=["idea"]),
            initiative("gone", title="A chatbot", status="dropped", because="it annoyed"),
            initiative("rests", title="Neighbours", status="paused"),
            title="Northwind",
            vision="Nobody fears a bill",
        )
    )
)


def heading(block: Block) -> str:
    return "" if isinstance(block, Findings) else block.title


def test_the_document_begins_with_the_vision_and_ends_with_a_count_of_findings() -> None:
    assert FOUND.title == "Northwind roadmap"
    assert lines(FOUND)[0] == "Nobody fears a bill"
    assert FOUND.blocks[-1] == Findings((), brief=True)


def test_its_parts_come_in_the_order_in_which_they_are_asked_for() -> None:
    pictures = (Board, Landscape)
    shown = (b for b in FOUND.blocks if not empty(b) and not isinstance(b, pictures))
    titles = [heading(block) for block in shown if heading(block)]

    assert titles == [
        "Summary",
        "Now, next and later",
        "Deliveries by quarter",
        "Timeline",
        "Needs",
        "Dependencies",
        "Team utilisation",
        "Deadlines and commitments",
        "Not scheduled",
        "What we will not do",
        "Paused",
    ]


def test_the_summary_says_how_much_there_is_and_what_is_at_risk() -> None:
    summary = prose(FOUND, "Summary")

    assert summary[0].startswith("Scope: 4 initiatives, 32 person-weeks for 4 people")
    assert "At risk: the only commitment (“Cars”, 6 weeks late)." in summary


def test_the_summary_tells_deadlines_from_commitments() -> None:
    found = page(
        scored(
            portfolio(
                initiative("soon", title="Cars", effort="20w", promised="2027-01-29"),
                initiative("easy", title="Vans", effort="1w", promised="2029-01-31"),
                initiative("law", title="Bills", effort="1w", deadline="2029-01-31"),
                initiative("fee", title="Fees", effort="1w", deadline="2029-02-28"),
            )
        )
    )
    assert [line for line in prose(found, "Summary") if "commitment" in line] == [
        "At risk: 1 of 2 commitments (“Cars”, 7 weeks late).",
        "On track: both deadlines and 1 of 2 commitments.",
    ]


def test_an_initiative_says_what_it_is_for_or_what_it_unblocks() -> None:
    table = tables(FOUND)["horizons"]

    assert [
        (group.title, [texts(row)[:2] for row in group.rows]) for group in table.groups
    ] == [
        (
            "Now",
            [
                ("One login", "Unblocks “The forecast”"),
                ("Cars", ""),
                ("The forecast", "know-my-bill"),
            ],
        ),
        ("Later", [("Solar", "know-my-bill")]),
    ]


def test_the_plan_lists_what_each_quarter_delivers() -> None:
    assert [group.title for group in tables(FOUND)["quarters"].groups] == [
        "Q1 2027",
        "Q3 2027",
    ]


def test_the_document_speaks_of_titles_and_never_of_ids() -> None:
    told = [*lines(FOUND), *(text for table in tables(FOUND).values() for row in rows(table)
            for text in texts(row))]  # fmt: skip

    assert not [text for text in told if "bold" in text or "basis" in text]
    assert "“Boldly” depends on “Heat pumps?”, which is only an idea." in told


def test_what_will_not_be_done_says_why() -> None:
    assert prose(FOUND, "What we will not do") == ["A chatbot: It annoyed."]
    assert prose(FOUND, "Paused") == ["Neighbours"]


def test_dependencies_are_drawn_between_open_work_only() -> None:
    graph = next(block for block in FOUND.blocks if isinstance(block, Graph))

    assert graph.edges == (("idea", "bold"), ("basis", "star"))


def test_a_portfolio_without_initiatives_is_a_document_too() -> None:
    found = page(scored(portfolio()))
    shown = [block for block in found.blocks if not empty(block)]

    assert lines(found) == ["There are no initiatives here yet."]
    assert not [block for block in shown if isinstance(block, Table | Prose)][1:]
