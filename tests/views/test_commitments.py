"""How late a forecast is and how much slack it has: never better than it is."""

from __future__ import annotations

import pytest

from roadmap.model.initiative import Initiative
from roadmap.views.pages.plan import page
from roadmap.views.phrases.commitments import lateness, slack
from tests.building import initiative, portfolio
from tests.views.viewing import answer, rows, tables, texts


@pytest.mark.parametrize(
    ("days", "late", "left"),
    [
        (1, "1 working day", "1 working day"),
        (9, "9 working days", "9 working days"),
        (10, "2 weeks", "2 weeks"),
        (13, "3 weeks", "2 weeks"),
        (15, "3 weeks", "3 weeks"),
    ],
)
def test_lateness_is_rounded_up_and_slack_is_rounded_down(
    days: int, late: str, left: str
) -> None:
    found = portfolio(initiative())

    assert (lateness(found, days), slack(found, days)) == (late, left)


def test_dates_to_keep_stand_beside_the_forecast_with_status_and_slack() -> None:
    deeds = [
        initiative("early", deadline="2027-01-20"),
        initiative("exact", deadline="2027-01-15", must="law"),
        initiative("tardy", promised="2027-01-15", effort="16w"),
        initiative("stuck", promised="2027-Q3", status="paused"),
    ]
    found = page(answer(portfolio(*deeds), {deed.id: 1 for deed in deeds}))

    assert [texts(row) for row in rows(tables(found)["promises"])] == [
        ("exact", "mandatory (regulatory)", "15 Jan", "15 Jan", "on track", "none"),
        ("tardy", "commitment", "15 Jan", "Mar", "at risk", "8 weeks late"),
        ("early", "deadline", "20 Jan", "15 Jan", "on track", "3 working days"),
        ("stuck", "commitment", "Q3", "", "not scheduled", ""),
    ]


def test_a_date_that_has_passed_without_delivery_is_missed() -> None:
    past = initiative("past", status="in_progress", promised="2027-01-15")
    found = page(answer(portfolio(past, as_of="2027-02-01"), {"past": 1}))

    (row,) = rows(tables(found)["promises"])
    assert texts(row)[4:] == ("missed", "4 weeks late")


def test_dates_of_work_that_is_over_are_kept_or_missed() -> None:
    due = "2027-01-31"
    deeds = [
        initiative("late", status="delivered", delivered="2027-02-26", promised=due),
        initiative("kept", status="delivered", delivered="2027-01-29", promised=due),
        initiative("someday", status="delivered", promised=due),
        initiative("not", status="dropped", promised=due),
        initiative("open"),
    ]
    found = page(answer(portfolio(*deeds, as_of="2027-03-01"), {"open": 1}))

    assert [texts(row) for row in rows(tables(found)["promises"])] == [
        ("kept", "commitment", "31 Jan", "delivered 29 Jan", "kept", ""),
        ("late", "commitment", "31 Jan", "delivered 26 Feb", "missed", "4 weeks late"),
        ("not", "commitment", "31 Jan", "", "dropped", ""),
        ("someday", "commitment", "31 Jan", "", "day unknown", ""),
    ]


@pytest.mark.parametrize("work", [(), (initiative("open"),)])
def test_they_stay_until_the_end_of_the_next_quarter(work: tuple[Initiative, ...]) -> None:
    late = initiative(
        "late", status="delivered", delivered="2027-02-26", promised="2027-01-31"
    )
    counts = [
        len(rows(tables(page(answer(portfolio(late, *work, as_of=day))))["promises"]))
        for day in ("2027-06-30", "2027-07-01")
    ]

    assert counts == [1, 0]
