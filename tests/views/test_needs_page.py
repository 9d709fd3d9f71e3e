from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from roadmap.model.initiative import Initiative
from roadmap.views.page import Page, Percent
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


def test_unaddressed_opportunities_come_first() -> None:
    groups = tables(FOUND)["needs"].groups

    assert [(group.title, [texts(row)[0] for row in group.rows]) for group in groups] == [
        ("Unaddressed opportunities", ["hardship"]),
        ("Addressed", ["bill"]),
        ("Other unaddressed needs", ["asked", "answer", "green"]),
    ]


def test_a_need_says_whom_it_affects_and_its_projected_satisfaction() -> None:
    bill = next(row for row in rows(tables(FOUND)["needs"]) if row.cells[0] == "bill")

    # Half of all × an impact of a fifth × 10 % confidence adds 1 % of the missing 6.
    assert bill.cells[1] == Percent(Fraction(1))
    assert texts(bill)[2:6] == ("8.0", "4.0", "0.48", "4.1")


def test_what_addresses_what_would_and_what_harms_a_need_are_kept_apart() -> None:
    served = {row.cells[0]: texts(row)[-1] for row in rows(tables(FOUND)["needs"])}

    assert served == {
        "hardship": "not scheduled: dream",
        "bill": "forecast",
        "answer": "harmed by phones",
        "asked": "",
        "green": "",
    }


def test_initiatives_are_called_by_their_titles() -> None:
    bills = initiative("bill-forecast", title="Forecast bills", outcomes=[outcome("bill")])
    found = page(scored(portfolio(bills)))

    assert texts(rows(tables(found)["needs"])[0])[-1] == "Forecast bills"


def test_needs_that_were_not_surveyed_are_named() -> None:
    assert lines(FOUND)[0] == (
        "Not surveyed (1 of 5 needs), so importance and satisfaction are assumed: “asked”."
    )


def test_the_data_tell_what_each_initiative_brings() -> None:
    data: Any = FOUND.data["needs"]
    bill = next(each for each in data if each["id"] == "bill")

    assert [(s["id"], float(s["closed"])) for s in bill["served_by"]] == [
        ("forecast", 0.01)
    ]
    assert (bill["unserved"], float(bill["predicted_satisfaction"])) == (False, 4.06)


def test_a_filter_keeps_the_needs_that_its_initiatives_address() -> None:
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
        "No needs yet: name them in the `outcomes` of an initiative, then rate their "
        "importance and satisfaction in needs.yaml."
    ]


DELIVERED = initiative(
    "forecast",
    outcomes=[outcome("bill", confidence="10%")],
    status="delivered",
    delivered="2026-12-01",
)


def needs_page(delivered: Initiative, surveyed: str | None = None) -> Page:
    bill = need("bill", 8, 4, surveyed=surveyed)
    return page(scored(portfolio(delivered, needs=[bill])))


def test_delivered_work_addresses_a_need_until_customers_are_asked_again() -> None:
    since = needs_page(DELIVERED, "2026-11-30")
    before = needs_page(DELIVERED, "2026-12-31")

    assert [texts(row)[-2:] for row in rows(tables(since)["needs"])] == [
        ("4.1", "delivered: forecast")
    ]
    assert [texts(row)[-2:] for row in rows(tables(before)["needs"])] == [("4.0", "")]
    assert [each["delivered"] for each in since.data["needs"][0]["served_by"]] == [True]


def test_a_survey_without_a_date_is_said_to_be_older_than_deliveries() -> None:
    why = "as no survey of these needs has a date (`surveyed`)"
    said = f"Delivered work counts, {why}: “bill”."

    assert said in lines(needs_page(DELIVERED))
    assert said not in lines(needs_page(DELIVERED, "2026-11-30"))


def test_a_delivery_without_a_date_is_said_to_be_in_the_number() -> None:
    undated = replace(DELIVERED, delivered=None)

    assert (
        "Delivered on an unknown day, so taken as known to customers when asked: forecast."
    ) in lines(needs_page(undated))
