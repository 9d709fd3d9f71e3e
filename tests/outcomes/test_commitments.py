"""Whether dates that somebody was told were kept, and how long pages remember it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from roadmap.diagnostics import Place
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.model.published import Published, PublishedDates
from roadmap.outcomes.commitments import (
    Commitment,
    DateSource,
    Verdict,
    overdue,
    recently_settled,
    settled,
)
from tests.building import initiative, period, portfolio


def only(
    one: Initiative, as_of: str = "2027-03-01", holidays: Iterable[str] = ()
) -> Commitment:
    (found,) = settled(portfolio(one, as_of=as_of, holidays=holidays))
    return found


def done(on: str | None, due: str = "2027-01-31") -> Initiative:
    return initiative("a", status="delivered", delivered=on, promised=due)


@pytest.mark.parametrize("on", ["2027-01-04", "2027-01-31"])
def test_a_delivery_by_the_date_keeps_it(on: str) -> None:
    found = only(done(on))

    assert (found.verdict, found.days_late) == (Verdict.KEPT, 0)


def test_a_later_delivery_misses_it_by_working_days() -> None:
    found = only(done("2027-02-26"))

    assert (found.verdict, found.days_late) == (Verdict.MISSED, 20)


def test_a_day_off_is_no_day_late_but_late_is_never_none() -> None:
    free = ["2027-02-01", "2027-02-02"]

    assert only(done("2027-02-03"), holidays=free).days_late == 1
    assert only(done("2027-02-01"), holidays=free).days_late == 1
    assert only(done("2027-01-09", "2027-01-08")).days_late == 1


def test_a_delivery_in_a_quarter_that_is_not_over_counts_until_today() -> None:
    found = only(done("2027-Q1", "2027-02-28"), as_of="2027-02-15")

    assert (found.verdict, str(found.day)) == (Verdict.KEPT, "2027-02-15")


def test_without_a_day_nobody_knows_and_dropped_work_was_not_delivered() -> None:
    assert only(done(None)).verdict is Verdict.UNKNOWN
    dropped = only(initiative("a", status="dropped", promised="2027-01-31"))
    assert (dropped.verdict, dropped.days_late) == (Verdict.DROPPED, None)


def test_deadlines_are_kept_or_missed_too() -> None:
    late = initiative(
        "a", status="delivered", delivered="2027-02-01", deadline="2027-01-31"
    )

    assert not only(late).commitment
    assert only(late).verdict is Verdict.MISSED


@pytest.mark.parametrize(("as_of", "shown"), [("2027-06-30", 1), ("2027-07-01", 0)])
def test_pages_show_it_until_the_end_of_the_next_quarter(as_of: str, shown: int) -> None:
    found = portfolio(done("2027-02-26"), as_of=as_of)

    assert len(recently_settled(found)) == shown
    assert len(settled(found)) == 1


@pytest.mark.parametrize(("as_of", "shown"), [("2027-05-31", 1), ("2027-06-01", 0)])
def test_quarters_are_those_of_the_fiscal_year(as_of: str, shown: int) -> None:
    found = portfolio(done("2027-02-26"), as_of=as_of, fiscal_year_starts=3)

    assert len(recently_settled(found)) == shown


@pytest.mark.parametrize("status", ["proposed", "in_progress", "paused"])
def test_open_work_is_not_judged(status: str) -> None:
    assert settled(portfolio(initiative("a", status=status, promised="2027-01-31"))) == ()


def test_work_delivered_after_as_of_is_not_judged() -> None:
    assert settled(portfolio(done("2027-02-26"), as_of="2027-02-25")) == ()


def test_a_date_that_was_told_first_counts_before_the_one_in_the_file() -> None:
    found = portfolio(done("2027-02-26", "2027-02-28"), as_of="2027-03-01")
    told = {"a": (period("2027-01-31"), DateSource.FIRST_TOLD)}

    assert settled(found)[0].verdict is Verdict.KEPT
    (judged,) = settled(found, told)
    assert (judged.verdict, judged.source) == (Verdict.MISSED, DateSource.FIRST_TOLD)


def told(on: str, *, promised: str | None = None, status: str = "delivered") -> Portfolio:
    """A delivery of work that was published for January."""
    day, last = date(2027, 1, 15), date(2027, 1, 31)
    place = Place("published.yaml")
    dates = {"a": PublishedDates("a", day, day, "Jan 2027", last, place)}
    done = on if status == "delivered" else None
    one = initiative("a", status=status, delivered=done, promised=promised)
    whole = portfolio(one, as_of=on)
    return replace(whole, published=Published(day, "customer-value", dates))


def test_without_a_commitment_the_last_day_that_people_were_shown_counts() -> None:
    (kept,), (missed,) = settled(told("2027-01-29")), settled(told("2027-02-26"))

    assert (kept.verdict, kept.due.text) == (Verdict.KEPT, "Jan 2027")
    assert (missed.verdict, missed.days_late) == (Verdict.MISSED, 20)
    assert {commitment.source for commitment in (kept, missed)} == {DateSource.PUBLISHED}


def test_a_commitment_says_more_than_what_was_published() -> None:
    (found,) = settled(told("2027-02-26", promised="2027-03-31"))

    assert (found.verdict, found.source) == (Verdict.KEPT, DateSource.FILE)


def test_open_work_is_overdue_once_its_published_date_has_passed() -> None:
    assert dict(overdue(told("2027-02-01", status="committed"))) == {"a": 1}
    assert dict(overdue(told("2027-01-31", status="committed"))) == {}
