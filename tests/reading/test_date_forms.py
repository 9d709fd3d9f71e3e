"""Dates as people type them: understood, told their form here, or asked about."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.reading.date_forms import meant
from roadmap.reading.refusals import Unreadable
from roadmap.reading.scalars import Terms, period
from tests.reading.cures import cures, found, written


@pytest.mark.parametrize(
    ("text", "day"), [("Q3 2027", date(2027, 9, 30)), ("H1 2027", date(2027, 6, 30))]
)
def test_a_quarter_as_pages_print_it_is_understood(text: str, day: date) -> None:
    assert found(f"effort: 1w\ndeadline: {text}") == ()
    assert period(text, Terms()).last == day


def test_a_printed_quarter_follows_the_fiscal_year() -> None:
    terms = Terms(fiscal_year_starts=4)

    assert period("Q1 2027", terms).first == period("2027-Q1", terms).first


@pytest.mark.parametrize(
    ("right", "forms"),
    [
        ("2027-06-30", "30/06/2027, 30.06.2027, 30-06-2027, 30.6.2027, 06/30/2027"),
        ("2027-06-30", "2027/06/30, 2027.06.30, 2027-6-30, 2027-30-06, 20270630"),
        ("2027-06-30", "30 June 2027, June 30 2027, 30-Jun-2027, 30. June 2027"),
        ("2027-06-30", "June 30th 2027, Wed 30 June 2027, 2027-06-30T12:00:00Z"),
        ("2027-03-05", "5 March 2027, 5th of March 2027, March 5 2027"),
        ("2027-05-05", "05/05/2027"),
        ("2027-06", "June 2027, Jun 2027, jun-2027, 2027/06, 06/2027, 2027-6"),
        ("2027-Q3", "Q3/2027, Q3-2027, 2027 Q3, 2027Q3, 2027/Q3, 3Q 2027, q3 2027"),
        ("2027-H1", "H1/2027, 2027 H1, 1H 2027, h1 2027"),
    ],
)
def test_a_usual_form_is_told_the_form_to_write(right: str, forms: str) -> None:
    for text in forms.split(", "):
        assert cures(f'deadline: "{text}"') == [f"write `{right}`"], text
        assert written(f'deadline: "{text}"') == [(right, True)], text


def test_a_comma_in_a_date_is_understood() -> None:
    assert cures('deadline: "June 30, 2027"') == ["write `2027-06-30`"]


@pytest.mark.parametrize("text", ["05/06/2027", "5.6.2027", "5-6-2027"])
def test_a_day_that_may_be_a_month_is_asked_about(text: str) -> None:
    assert cures(f"deadline: {text}") == [
        "write `2027-06-05` or `2027-05-06`, whichever you mean"
    ]
    assert written(f"deadline: {text}") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [("30/06/27", "2027-06-30"), ("Q3 27", "2027-Q3"), ("3Q27", "2027-Q3")],
)
def test_a_year_in_two_digits_is_written_only_when_asked_for(text: str, right: str) -> None:
    assert written(f"deadline: {text}") == [(right, False)]


@pytest.mark.parametrize(
    "text", ["in June", "2027-02-30", "31/11/2027", "Q5 2027", "H3 2027"]
)
def test_what_is_no_date_is_told_the_forms(text: str) -> None:
    (cure,) = cures(f"deadline: {text}")

    assert cure == "write it as `2027-06-30`, `2027-06`, `2027-Q2` or `2027-H1`"


def test_every_place_of_a_date_understands_the_same() -> None:
    assert cures("promised: {date: 30/06/2027}\nstarted: 1 May 2027") == [
        "write `2027-06-30`",
        "write `2027-05-01`",
    ]
    assert cures(portfolio="start: 2027/01/04\nholidays: [24.12.2027]") == [
        "write `2027-01-04`",
        "write `2027-12-24`",
    ]


@given(st.text("0123456789QHqh/.- JanueT:", max_size=14))
def test_whatever_is_offered_is_a_date(text: str) -> None:
    for each in meant(text):
        assert re.fullmatch("|.* is not between 1970 and 2199", refusal(each)), each


def refusal(text: str) -> str:
    try:
        period(text, Terms())
    except Unreadable as error:
        return error.message
    return ""
