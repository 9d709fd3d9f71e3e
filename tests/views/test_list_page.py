from __future__ import annotations

from roadmap.views.pages.list import page
from tests.building import initiative, outcome, portfolio
from tests.views.viewing import lines, rows, scored, tables, texts


def test_rows_are_grouped_by_theme_when_there_is_more_than_one() -> None:
    billing = initiative("b", theme="billing")
    found = page(scored(portfolio(billing, initiative("a", theme="app"))))

    assert [group.title for group in tables(found)["list"].groups] == ["app", "billing"]


def test_a_row_says_what_is_missing_and_what_is_assumed() -> None:
    bare = initiative("bare", effort=None, depends_on=None, untitled=True)
    row = rows(tables(page(scored(portfolio(bare))))["list"])[0]

    assert texts(row) == (
        "bare",
        "",
        "proposed",
        "",
        "4.0",
        "no title; no outcome; no owner; dependencies not declared; assumed: effort",
    )


def test_an_enabler_lacks_no_outcome() -> None:
    star = initiative("star", outcomes=[outcome()], depends_on=["basis"], owners=("Mara",))
    basis = initiative("basis", owners=("Mara",))
    row = rows(tables(page(scored(portfolio(basis, star))))["list"])[0]

    assert texts(row)[-1] == ""


def test_committed_work_without_a_measure_says_so() -> None:
    claims = [outcome(reach="10%", confidence="10%")]
    sure = initiative("sure", status="committed", outcomes=claims, owners=("Mara",))
    row = rows(tables(page(scored(portfolio(sure))))["list"])[0]

    assert "no measure" in texts(row)[-1]


def test_delivered_and_dropped_work_is_listed_quietly() -> None:
    done = initiative("done", status="delivered")
    row = rows(tables(page(scored(portfolio(done))))["list"])[0]

    assert (row.faint, texts(row)[-1]) == (True, "")


def test_the_last_line_counts_what_there_is() -> None:
    done = initiative("done", status="delivered", effort="3w")
    found = page(scored(portfolio(done, initiative("a"), initiative("b", effort="1w"))))

    assert lines(found)[-1] == (
        "3 initiatives: 2 proposed, 1 delivered. 5 person-weeks of work left. "
        "Effort: person-weeks."
    )


def test_filters_that_let_nothing_through_say_so() -> None:
    assert lines(page(scored(portfolio(initiative()), shown=frozenset()))) == [
        "No initiative matches the filters."
    ]
