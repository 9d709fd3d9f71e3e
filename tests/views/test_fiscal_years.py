"""Quarters and halves of a fiscal year: one form on every page, and what it stands for."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.periods import FiscalYear, NamedBy
from tests.answers import run
from tests.reading.cures import cures, found, written
from tests.studies.files import between, portfolio

FISCAL = {
    "portfolio.yaml": """\
title: P
start: 2027-01-04
fiscal_year_starts: 2
teams: {web: {people: 2, at_once: 1}}
""",
    "a.yaml": "title: A\neffort: {web: 4w}\ndepends_on: []\noutcomes: {n: high}\n"
    "promised: {date: 2027-Q1, to: X}\n",
    "b.yaml": "title: B\neffort: {web: 40w}\ndepends_on: [a]\noutcomes: {n: high}\n"
    "promised: {date: Q3 2027, to: X}\ndeadline: H2 2027\n",
}
ENDS = FISCAL | {
    "portfolio.yaml": FISCAL["portfolio.yaml"] + "fiscal_year_named_by: end\n",
    "a.yaml": FISCAL["a.yaml"].replace("2027-Q1", "2028-Q1"),
    "b.yaml": FISCAL["b.yaml"].replace("2027", "2028"),
}
PAGES = [
    ("plan", "terminal"), ("plan", "markdown"), ("plan", "mermaid"), ("plan", "csv"),
    ("plan", "ics"), ("report", "markdown"), ("explain b", "terminal"), ("list", "csv"),
    ("report --audience customer --status proposed", "markdown"), ("sequence", "terminal"),
]  # fmt: skip
LABEL = re.compile(r"FY[0-9]{4}-[QH][1-4]")


@pytest.mark.parametrize(("command", "form"), PAGES)
@pytest.mark.parametrize("files", [FISCAL, ENDS])
def test_every_quarter_on_a_page_is_a_fiscal_one(
    command: str, form: str, files: dict[str, str]
) -> None:
    name, *rest = command.split()
    page = run(name, files, *rest, "--format", form).stdout

    assert page
    assert not re.search(r"\b[QH][1-4]\b", LABEL.sub("", page))


@pytest.mark.parametrize(
    ("files", "this", "last"), [(FISCAL, 2026, 2027), (ENDS, 2027, 2028)]
)
def test_a_report_names_quarters_by_the_custom_of_the_portfolio(
    files: dict[str, str], this: int, last: int
) -> None:
    page = run("report", files).stdout

    assert f"FY{this} is February 2026 to January 2027." in page
    assert f"### FY{this}-Q4" in page
    assert f"### FY{last}-Q2" in page
    assert f"| FY{this}-Q4 | FY{last}-Q1 | FY{last}-Q2 |" in page
    assert f"FY{last}-H2" in page


def test_both_customs_mean_the_same_days_by_their_own_names() -> None:
    old, new = portfolio(FISCAL), portfolio(ENDS)

    assert old.initiatives["b"].deadline is not None
    assert new.initiatives["b"].deadline is not None
    assert old.initiatives["b"].deadline.last == date(2028, 1, 31)
    assert new.initiatives["b"].deadline.last == date(2028, 1, 31)


def test_a_year_that_starts_in_january_is_a_calendar_year_by_both_customs() -> None:
    assert FiscalYear(1, NamedBy.END).quarter(2027, 1) == FiscalYear().quarter(2027, 1)
    assert FiscalYear(1, NamedBy.END).label(2027, "Q1") == "Q1 2027"


@given(
    st.builds(FiscalYear, st.integers(1, 12), st.sampled_from(NamedBy)),
    st.dates(date(1980, 1, 1), date(2190, 1, 1)),
)
def test_a_day_lies_in_the_quarter_and_the_half_that_it_is_said_to(
    fiscal: FiscalYear, when: date
) -> None:
    year, quarter = fiscal.quarter_of(when)
    first, last = fiscal.quarter(year, quarter)
    half = fiscal.half(year, (quarter + 1) // 2)

    assert first <= when <= last
    assert half[0] <= when <= half[1]


@given(st.integers(2, 12), st.integers(1980, 2190))
def test_a_year_named_by_its_end_ends_in_the_year_of_its_name(
    starts: int, year: int
) -> None:
    assert FiscalYear(starts, NamedBy.START).quarter(year, 1)[0].year == year
    assert FiscalYear(starts, NamedBy.END).quarter(year, 4)[1].year == year


@pytest.mark.parametrize(
    "form", ["FY27 Q1", "Q1 FY27", "FY 2027 Q1", "fy2027-q1", "1Q FY27"]
)
def test_another_form_of_a_fiscal_quarter_is_told_the_form_to_write(form: str) -> None:
    assert cures(f'deadline: "{form}"') == ["write `FY2027-Q1`"]


@pytest.mark.parametrize("form", ["FY2027-Q1", "Q1 FY2027", "FY2027-H2", "FY2027 Q1"])
def test_a_fiscal_quarter_is_understood_as_pages_print_it(form: str) -> None:
    assert found(f"effort: 1w\ndeadline: {form}") == ()


def test_a_custom_that_is_none_is_told_both() -> None:
    assert cures(portfolio="fiscal_year_named_by: begin") == ["write `start` or `end`"]
    assert written(portfolio="fiscal_year_named_by: End") == [("end", True)]


def test_another_form_of_the_same_quarter_is_no_edit() -> None:
    same = FISCAL | {"a.yaml": FISCAL["a.yaml"].replace("2027-Q1", "FY2027-Q1")}

    assert not between(FISCAL, same).changes


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("fiscal_year_starts: 4\n", "fiscal_year_starts"),
        ("fiscal_year_starts: 2\nfiscal_year_named_by: end\n", "fiscal_year_named_by"),
    ],
)
def test_another_fiscal_year_is_one_edit_of_the_portfolio(line: str, key: str) -> None:
    other = FISCAL["portfolio.yaml"].replace("fiscal_year_starts: 2\n", line)

    changes = between(FISCAL, FISCAL | {"portfolio.yaml": other}).changes
    assert [(change.section, change.key) for change in changes] == [("portfolio", key)]


def test_a_first_fiscal_year_is_one_edit_of_the_portfolio() -> None:
    none = FISCAL["portfolio.yaml"].replace("fiscal_year_starts: 2\n", "")

    changes = between(FISCAL | {"portfolio.yaml": none}, FISCAL).changes
    assert [change.key for change in changes] == ["fiscal_year_starts"]
