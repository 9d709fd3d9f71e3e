from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from roadmap.model.portfolio import Portfolio
from roadmap.views.answer import Answer
from roadmap.views.page import Page
from roadmap.views.pages.list import COLUMNS, page
from roadmap.views.readable import readable
from roadmap.writers.catalogue import writers
from roadmap.writers.text.csv_text import csv_text
from roadmap.writers.writer import Setting
from tests.building import initiative, outcome, portfolio
from tests.simulation.forecasting import forecast_of
from tests.views.viewing import lines, rows, tables, texts
from tests.views.viewing import scored as planned

MISSING = [column.title for column in COLUMNS].index("Missing or assumed")


def scored(whole: Portfolio, **options: Any) -> Answer:
    """An answer without a plan, as `list` has it unless dates are asked for."""
    return replace(planned(whole, **options), plan=None)


def test_rows_are_grouped_by_theme_when_there_is_more_than_one() -> None:
    billing = initiative("b", theme="billing")
    found = page(scored(portfolio(billing, initiative("a", theme="app"))))

    assert [group.title for group in tables(found)["list"].groups] == ["app", "billing"]


def test_a_row_says_what_is_missing_and_what_is_assumed() -> None:
    bare = initiative("bare", effort=None, depends_on=None, untitled=True)
    row = rows(tables(page(scored(portfolio(bare))))["list"])[0]

    assert texts(row)[:7] == (
        "bare",
        "bare",
        "",
        "proposed",
        "",
        "4.0",
        "no title; no outcome; no owner; dependencies not declared; assumed: effort",
    )


def test_an_enabler_lacks_no_outcome() -> None:
    star = initiative("star", outcomes=[outcome()], depends_on=["basis"], owners=("Mara",))
    basis = initiative("basis", owners=("Mara",))
    row = rows(tables(page(scored(portfolio(basis, star))))["list"])[0]

    assert texts(row)[MISSING] == ""


def test_committed_work_without_a_measure_says_so() -> None:
    claims = [outcome(reach="10%", confidence="10%")]
    sure = initiative("sure", status="committed", outcomes=claims, owners=("Mara",))
    row = rows(tables(page(scored(portfolio(sure))))["list"])[0]

    assert "no measure" in texts(row)[MISSING]


def test_delivered_and_dropped_work_is_listed_quietly() -> None:
    done = initiative("done", status="delivered")
    row = rows(tables(page(scored(portfolio(done))))["list"])[0]

    assert (row.faint, texts(row)[MISSING]) == (True, "")


def test_the_last_line_counts_what_there_is() -> None:
    done = initiative("done", status="delivered", effort="3w")
    found = page(scored(portfolio(done, initiative("a"), initiative("b", effort="1w"))))

    assert lines(found)[-1] == (
        "3 initiatives: 2 proposed, 1 delivered. 5 person-weeks of work left. "
        "Effort: person-weeks."
    )


def test_filters_that_let_nothing_through_say_so() -> None:
    assert lines(page(scored(portfolio(initiative()), shown=frozenset()))) == [
        "No initiative matches the filters."
    ]


def _terminal(page: Page, width: int) -> str:
    return writers()["terminal"].write(page, Setting(width=width))


def noted() -> Page:
    """A list of one initiative that a tracker knows, and one that it does not."""
    tracked = initiative(
        "a",
        kind="bug",
        owners=("Ana", "Ben"),
        priority="P1",
        parent="EPIC-1",
        created=date(2026, 11, 30),
        relations={"replaces": ("b", "c"), "see-also": ("d",)},
        because="it waits",
    )
    return page(scored(portfolio(tracked, initiative("b"))))


def test_pages_show_kind_and_owners_and_leave_the_rest_to_programs() -> None:
    shown = readable(tables(noted())["list"])

    assert [column.title for column in shown.columns] == [
        "Initiative", "Id", "Kind", "Status", "Owner", "Effort", "Missing or assumed",
    ]  # fmt: skip
    assert texts(rows(shown)[0])[2:5] == ("bug", "proposed", "Ana, Ben")


def test_csv_has_everything_that_a_tracker_noted() -> None:
    head, first, *_ = csv_text(noted(), all=False).splitlines()

    assert head.endswith(",Priority,Parent,Created,Updated,Because,Relations")
    assert first.endswith(',P1,EPIC-1,2026-11-30,,it waits,"replaces: b, c; see-also: d"')


def test_a_kind_that_nobody_states_takes_no_room() -> None:
    shown = readable(tables(page(scored(portfolio(initiative()))))["list"])

    assert "Kind" not in [column.title for column in shown.columns]


def test_owners_whose_names_hold_commas_stay_apart() -> None:
    both = initiative("a", owners=("Doe, Jane", "Ben"))
    shown = tables(page(scored(portfolio(both))))["list"]

    assert "Doe, Jane; Ben" in texts(rows(shown)[0])


def test_the_data_holds_every_fact_under_its_key() -> None:
    one, other = noted().data["initiatives"]

    assert {key: one[key] for key in ("kind", "owners", "priority", "parent")} == {
        "kind": "bug", "owners": ["Ana", "Ben"], "priority": "P1", "parent": "EPIC-1",
    }  # fmt: skip
    assert one["relations"] == {"replaces": ["b", "c"], "see-also": ["d"]}
    assert (one["created"], one["updated"]) == ("2026-11-30", None)
    assert (other["kind"], other["owners"], other["relations"]) == (None, [], {})


def test_titles_come_first_and_ids_follow_where_they_fit() -> None:
    found = page(
        scored(portfolio(initiative("bill-forecast", title="Forecast the next bill")))
    )
    narrow, wide = (_terminal(found, width) for width in (50, 200))

    assert narrow.splitlines()[2].startswith("Initiative")
    assert "Forecast" in narrow
    assert "bill-forecast" not in narrow
    assert "Forecast the next bill" in wide
    assert "bill-forecast" in wide


def test_work_without_a_title_is_listed_by_its_id() -> None:
    found = page(scored(portfolio(initiative("bare", untitled=True, title="bare"))))

    assert "bare" in _terminal(found, 50)


def dated(whole: Portfolio, **options: Any) -> list[dict[str, str]]:
    """The rows of a list with dates, by their headings."""
    table = tables(page(planned(whole, **options)))["list"]
    heads = [column.title for column in table.columns]
    return [dict(zip(heads, texts(row), strict=True)) for row in rows(table)]


def test_a_list_without_a_plan_has_no_dates() -> None:
    titles = [
        it.title for it in tables(page(scored(portfolio(initiative()))))["list"].columns
    ]

    assert not any("Delivery" in title or title in ("Start", "End") for title in titles)


def test_deliveries_are_as_precise_as_they_deserve() -> None:
    (row,) = dated(portfolio(initiative("a", effort="60w")))

    assert (row["Delivery"], row["End"]) == ("Q3", "2027-07-30")
    assert row["85 % date"] == ""


def test_a_forecast_shows_where_8_in_10_end() -> None:
    whole = portfolio(initiative("a", effort="20w..40w"))
    (row,) = dated(whole, forecast=forecast_of(whole))

    assert row["Delivery (8 in 10)"] == "Mar – May"  # 10 to 20 weeks for two people
    assert row["85 % date"] > row["End"]


def test_work_that_is_over_says_when_and_work_that_cannot_start_says_so() -> None:
    done = initiative("done", status="delivered", delivered="2026-11-30")
    idea = initiative("idea", status="idea")
    gone = initiative("gone", status="dropped")

    found = [row["Delivery"] for row in dated(portfolio(done, gone, idea))]
    assert found == ["30 Nov 2026", "", "not scheduled"]
