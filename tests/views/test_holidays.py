"""Days late, slack, moves and lengths are days on which people work, on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap.checks.run import findings
from roadmap.model.calendar import Calendar, Period
from roadmap.model.initiative import Initiative
from roadmap.model.portfolio import Portfolio
from roadmap.scoring.catalogue import frameworks
from roadmap.sequencing.prices import priced
from roadmap.studies.history import snapshot, trails
from roadmap.studies.outlook import outlook
from roadmap.views.answer import Answer
from roadmap.views.diff_data import Side
from roadmap.views.pages import diff, explain, plan
from tests.building import initiative, portfolio, team
from tests.checks.reading import was_read
from tests.studies.files import SHOP, between, edited
from tests.studies.files import portfolio as of_files
from tests.views.viewing import answer, lines, prose, rows, tables, texts

HOLIDAYS = ("2027-01-06", "2027-01-07")
"""A Wednesday and a Thursday of the first week."""


def shop(*work: Initiative) -> Portfolio:
    """A team of one person, from Monday, 4 January 2027."""
    return portfolio(*work, teams=[team("web", 1, 1)], holidays=HOLIDAYS)


def slacks(found: Answer) -> list[str]:
    return [texts(row)[-1] for row in rows(tables(plan.page(found))["promises"])]


def test_holidays_are_no_days_of_lateness_or_slack() -> None:
    late = initiative("late", effort={"web": "4d"}, promised="2027-01-05")
    early = initiative("early", effort={"web": "1d"}, promised="2027-01-08")

    assert slacks(answer(shop(late), {"late": 1})) == ["2 working days late"]
    assert slacks(answer(shop(early), {"early": 1})) == ["2 working days"]


def test_a_day_late_by_holidays_alone_is_still_late() -> None:
    told = initiative("told", effort="0d", not_before="2027-01-07", promised="2027-01-05")

    assert slacks(answer(shop(told), {"told": 1})) == ["1 working day late"]


def test_slack_that_holidays_fill_is_none() -> None:
    told = initiative("told", effort={"web": "2d"}, promised="2027-01-07")

    assert slacks(answer(shop(told), {"told": 1})) == ["none"]


def test_mandatory_work_is_as_late_in_the_summary_as_in_the_table() -> None:
    law = initiative("law", effort={"web": "4d"}, deadline="2027-01-05", must="law")
    found = answer(shop(law), {"law": 1})

    assert "Mandatory work is 2 working days late: “law”." in lines(plan.page(found))
    assert slacks(found) == ["2 working days late"]


def test_a_pin_makes_mandatory_work_later_by_days_that_people_work() -> None:
    law = initiative("law", effort={"web": "1d"}, deadline="2027-01-05", must="law")
    first = initiative("first", effort={"web": "3d"}, pin="the fair")
    found = answer(shop(law, first), {"law": 1, "first": 1})
    assert found.scores is not None
    assert found.sequence is not None
    assert found.plan is not None
    prices = priced(found.portfolio, found.scores, found.sequence, found.plan)

    assert [(it.id, it.late) for it in prices.prices if it.late] == [("first", 2)]
    page = plan.page(replace(found, plan=prices))
    assert any("2 working days" in line for line in lines(page))


def test_explain_counts_the_days_of_work_and_the_holidays_apart() -> None:
    work = initiative("work", effort={"web": "4d"})
    (schedule, *_) = prose(
        explain.page(answer(shop(work), {"work": 1}), "work"), "Schedule"
    )

    assert "4 working days and 2 holidays, set by team web" in schedule


def with_holidays(files: dict[str, str]) -> dict[str, str]:
    line = f"holidays: [{', '.join(HOLIDAYS)}]\n"
    return files | {"portfolio.yaml": files["portfolio.yaml"] + line}


def test_diff_moves_dates_by_days_that_people_work() -> None:
    old = with_holidays(edited(SHOP, ("ledger-events.yaml", "data: 3w", "data: 2d")))
    new = edited(old, ("ledger-events.yaml", "data: 2d", "data: 4d"))
    found = between(old, new)
    framework = frameworks()[found.new.framework]
    page = diff.page(
        Answer(found.new.portfolio, framework, plan=found.new.plan), found,
        (Side("main"), Side("work")),
    )  # fmt: skip
    moves = {texts(row)[0]: texts(row)[3] for row in rows(tables(page)["moves"])}

    assert moves["Events"] == "2 working days later"


def test_log_counts_slips_in_days_that_people_work() -> None:
    old = with_holidays(edited(SHOP, ("ledger-events.yaml", "data: 3w", "data: 2d")))
    new = edited(old, ("ledger-events.yaml", "data: 2d", "data: 4d"))
    seen = tuple(
        snapshot(name, date(2027, 1, 4), name, outlook(of_files(files)))
        for name, files in (("one", old), ("two", new))
    )
    slips = {it.id: it.slip for it in trails(seen, of_files(new).calendar)}

    assert slips["ledger-events"] == 2


def test_check_counts_lateness_as_the_plan_does() -> None:
    files = {
        "portfolio.yaml": "start: 2027-01-04\nholidays: [2027-01-06, 2027-01-07]\n"
        "teams: {web: {people: 1, at_once: 1}}\n",
        "a.yaml": "title: A\neffort: {web: 4d}\npromised: {date: 2027-01-05, to: X}\n",
    }
    every = findings(was_read(files), plan=True)
    (said,) = (
        diagnostic.message
        for diagnostic in every
        if diagnostic.rule.name == "premature-promise"
    )

    assert said.endswith(", 2 working days late")


dates = st.integers(0, 60).map(lambda days: date(2027, 1, 4) + timedelta(days=days))
holidays = st.lists(
    st.builds(lambda first, days: Period(first, first + timedelta(days=days)),
              dates, st.integers(0, 9)),
    max_size=4,
)  # fmt: skip


@given(holidays, st.integers(-10, 60), st.integers(-10, 60))
def test_days_of_work_are_the_numbered_days_that_are_no_holidays(
    holidays: list[Period], one: int, other: int
) -> None:
    calendar = Calendar(date(2027, 1, 4), holidays=tuple(holidays))
    after, until = min(one, other), max(one, other)
    free = {day for holiday in holidays for day in calendar.days_of(holiday)}
    worked = sum(day not in free for day in range(after + 1, until + 1))

    assert calendar.worked_days(after, until) == worked
    assert calendar.worked_days(until, after) == -worked
    assert calendar.days_later(after, until) == max(worked, until > after)
