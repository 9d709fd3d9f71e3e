"""Work that would end after 2199, the last year that a date can name."""

from __future__ import annotations

from datetime import date
from time import process_time
from typing import Any

import pytest

from roadmap.checks.run import findings
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Minimise, Portfolio
from roadmap.sequencing.results import Plan, Unplaced, UnplacedKind
from roadmap.views.blocks.out_of_order import worth_a_price
from roadmap.views.pages import explain, plan
from tests.building import initiative, portfolio, team
from tests.checks.reading import was_read
from tests.views.viewing import answer, lines, prose

CREW = (team("slow", 1, 1, focus="20%"), team("web", 1, 1), team("data", 1, 1))
CENTURY = {"slow": "1040w"}
"""A century of work; 173 years are left of the calendar."""


def planned(*work: Initiative) -> Plan:
    found = answer(portfolio(*work, teams=CREW), {it.id: 1 for it in work})
    assert found.plan is not None
    return found.plan


def beyond(*ids: str) -> list[Unplaced]:
    return [Unplaced(id, UnplacedKind.BEYOND) for id in ids]


def test_what_would_end_after_the_last_year_is_not_scheduled() -> None:
    first, second = (initiative(id, effort=CENTURY) for id in ("first", "second"))
    found = planned(first, second, initiative("short", effort={"web": "1w"}))

    assert list(found.unplaced) == beyond("second")
    assert set(found.slots) == {"first", "short"}


def test_what_waits_for_it_is_not_scheduled_either_and_says_why() -> None:
    first, second = (initiative(id, effort=CENTURY) for id in ("first", "second"))
    follower = initiative("follower", effort={"data": "1w"}, depends_on=["second"])
    last = initiative("last", effort={"data": "1w"}, depends_on=["follower"])
    found = answer(
        portfolio(first, second, follower, last, teams=CREW),
        {"first": 9, "second": 1, "follower": 1, "last": 1},
    )

    assert prose(plan.page(found), "Not scheduled") == [
        "“second” would end after 2199, the last year of the calendar.",
        "“follower” and “last” depend on “second”, which would end after 2199, the last "
        "year of the calendar.",
    ]
    (said,) = prose(explain.page(found, "second"), "Schedule")
    assert said == "Not scheduled: it would end after 2199, the last year of the calendar."


@pytest.mark.parametrize("key", [{"status": "in_progress"}, {"pin": "the fair"}])
def test_work_in_progress_and_pinned_work_are_no_exception(key: dict[str, Any]) -> None:
    found = planned(*(initiative(id, effort=CENTURY, **key) for id in ("first", "second")))

    assert [unplaced.kind for unplaced in found.unplaced] == [UnplacedKind.BEYOND]
    assert len(found.slots) == 1


def test_work_may_end_on_the_last_day_and_no_later() -> None:
    def on(day: str, effort: str) -> Plan:
        return planned(initiative("a", effort={"web": effort}, not_before=day))

    assert not on("2199-12-30", "2d").unplaced  # a Monday and a Tuesday
    assert on("2199-12-30", "3d").unplaced
    assert not on("2199-12-31", "0d").unplaced
    assert on("2199-12-31", "2d").unplaced


def test_what_leads_to_no_value_is_left_out_before_what_has_value() -> None:
    work = [initiative(id, effort=CENTURY) for id in ("idle", "worth")]
    found = answer(portfolio(*work, teams=CREW), {"worth": 1})

    assert found.plan is not None
    assert list(found.plan.unplaced) == beyond("idle")


@pytest.mark.usefixtures("quick_plans")
@pytest.mark.parametrize("minimise", list(Minimise))
def test_a_plan_never_ends_after_the_calendar(minimise: Minimise) -> None:
    work = [
        initiative(f"i{n}",
                   effort={"slow": f"{40 * (n % 5 + 1)}w", "data": f"{60 * n + 1}w"},
                   deadline="2100-01-01" if n % 3 else None, must="law" if n % 2 else None)
        for n in range(14)
    ]  # fmt: skip
    whole = portfolio(*work, teams=CREW, minimise=minimise)
    found = answer(whole, {each.id: int(each.id[1:]) % 4 for each in work})
    assert found.plan is not None

    ends = [slot.last_day for slot in found.plan.slots.values()]
    assert whole.calendar.date_of(max(ends)) <= date(2199, 12, 31)
    assert set(found.plan.slots).isdisjoint(unplaced.id for unplaced in found.plan.unplaced)
    assert len(found.plan.slots) + len(found.plan.unplaced) == len(work)
    assert worth_a_price(found, found.plan) is not None
    assert lines(plan.page(found))


def _crowd(weeks: int) -> Portfolio:
    work = [initiative(f"i{n}", effort={"web": f"{weeks}w"}) for n in range(30)]
    return portfolio(*work, teams=[team("web", 1, 1)])


def _seconds(whole: Portfolio) -> float:
    before = process_time()
    answer(whole, {f"i{n}": n % 7 for n in range(30)})
    return process_time() - before


def test_time_does_not_grow_with_the_length_of_the_calendar() -> None:
    _seconds(_crowd(1))

    assert _seconds(_crowd(290)) < 4 * _seconds(_crowd(1)) + 1


def test_ten_thousand_years_of_work_take_no_time() -> None:
    work = [initiative(f"i{n}", effort={"web": "1040w"}) for n in range(5)]
    slow = portfolio(*work, teams=[team("web", 0.1, focus="10%")], holidays=["2027-05-03"])
    before = process_time()
    found = answer(slow, {"i1": 1}).plan

    assert found is not None
    assert len(found.unplaced) == 5
    assert process_time() - before < 2


def test_a_deadline_that_the_work_alone_misses_by_centuries_is_told_without_a_date() -> (
    None
):
    files = {
        "portfolio.yaml": "start: 2027-01-04\nteams: {web: {people: 0.1, focus: 10%}}\n",
        "a.yaml": "title: A\neffort: {web: 900w}\ndeadline: 2027-06-30\n",
    }
    said = [finding.message for finding in findings(was_read(files), plan=True)]

    assert (
        "deadline `2027-06-30` cannot be met: the work alone takes until after 2199" in said
    )
