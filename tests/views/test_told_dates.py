"""What people are told of a date: the words of a report, with the year and last day."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.views.phrases.dates import deserved, ranged
from roadmap.views.phrases.told_dates import told_date, told_range
from tests.building import portfolio


@pytest.mark.parametrize(
    ("when", "text", "last"),
    [
        (date(2027, 1, 8), "8 Jan 2027", date(2027, 1, 8)),
        (date(2027, 2, 15), "Feb 2027", date(2027, 2, 28)),
        (date(2027, 5, 17), "Q2 2027", date(2027, 6, 30)),
        (date(2028, 2, 1), "Q1 2028", date(2028, 3, 31)),
    ],
)
def test_a_date_covers_as_much_as_its_words(when: date, text: str, last: date) -> None:
    found = told_date(portfolio(), when)

    assert (found.text, found.last) == (text, last)
    assert text.removesuffix(" 2027") == deserved(portfolio(), when)


@pytest.mark.parametrize(
    ("first", "last", "text", "until"),
    [
        (date(2027, 1, 7), date(2027, 1, 12), "7 – 12 Jan 2027", date(2027, 1, 12)),
        (date(2027, 1, 28), date(2027, 2, 10), "28 Jan – 10 Feb 2027", date(2027, 2, 10)),
        (date(2027, 2, 1), date(2027, 4, 2), "Feb – Apr 2027", date(2027, 4, 30)),
        (date(2027, 12, 1), date(2028, 4, 2), "Dec 2027 – Apr 2028", date(2028, 4, 30)),
        (date(2027, 1, 5), date(2027, 1, 5), "5 Jan 2027", date(2027, 1, 5)),
        (date(2027, 2, 1), date(2027, 11, 2), "Q1 – Q4 2027", date(2027, 12, 31)),
    ],
)
def test_a_range_covers_its_last_word(
    first: date, last: date, text: str, until: date
) -> None:
    found = told_range(portfolio(), first, last)

    assert (found.text, found.last) == (text, until)
    short = text.removesuffix(" 2027").replace(" 2027", "")
    assert ranged(portfolio(), first, last) == short


def test_a_range_of_assumed_effort_is_told_in_months() -> None:
    found = told_range(portfolio(), date(2027, 1, 7), date(2027, 1, 12), assumed=True)

    assert (found.text, found.last) == ("Jan 2027", date(2027, 1, 31))


def test_quarters_of_a_fiscal_year_keep_their_names() -> None:
    fiscal = portfolio(fiscal_year_starts=4)
    found = told_range(fiscal, date(2027, 4, 7), date(2028, 1, 12))

    assert (found.text, found.last) == ("FY2027-Q1 – FY2027-Q4", date(2028, 3, 31))
