"""When things are delivered: ranges where there is a forecast, on every page."""

from __future__ import annotations

import re
from datetime import date

import pytest

from roadmap.model.portfolio import Portfolio
from roadmap.views.answer import Answer
from roadmap.views.blocks.board import board
from roadmap.views.blocks.objectives import objectives_table
from roadmap.views.blocks.outlook import by_quarter, now_next_later
from roadmap.views.blocks.summary import summary
from roadmap.views.page import Table
from roadmap.views.pages.forecast import page as forecast_page
from roadmap.views.pages.plan import page as plan_page
from roadmap.views.phrases.dates import deserved
from roadmap.views.phrases.deliveries import final_delivery
from tests.building import contribution, initiative, objective, portfolio, team
from tests.simulation.forecasting import forecast_of
from tests.views.viewing import rows, scored, tables, texts

RANGE = "Mar – May"  # of 10 to 20 weeks, from 4 January on


def whole() -> Portfolio:
    """Long work, and short work after it."""
    long = initiative(
        "long", effort={"web": "10w..20w"}, contributions=[contribution("growth")]
    )
    short = initiative("short", effort={"web": "1w..2w"}, depends_on=["long"])
    return portfolio(
        long, short, teams=[team("web", 1, 1)], objectives=[objective("growth")]
    )


def foretold(**options: object) -> Answer:
    return scored(whole(), forecast=forecast_of(whole()), **options)


def column(table: Table, id: str, heading: str) -> str:
    """What a table says of an initiative under a heading."""
    place = [each.title for each in table.columns].index(heading)
    return next(texts(row)[place] for row in rows(table) if row.id == id)


@pytest.mark.parametrize("block", [now_next_later, by_quarter])
def test_a_report_says_where_8_in_10_end_or_the_date_of_the_plan(block: object) -> None:
    assert callable(block)
    sure, unsure = scored(whole()), foretold()

    (table,) = block(unsure, unsure.plan)
    assert column(table, "long", "Delivery (8 in 10)") == RANGE
    (table,) = block(sure, sure.plan)
    assert column(table, "long", "Delivery") == "Apr"


def test_work_stays_under_the_horizon_in_which_it_starts() -> None:
    for answer in (scored(whole()), foretold()):
        assert answer.plan is not None
        (table,) = now_next_later(answer, answer.plan)

        assert [(it.title, [row.id for row in it.rows]) for it in table.groups] == [
            ("Now", ["long"]),
            ("Next", ["short"]),
        ]


def test_cards_of_a_board_say_how_often() -> None:
    found = []
    for answer in (foretold(), scored(whole())):
        assert answer.plan is not None
        drawn = board(answer, answer.plan)
        found.append((drawn.lanes[0].cards[0].date, drawn.often))

    assert found == [(RANGE, "8 in 10"), ("Apr", "")]


def test_objectives_and_the_summary_say_ranges_too() -> None:
    answer = foretold()
    assert answer.plan is not None
    (table,) = objectives_table(answer, answer.plan)
    said = summary(answer, answer.plan).lines[0].text

    assert table.columns[-1].title == "Final delivery (8 in 10)"
    assert texts(rows(table)[0])[-1] == RANGE
    assert said.endswith("final delivery: Mar – Jun (8 in 10).")


def test_the_summary_says_how_likely_what_is_at_risk_is() -> None:
    due = initiative("due", effort={"web": "2w..4w"}, promised="2027-01-22", title="Due")
    one = portfolio(due, teams=[team("web", 1, 1)])
    answer = scored(one, forecast=forecast_of(one))
    assert answer.plan is not None
    (said,) = (it.text for it in summary(answer, answer.plan).lines if "At risk" in it.text)

    named = r"“Due” with a chance of 5\d ± 1 %"
    assert re.fullmatch(rf"At risk: the only commitment \({named}\)\.", said)


def test_the_last_of_some_work_ends_no_sooner_than_any_of_it() -> None:
    answer = foretold()
    assert answer.plan is not None
    slots = answer.plan.slots

    assert final_delivery(answer, [slots["long"]]) == RANGE
    assert final_delivery(answer, list(slots.values())) == "Mar – Jun"
    assert final_delivery(scored(whole()), list(slots.values())) == "Apr"


def test_the_timeline_and_dates_to_keep_say_how_often() -> None:
    kept = initiative("kept", effort={"web": "10w..20w"}, promised="2027-06-30")
    one = portfolio(kept, teams=[team("web", 1, 1)])
    page = plan_page(scored(one, forecast=forecast_of(one)))
    titles = [it.title for it in tables(page)["promises"].columns]

    assert "Forecast (8 in 10)" in titles
    assert page.blocks[0].often == "8 in 10"  # type: ignore[union-attr]
    exact = plan_page(scored(one, forecast=forecast_of(one), exact=True))
    assert exact.blocks[0].often == ""  # type: ignore[union-attr]


def test_the_date_of_a_plan_is_as_precise_as_its_range() -> None:
    day = date(2027, 2, 12)  # within now, where dates are days

    assert deserved(whole(), day) == "12 Feb"
    assert deserved(whole(), day, apart=21) == "12 Feb"
    assert deserved(whole(), day, apart=22) == "Feb"
    assert deserved(whole(), day, apart=184) == "Q1"
    assert deserved(whole(), date(2027, 12, 3), apart=5) == "3 Dec"
    assert deserved(whole(), day, apart=5, assumed=True) == "Feb"


def test_a_forecast_shows_the_plan_as_precisely_as_its_range() -> None:
    table = tables(forecast_page(foretold()))["forecast"]

    assert (column(table, "long", "Plan"), column(table, "long", "8 in 10")) == (
        "Apr",
        RANGE,
    )
