from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from roadmap.sequencing.results import SolveStatus
from roadmap.views.page import Page
from roadmap.views.pages.sequence import page
from tests.building import initiative, portfolio, team
from tests.views.viewing import answer, lines, rows, tables, texts

LOGIN = initiative("login", effort="5w")
MOVE = initiative("move", effort="7w", depends_on=["login"])
AGENTS = initiative("agents", effort="10w", depends_on=["login"])
VALUES = {"login": 6, "move": 126, "agents": 158}
BUNDLE = page(answer(portfolio(LOGIN, MOVE, AGENTS), VALUES))


def test_a_bundle_shows_its_arithmetic_below_its_members() -> None:
    table = rows(tables(BUNDLE)["sequence"])

    assert [(row.mark, *texts(row)[:8]) for row in table] == [
        ("┌", "1", "login", "6.0", "", "5.0", "1.2", "", "13.2"),
        ("│", "2", "move", "126.0", "", "7.0", "18.0", "", "13.2"),
        ("└", "3", "agents", "158.0", "", "10.0", "15.8", "", "13.2"),
        ("", "", "", "290.0", "÷", "22.0", "", "=", "13.2"),
    ]
    assert [row.rule for row in table] == [False, False, False, True]


def test_an_enabler_is_pulled_forward_and_what_it_unblocks_includes_its_effort() -> None:
    assert [texts(row)[8] for row in rows(tables(BUNDLE)["sequence"])][:3] == [
        "▲ pulled forward to unblock “agents” and 1 more",
        "▼ includes prerequisite effort (“login”)",
        "▼ includes prerequisite effort (“login”)",
    ]


def test_what_comes_in_other_bundles_is_unblocked_and_changes_no_score() -> None:
    first = initiative("first", effort="1w")
    second = initiative("second", effort="1w", depends_on=["first"])
    found = page(answer(portfolio(first, second), {"first": 9, "second": 1}))

    assert [texts(row)[8:] for row in rows(tables(found)["sequence"])] == [
        ("", "second"),
        ("", ""),
    ]


def test_running_and_pinned_work_comes_before_all_bundles() -> None:
    running = initiative("running", status="in_progress")
    pinned = initiative("pinned", pin="the board wants it")
    found = page(answer(portfolio(running, pinned, initiative()), {"a": 50}))
    groups = tables(found)["sequence"].groups

    assert [(group.title, texts(group.rows[0])[1]) for group in groups] == [
        ("In progress", "running"),
        ("Pinned, with prerequisites", "pinned"),
        ("By value for effort", "a"),
    ]


def test_mandatory_work_starts_no_later_than_its_chain_allows() -> None:
    # Two people, one at a time: 2 weeks of work by two people last 5 working days.
    rating = initiative("rating", effort={"web": "2w"})
    law = initiative(
        "law",
        effort={"web": "4w"},
        must="law",
        deadline="2027-06-30",
        depends_on=["rating"],
    )
    found = page(answer(portfolio(rating, law, teams=[team("web", 2, 1)])))
    group = tables(found)["musts"].groups[0]

    assert group.title == "Mandatory (regulatory), due 30 Jun"
    assert [texts(row)[0::3] for row in group.rows] == [
        ("rating", "10 Jun"),
        ("law", "17 Jun"),
    ]


def test_days_off_move_the_latest_start_back() -> None:
    law = initiative("law", effort={"web": "2w"}, must="law", deadline="2027-06-30")
    crew = [team("web", 2, 1, away=[("2027-06-28", "2027-06-29", None)])]
    found = page(answer(portfolio(law, teams=crew)))

    assert texts(rows(tables(found)["musts"])[0])[3] == "22 Jun"


def test_mandatory_work_that_is_late_already_says_so() -> None:
    law = initiative("law", effort="40w", must="law", deadline="2027-01-15")
    found = page(answer(portfolio(law)))

    # 40 weeks by 2 of 4 people take 100 working days.
    said = texts(rows(tables(found)["musts"])[0])[3]
    assert said == "31 Aug 2026, too late already"


def overdue(**rest: Any) -> Page:
    """An overdue law and its enabler, which rank below what has more value."""
    work = [
        initiative("enabler", effort={"web": "8w"}),
        initiative("law", effort={"web": "4w"}, depends_on=["enabler"],
                   must="law", deadline="2027-01-29"),
        initiative("big", effort={"web": "2w"}),
    ]  # fmt: skip
    found = portfolio(*work, teams=[team("web", 2, 1)], **rest)
    return page(answer(found, {"law": 5, "big": 9}))


def test_the_ranking_says_which_work_the_plan_brings_forward_and_since_when() -> None:
    found = overdue()

    assert lines(found)[0] == (
        "The plan starts “enabler” and “law” ahead of this ranking: “law” is mandatory, "
        "and “enabler” had to start by 21 Dec 2026."
    )
    table = {texts(row)[1]: texts(row)[8] for row in rows(tables(found)["sequence"])}
    assert table["enabler"].startswith("had to start by 21 Dec 2026; ▲")
    assert table["big"] == ""


