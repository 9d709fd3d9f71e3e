from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from roadmap.model.initiative import Initiative, Must, Pin, Promise
from roadmap.views.page import Page, Percent, Prose, Table
from roadmap.views.pages.report import names_for, page, parts, region
from roadmap.views.part import Audience
from roadmap.views.phrases.english import count, listed
from roadmap.writers.catalogue import shows_anything, writers
from roadmap.writers.writer import Setting
from tests.building import (
    contribution,
    initiative,
    need,
    objective,
    outcome,
    period,
    portfolio,
    team,
)
from tests.views.viewing import lines, rows, scored, tables, texts

SECRET = "Leave Vendor Ltd"
ISSUE_VIEWS = (
    "summary", "now-next-later", "plan", "timeline", "needs", "dependencies", "capacity",
    "promises", "dropped", "findings",
)  # fmt: skip
TRACKED: dict[str, Any] = {
    "status_word": "hush",
    "kind": "hush",
    "priority": "hush",
    "parent": "secret-id",
    "relations": {"hush": ("secret-id", "hush")},
    "created": date(2027, 1, 2),
    "updated": date(2027, 1, 3),
}
"""What trackers note of an initiative, none of it for customers."""
WHISPERS = ("secret-id", "SECRET", "vendor", "hush")


def decided(id: str, **said: Any) -> Initiative:
    """An initiative that customers may hear of."""
    return initiative(id, **{"status": "committed"} | said)


def full() -> Any:
    """A portfolio in which everything that is not for customers says so."""
    hidden = decided(
        "secret-id",
        title=SECRET,
        outcomes=[outcome("calm", impact="high")],
        contributions=[contribution("secret-aim")],
        internal=True,
        effort={"secret-team": "3w"},
        deadline="2027-03-31",
        summary="hush",
        owners=("hush",),
        because="hush",
        tags=("hush",),
        extra={"x-note": "hush"},
        **TRACKED,
    )
    open_one = decided(
        "open",
        title="A calmer bill",
        outcomes=[outcome("calm", impact="high"), outcome("harm", impact="-low")],
        contributions=[contribution("secret-aim")],
        depends_on=["secret-id"],
        effort={"secret-team": "2w"},
        promised="2027-03-31",
        because=f"after {SECRET}",
        related=("secret-id",),
        owners=("hush",),
        overrides={"note": "hush"},
        **TRACKED,
    )
    quiet = decided("hush-hub", title="hush hub", contributions=[contribution()])
    gone = decided(
        "gone", title="A chatbot", status="dropped", because=f"{SECRET} said hush"
    )
    rests = decided("rests", title="hush rest", status="paused", because="hush")
    waits = decided("waits", title="A fast answer", outcomes=[outcome("fast")],
                       depends_on=["secret-dropped"])  # fmt: skip
    dropped = decided(
        "secret-dropped", title=SECRET, status="dropped", internal=True, because="hush"
    )
    late = decided("far", title="A fair price", outcomes=[outcome("fair")],
                      not_before="2028-01", effort={"secret-team": "9w"})  # fmt: skip
    found = portfolio(
        hidden, open_one, quiet, gone, rests, waits, dropped, late,
        title="Northwind",
        needs=[need("calm", 9, 1), need("fast", 9, 1), need("fair"), need("harm", 5, 8)],
        objectives=[objective("secret-aim"), objective("retention")],
        teams=[team("secret-team"), team()],
    )  # fmt: skip
    deeds = dict(found.initiatives)
    deeds["open"] = replace(
        deeds["open"],
        promised=Promise(period("2027-03-31"), "hush"),
        must=Must("law", "hush"),
        pin=Pin("hush", "hush"),
    )
    return replace(found, initiatives=deeds)


ANSWER = scored(full(), left_out=("secret-file.yaml: hush",))
CUSTOMER = names_for(Audience.CUSTOMER)


def everything(page: Page) -> str:
    """A page in every format that shows anything of it."""
    shown = [
        writer.write(page, setting)
        for writer in writers().values()
        for setting in (Setting(), Setting(60, all=True))
        if shows_anything(writer, page)
    ]
    return "\n".join(shown)


