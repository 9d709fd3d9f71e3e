from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from roadmap.views.answer import Answer
from roadmap.views.page import Number, Row
from roadmap.views.pages.score import page
from tests.building import initiative, need, outcome, portfolio
from tests.views.viewing import answer, lines, rows, scored, tables, texts

LOGIN = initiative("login", effort="5w")
MOVE = initiative("move", effort="7w", depends_on=["login"])
AGENTS = initiative("agents", effort="10w", depends_on=["login"])
ENABLED = answer(portfolio(LOGIN, MOVE, AGENTS), {"login": 6, "move": 126, "agents": 158})


def told(found: Answer) -> list[tuple[str, ...]]:
    return [texts(row) for row in shown(found)]


def shown(found: Answer) -> list[Row]:
    return rows(tables(page(found))["score"])


def test_the_best_score_comes_first_and_close_ones_share_a_place() -> None:
    assert [row[:3] for row in told(ENABLED)] == [
        ("1", "move", "18.0"),
        ("=", "agents", "15.8"),
        ("3", "login", "1.2"),
    ]


def test_the_last_cell_of_a_row_is_its_ranking_and_why() -> None:
    assert [row[-1] for row in told(ENABLED)] == [
        "2nd, includes prerequisite effort (“login”)",
        "3rd, includes prerequisite effort (“login”)",
        "1st, pulled forward to unblock “agents” and 1 more",
    ]


def test_what_has_no_score_says_what_is_missing() -> None:
    assert told(answer(portfolio(initiative("law"))))[0][5] == "no outcome"


def test_enablers_come_before_what_has_no_score_for_want_of_an_outcome() -> None:
    basis = initiative("basis", outcomes=[])
    opening = initiative("opening", effort="0d")
    star = initiative("star", depends_on=["basis", "opening"], outcomes=[outcome()])
    found = page(scored(portfolio(basis, opening, star, initiative("law"), needs=[need()])))

    groups = tables(found)["score"].groups
    assert [
        (group.title, [texts(row)[1:6:4] for row in group.rows]) for group in groups
    ] == [
        ("", [("star", "reach, confidence")]),
        (
            "Enablers: valued through what they unblock",
            [("opening", "milestone: no effort"), ("basis", "")],
        ),
        ("Not scored", [("law", "no outcome")]),
    ]


def test_the_key_tells_how_near_tied_scores_are() -> None:
    near = "Tied scores (=) are within 15 % of the first in their group."

    assert near in lines(page(ENABLED))[-1]
    assert "Tied" not in lines(page(answer(portfolio(LOGIN), {"login": 6})))[-1]


def test_what_is_delivered_or_dropped_is_not_ranked() -> None:
    done = initiative("done", status="delivered")
    gone = initiative("gone", status="dropped")
    found = answer(portfolio(done, gone, initiative()), {"a": 1, "done": 9, "gone": 9})

    assert [row[:2] for row in told(found)] == [("1", "a")]


def test_rows_are_sorted_by_value_or_by_effort_when_asked() -> None:
    small = initiative("small", effort="1w")
    big = initiative("big", effort="10w")
    values = {"small": 5, "big": 20}

    by_value = answer(portfolio(small, big), values, sort="value")
    by_effort = answer(portfolio(small, big), values, sort="effort")

    assert [row[1] for row in told(by_value)] == ["big", "small"]
    assert [row[1] for row in told(by_effort)] == ["small", "big"]


def test_of_a_long_tie_only_the_first_few_are_shown_unless_all_are_wanted() -> None:
    many = [initiative(f"i{number:02}") for number in range(30)]
    values = {each.id: 8 for each in many}

    found = answer(portfolio(*many), values)
    short, whole = told(found), told(replace(found, all=True))

    assert [row[1] for row in short] == [
        "i00", "i01", "i02", "and 27 more in this tie, down to 2.0 (--all)",
    ]  # fmt: skip
    assert len(whole) == 30


def test_what_is_assumed_of_nearly_all_is_said_once_and_not_in_each_row() -> None:
    many = [initiative(f"i{number}", effort=None) for number in range(6)]
    found = answer(portfolio(*many), {each.id: number for number, each in enumerate(many)})

    assert lines(page(found))[0] == (
        "Assumed for all, so not repeated below: effort (6 of 6)."
    )
    assert {row[5] for row in told(found)} == {""}


def test_a_filter_chooses_rows_and_changes_no_number() -> None:
    filtered = answer(
        ENABLED.portfolio,
        {"login": 6, "move": 126, "agents": 158},
        shown=frozenset(["login"]),
    )

    assert told(filtered) == [row for row in told(ENABLED) if row[1] == "login"]


def test_a_portfolio_without_initiatives_says_so() -> None:
    assert lines(page(answer(portfolio())))[0] == "There are no initiatives here yet."


def test_what_could_not_be_read_is_said_first() -> None:
    found = answer(portfolio(initiative()), left_out=("billing/broken.yaml",))

    assert lines(page(found))[0] == "Left out: billing/broken.yaml"


def test_a_number_that_rests_on_an_assumption_is_marked_and_the_key_says_so() -> None:
    found = answer(portfolio(initiative("a", effort=None), LOGIN), {"a": 8, "login": 6})

    marked = {texts(row)[1]: row.cells[4] for row in shown(found)}
    assert marked == {
        "a": Number(Fraction(4), assumed=True),
        "login": Number(Fraction(5)),
    }
    assert lines(page(found))[-1].endswith(
        "Numbers marked ~ rest on assumptions (--all lists them)."
    )
    assert "~" not in lines(page(ENABLED))[-1]


def test_a_value_is_marked_where_its_reach_is_assumed() -> None:
    found = scored(portfolio(initiative(effort="2w", outcomes=[outcome()])))

    assert [(row.cells[3], row.cells[4]) for row in shown(found)] == [
        (Number(Fraction(5, 2), assumed=True), Number(Fraction(2)))
    ]


def test_the_few_whose_evidence_would_change_the_ranking_most_are_named() -> None:
    work = [
        initiative(id, effort=f"{weeks}w", outcomes=[outcome()])
        for id, weeks in (("a", 2), ("b", 3), ("c", 4), ("d", 5), ("e", 6))
    ]
    (said,) = (it for it in lines(page(scored(portfolio(*work)))) if "Evidence that" in it)

    # Requests allow 3.5 times as much as nothing does, so each would be above all others.
    assert said == (
        "Evidence that would change the ranking most: “e” (requests: 5th to 1st), “d” "
        "(requests: 4th to 1st) and “c” (requests: 3rd to 1st)."
    )


def test_evidence_that_would_change_no_rank_is_not_asked_for() -> None:
    work = [
        initiative("a", effort="1w", outcomes=[outcome()]),
        initiative("b", effort="9w", outcomes=[outcome()]),
    ]

    assert not any("Evidence that" in it for it in lines(page(scored(portfolio(*work)))))
