from __future__ import annotations

from datetime import date

import pytest

from roadmap.model.calendar import Calendar
from roadmap.reading import scalars
from roadmap.reading.scalars import Terms
from roadmap.views.horizons import Horizon, horizon, last_day
from roadmap.views.pages.plan import page
from roadmap.views.phrases.dates import dates_of, deserved, stated
from tests.building import initiative, period, portfolio
from tests.views.viewing import answer, lines, rows, tables, texts


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2027, 1, 8), "8 Jan"),
        (date(2027, 2, 12), "12 Feb"),
        (date(2027, 2, 15), "Feb"),
        (date(2027, 5, 14), "May"),
        (date(2027, 5, 17), "Q2"),
        (date(2028, 2, 1), "Q1 2028"),
    ],
)
def test_a_date_is_as_precise_as_its_horizon(when: date, said: str) -> None:
    assert deserved(portfolio(), when) == said


def test_assumed_effort_is_never_better_than_a_month() -> None:
    assert deserved(portfolio(), date(2027, 1, 8), assumed=True) == "Jan"


def test_exact_dates_are_days_wherever_they_lie() -> None:
    assert deserved(portfolio(), date(2028, 2, 1), exact=True) == "1 Feb 2028"


def test_a_quarter_is_one_of_the_fiscal_year() -> None:
    fiscal = portfolio(fiscal_year_starts=4)

    # 4 January 2027 lies in the year that began in April 2026.
    assert deserved(fiscal, date(2027, 6, 1)) == "FY2027-Q1"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2027-06-30", "30 Jun"),
        ("2028-06-30", "30 Jun 2028"),
        ("2027-07", "Jul"),
        ("2026-12", "Dec 2026"),
        ("2027-Q2", "Q2"),
        ("2028-Q1", "Q1 2028"),
        ("2027-H1", "H1"),
    ],
)
def test_a_date_that_somebody_wrote_is_as_precise_as_they_wrote_it(
    written: str, said: str
) -> None:
    assert stated(portfolio(), period(written)) == said


def test_a_stated_quarter_or_half_of_a_fiscal_year_has_one_form_however_written() -> None:
    terms = Terms(fiscal_year_starts=4)
    fiscal = portfolio(fiscal_year_starts=4)

    for text in ("2026-Q4", "Q4 2026", "FY2026-Q4", "FY2026 Q4", "Q4 FY2026"):
        assert stated(fiscal, scalars.period(text, terms)) == "FY2026-Q4", text
    for text in ("2027-H1", "H1 2027", "FY2027-H1"):
        assert stated(fiscal, scalars.period(text, terms)) == "FY2027-H1", text


def test_a_quarter_written_as_pages_print_it_is_printed_as_a_quarter() -> None:
    assert stated(portfolio(), period("Q2 2028")) == "Q2 2028"
    assert stated(portfolio(), period("Q2 2027")) == "Q2"


def test_now_ends_after_six_weeks_and_next_a_quarter_later() -> None:
    standing = portfolio()
    calendar = Calendar(date(2027, 1, 4))

    assert calendar.date_of(last_day(standing, Horizon.NOW)) == date(2027, 2, 12)
    assert calendar.date_of(last_day(standing, Horizon.NEXT)) == date(2027, 5, 14)
    assert [horizon(standing, day) for day in (0, 29, 30, 94, 95)] == [
        "now", "now", "next", "next", "later",
    ]  # fmt: skip


def test_horizons_count_from_where_the_portfolio_stands() -> None:
    assert horizon(portfolio(as_of="2027-02-15"), 59) is Horizon.NOW


def test_a_milestone_has_the_date_of_the_last_day_of_the_work_that_it_ends() -> None:
    work = initiative("work", effort="4w")
    gate = initiative("gate", effort="0d", depends_on=["work"])
    after = initiative("after", effort="0d", depends_on=["gate"])
    found = answer(portfolio(work, gate, after))
    assert found.plan

    assert [
        dates_of(found.portfolio, found.plan.slots[id]) for id in ("work", "gate", "after")
    ] == [
        (date(2027, 1, 4), date(2027, 1, 15)),
        (date(2027, 1, 15), date(2027, 1, 15)),
        (date(2027, 1, 15), date(2027, 1, 15)),
    ]


def test_a_milestone_that_ends_no_work_has_its_own_date() -> None:
    gate = initiative("gate", effort="0d", not_before="2027-02-01")
    found = answer(portfolio(gate))
    assert found.plan

    assert dates_of(found.portfolio, found.plan.slots["gate"]) == (
        date(2027, 2, 1),
        date(2027, 2, 1),
    )


def test_a_milestone_is_late_by_the_date_that_is_printed_for_it() -> None:
    day = initiative(
        "day", effort="0d", not_before="2027-01-12", deadline="2027-01-11",
        must="law", promised="2027-01-11",
    )  # fmt: skip
    found = page(answer(portfolio(day)))

    assert "Mandatory work is 1 working day late: “day”." in lines(found)
    assert [texts(row)[-2:] for row in rows(tables(found)["promises"])] == [
        ("at risk", "1 working day late")
    ] * 2