def test_there_is_a_view_for_each_question() -> None:
    assert [name for name in parts() if name in ISSUE_VIEWS] == list(ISSUE_VIEWS)


@pytest.mark.parametrize("views", [(), *[(name,) for name in CUSTOMER], tuple(CUSTOMER)])
def test_customers_read_nothing_internal_in_any_format(views: tuple[str, ...]) -> None:
    text = everything(page(ANSWER, views, Audience.CUSTOMER)).lower()

    assert "northwind" in text
    assert [word for word in WHISPERS if word.lower() in text] == []


@pytest.mark.parametrize("views", [(), tuple(CUSTOMER)])
def test_customers_read_neither_dates_nor_effort(views: tuple[str, ...]) -> None:
    text = everything(page(ANSWER, views, Audience.CUSTOMER))

    assert not [word for word in ("2027", "2028", "Jan", "Mar", "Q1", "week", "person")
                if word in text]  # fmt: skip


def test_customers_get_no_data_at_all() -> None:
    assert page(ANSWER, (), Audience.CUSTOMER).data == {}


def test_customers_see_their_needs_now_next_and_later_without_what_harms_them() -> None:
    table = tables(page(ANSWER, (), Audience.CUSTOMER))["horizons"]

    assert [
        (group.title, [texts(row) for row in group.rows]) for group in table.groups
    ] == [("Now", [("calm", "A calmer bill")]), ("Later", [("fair", "A fair price")])]


def test_the_timeline_of_customers_has_horizons_in_the_place_of_dates() -> None:
    (block,) = region(ANSWER, ["timeline"], Audience.CUSTOMER)

    assert isinstance(block, Table)
    assert [texts(row) for row in rows(block)] == [
        ("calm", "■", "", ""),
        ("fair", "", "", "■"),
    ]


@pytest.mark.parametrize("chosen", sorted(ANSWER.portfolio.initiatives))
def test_an_initiative_marked_internal_leaves_no_trace(chosen: str) -> None:
    deeds = dict(ANSWER.portfolio.initiatives)
    deeds[chosen] = replace(deeds[chosen], internal=True, title="NOBODY")
    hidden = replace(ANSWER, portfolio=replace(ANSWER.portfolio, initiatives=deeds))

    text = everything(page(hidden, tuple(CUSTOMER), Audience.CUSTOMER))

    assert "NOBODY" not in text


def test_the_board_reads_objectives_and_promises_against_the_forecast() -> None:
    found = tables(page(ANSWER, (), Audience.BOARD))

    assert found.keys() == {
        "customer-change",
        "delivered",
        "horizons",
        "objectives",
        "promises",
    }


def test_the_team_reads_every_view_but_the_ranking_which_is_a_page_of_its_own() -> None:
    usual = [part.name for part in parts().values() if Audience.TEAM in part.usual]

    assert usual == [name for name in parts() if name != "ranking"]


def test_views_come_in_the_order_in_which_they_are_asked_for() -> None:
    found = page(ANSWER, ("promises", "capacity", "promises"), Audience.TEAM)

    assert list(tables(found)) == ["promises", "capacity"]


def test_colleagues_read_first_what_was_left_out() -> None:
    text = everything(page(ANSWER, ("promises",), Audience.BOARD))

    assert "secret-file.yaml" in text


def test_an_objective_names_the_work_that_is_planned_for_it() -> None:
    aim = objective("calmer", baseline=81, target=88)
    found = scored(
        portfolio(
            decided("a", title="First", contributions=[contribution("calmer")]),
            decided("b", title="Harm", contributions=[
                contribution("calmer", impact="-low")]),
            objectives=[aim, objective("forgotten")],
        )
    )  # fmt: skip
    table = tables(page(found, ("objectives",)))["objectives"]

    assert [texts(row) for row in rows(table)] == [
        (
            "calmer",
            "calmer",
            "81",
            "81",
            "88",
            "",
            "+0.7 of 7; -0.6 after confidence",
            "First; harmed by Harm",
            "15 Jan",
        ),
        ("forgotten", "", "", "", "", "", "", "nothing planned", ""),
    ]


