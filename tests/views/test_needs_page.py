from __future__ import annotations

from typing import Any

from roadmap.views.pages.needs import page
from tests.building import initiative, need, outcome, portfolio
from tests.views.viewing import lines, rows, scored, tables, texts

FOUND = page(
    scored(
        portfolio(
            initiative(
                "forecast", outcomes=[outcome("bill", reach="50%", confidence="10%")]
            ),
            initiative("phones", outcomes=[outcome("answer", impact="-low")]),
            initiative("dream", status="idea", outcomes=[outcome("hardship")]),
            needs=[
                need("answer", 6, 6),
                need("bill", 8, 4),
                need("green", 4, 9),
                need("hardship", 9, 2, affects="10%"),
                need("asked", None, None),
            ],
        )
    )
)


def test_large_gaps_that_nobody_serves_come_first() -> None:
    groups = tables(FOUND)["needs"].groups

    assert [(group.title, [texts(row)[0] for row in group.rows]) for group in groups] == [
        ("Large gaps that nobody serves", ["hardship"]),
        ("Served", ["bill"]),
        ("Small gaps that nobody serves", ["asked", "answer", "green"]),
    ]


def test_a_need_says_what_it_is_worth_and_how_well_it_will_be_met() -> None:
    bill = next(row for row in rows(tables(FOUND)["needs"]) if row.cells[0] == "bill")

    # Half of all × a fifth of the gap × 10 % sure closes 1 % of the 6 that are lacking.
    assert texts(bill)[2:6] == ("8.0", "4.0", "0.48", "4.1")


def test_who_serves_who_would_and_who_harms_are_kept_apart() -> None:
    served = {row.cells[0]: texts(row)[-1] for row in rows(tables(FOUND)["needs"])}

    assert served == {
        "hardship": "not planned: dream",
        "bill": "forecast",
        "answer": "harmed by phones",
        "asked": "",
        "green": "",
    }


def test_needs_about_which_nobody_was_asked_are_named() -> None:
    assert lines(FOUND)[0] == (
        "Nobody was asked about 1 of 5 needs: asked. Their numbers are assumed."
    )


def test_the_data_tell_what_each_initiative_brings() -> None:
    data: Any = FOUND.data["needs"]
    bill = next(each for each in data if each["id"] == "bill")

    assert [(s["id"], float(s["closed"])) for s in bill["served_by"]] == [
        ("forecast", 0.01)
    ]
    assert (bill["unserved"], float(bill["predicted_satisfaction"])) == (False, 4.06)


def test_a_filter_keeps_the_needs_that_its_initiatives_serve() -> None:
    found = scored(
        portfolio(
            initiative("a", outcomes=[outcome("one")]),
            initiative("b", outcomes=[outcome("two")]),
        ),
        shown=frozenset(["b"]),
    )

    assert [texts(row)[0] for row in rows(tables(page(found))["needs"])] == ["two"]


def test_without_needs_the_page_says_how_to_begin() -> None:
    assert lines(page(scored(portfolio()))) == [
        "No need is named yet: outcomes name them, needs.yaml says how much they matter."
    ]