def test_the_day_on_which_overdue_work_had_to_start_heeds_days_off() -> None:
    found = overdue(as_of="2027-01-11", holidays=["2027-01-05", "2027-01-06"])

    # Two days off more within the eight weeks: two days sooner.
    assert "“enabler” had to start by 17 Dec 2026." in lines(found)[0]


def test_overdue_work_that_ranks_first_is_marked_and_contradicts_nothing() -> None:
    law = initiative("law", effort={"web": "40w"}, must="law", deadline="2027-01-29")
    later = initiative("later", effort={"web": "2w"})
    found = page(answer(portfolio(law, later, teams=[team("web", 2, 1)]), {"law": 900}))

    assert not any("ahead of this ranking" in line for line in lines(found))
    (why, *_) = (texts(row)[8] for row in rows(tables(found)["sequence"]))
    assert "had to start by" in why


def test_mandatory_work_that_can_still_be_met_is_not_called_overdue() -> None:
    law = initiative("law", effort={"web": "2w"}, must="law", deadline="2027-06-30")
    big = initiative("big", effort={"web": "2w"})
    found = page(answer(portfolio(law, big, teams=[team("web", 2, 1)]), {"big": 9}))

    assert not any("had to start" in line for line in lines(found))


def test_work_that_had_to_start_before_any_calendar_is_no_crash() -> None:
    law = initiative("law", effort={"web": "1040w"}, must="law", deadline="1970-01-01")
    crew = [team("web", 0.1, 0.1, focus="10%")]

    assert lines(page(answer(portfolio(law, teams=crew), {"law": 1})))


def test_the_verdict_compares_the_ranking_with_the_naive_order_and_the_best() -> None:
    star = initiative("star", effort="2w", depends_on=["slow"])
    slow = initiative("slow", effort="10w")
    steady = initiative("steady", effort="4w")
    found = page(answer(portfolio(star, slow, steady), {"star": 30, "steady": 20}))

    # Best: steady, slow, star: (20 × 4 + 30 × 16) ÷ 50 = 11.2.
    # Naive: slow, star, steady: (30 × 12 + 20 × 16) ÷ 50 = 13.6.
    assert lines(found)[0] == (
        "Average time to value: 11.2 weeks of work (naive order: 13.6, 21 % longer; "
        "proven optimal)."
    )


def test_without_any_value_dependencies_alone_rank_initiatives() -> None:
    found = page(answer(portfolio(initiative("a", depends_on=["b"]), initiative("b"))))

    said = "No initiative has a value yet, so dependencies alone rank them."
    assert said in lines(found)


@pytest.mark.parametrize(
    ("bound", "proof"),
    [
        (560, "proven optimal"),
        (555, "proven minimum: 11.1, so within 1 % of optimal"),
        (500, "proven minimum: 10.0, not tight"),
        (0, "proven minimum: 0.0, not tight"),
    ],
)
def test_a_ranking_says_how_far_from_optimal_it_may_be(bound: int, proof: str) -> None:
    steady = initiative("steady", effort="4w")
    found = answer(portfolio(initiative("star", effort="12w"), steady), {"star": 50})
    assert found.sequence
    status = SolveStatus.OPTIMAL if bound == 560 else SolveStatus.BOUNDED
    other = replace(
        found.sequence, cost=Fraction(560), bound=Fraction(bound), status=status
    )

    (said, *_) = lines(page(replace(found, sequence=other)))
    assert said.endswith(f"; {proof}).")


def test_numbers_that_do_not_add_up_as_printed_are_said_to_be_rounded() -> None:
    login, move = initiative("login", effort="5w"), replace(MOVE, depends_on=("login",))
    whole = answer(portfolio(login, move), {"login": 1.04, "move": 90})
    uneven = answer(portfolio(login, move), {"login": 1.04, "move": 90.04})
    hidden = replace(uneven, shown=frozenset(["move"]))

    said = "Numbers are rounded, so a column may differ from its sum in the last digit."
    assert [said in lines(page(each))[2] for each in (whole, uneven, hidden)] == [
        False,
        True,
        False,
    ]


def test_what_is_not_scheduled_says_why() -> None:
    idea = initiative("idea", status="idea")
    waits = initiative("waits", depends_on=["idea"])
    found = page(answer(portfolio(idea, waits)))

    assert lines(found)[-2:] == [
        "“waits” depends on “idea”, which is only an idea.",
        "1 idea: “idea” (include with --ideas).",
    ]


def test_many_alike_collapse_to_a_line() -> None:
    many = [initiative(f"i{number:02}") for number in range(20)]
    values = {each.id: 8 for each in many}

    found = answer(portfolio(*many), values)
    short, whole = page(found), page(replace(found, all=True))

    assert texts(rows(tables(short)["sequence"])[-1])[:2] == (
        "…20",
        "and 17 more with this score (--all)",
    )
    assert len(rows(tables(whole)["sequence"])) == 20


def test_a_sum_over_rows_that_are_not_shown_says_how_many() -> None:
    whole = answer(portfolio(LOGIN, MOVE, AGENTS), VALUES)
    found = page(replace(whole, shown=frozenset(["login", "move"])))

    assert texts(rows(tables(found)["sequence"])[-1])[:5] == (
        "",
        "with 1 not shown",
        "290.0",
        "÷",
        "22.0",
    )