def test_the_summary_for_customers_counts_the_rows_that_follow_it() -> None:
    found = page(ANSWER, ("summary", "now-next-later"), Audience.CUSTOMER)
    groups = tables(found)["horizons"].groups
    rows = [f"{len(group.rows)} {group.title.lower()}" for group in groups]
    needs = {texts(row)[0] for group in groups for row in group.rows}

    assert lines(found)[-1] == (
        f"We are working on {count(len(needs), 'thing')} that you told us about: "
        f"{listed(rows)}."
    )


def test_the_summary_for_customers_says_that_things_are_counted_more_than_once() -> None:
    far = decided("far", outcomes=[outcome("calm")], not_before="2027-11-01")
    near = decided("near", outcomes=[outcome("calm"), outcome("fair")])
    found = page(scored(portfolio(far, near)), ("summary",), Audience.CUSTOMER)

    assert lines(found) == [
        "We are working on 2 things that you told us about: 2 now and 1 later; some "
        "appear more than once."
    ]


def test_the_summary_for_customers_does_not_split_things_of_one_horizon() -> None:
    work = decided("near", outcomes=[outcome("calm"), outcome("fair")])
    found = page(scored(portfolio(work)), ("summary",), Audience.CUSTOMER)

    assert lines(found) == ["We are working on 2 things that you told us about."]


def test_what_is_done_now_says_what_it_harms_too() -> None:
    found = scored(
        portfolio(
            decided("a", title="Fewer phones", outcomes=[
                outcome("calm", impact="high"), outcome("fast", impact="-low")]),
            decided("b", title="No phones", outcomes=[outcome("fast", impact="-low")]),
        )
    )  # fmt: skip
    table = tables(page(found, ("now-next-later",)))["horizons"]

    assert {texts(row)[:2] for row in rows(table)} == {
        ("Fewer phones", "calm; harms: fast"),
        ("No phones", "Harms: fast"),
    }


def test_capacity_is_the_share_of_people_held_in_each_quarter() -> None:
    crew = team(people=4, at_once=1)
    found = scored(portfolio(decided("a", effort="26w", outcomes=[outcome()]),
                             teams=[crew]))  # fmt: skip
    table = tables(page(found, ("capacity",)))["capacity"]

    assert [column.title for column in table.columns] == ["Team", "People", "Q1 2027"]
    (row,) = rows(table)
    assert row.cells[2].value == 1  # type: ignore[union-attr]


def test_capacity_counts_only_days_on_which_somebody_of_the_team_is_there() -> None:
    away = team("web", 2, 1, away=[("2027-01-11", "2027-04-02", None)])
    work = decided("a", effort={"web": "2w", "data": "26w"}, outcomes=[outcome()])
    found = scored(portfolio(work, teams=[away, team("data", 2, 1)]))
    web, data = rows(tables(page(found, ("capacity",)))["capacity"])

    # All of web's five days, though the plan lasts for sixty-five.
    assert [row.cells[2] for row in (web, data)] == [Percent(Fraction(1))] * 2


def test_json_says_the_same_whatever_is_shown() -> None:
    found = [page(ANSWER, views).data for views in ((), ("promises",))]

    assert json.dumps(found[0], default=str) == json.dumps(found[1], default=str)


@pytest.mark.parametrize("audience", Audience)
def test_a_view_without_anything_to_show_says_so(audience: Audience) -> None:
    found = scored(portfolio(decided("a", title="Alone")))

    (block,) = region(found, ["dropped"], audience)

    assert isinstance(block, Prose)
    assert block.lines[0].text == "There is nothing to show here yet."


def test_customers_hear_of_no_work_that_nobody_has_decided() -> None:
    work = decided("a", title="Open", outcomes=[outcome()], status="proposed")
    found = scored(portfolio(work))
    asked = replace(found, statuses=frozenset({"proposed"}))

    assert "Open" not in str(page(found, (), Audience.CUSTOMER))
    assert "Open" in str(page(asked, (), Audience.CUSTOMER))
