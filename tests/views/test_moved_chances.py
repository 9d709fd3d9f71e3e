"""Chances that moved, on the diff page: from what to what, and because of which edit."""

from __future__ import annotations

from roadmap.scoring.catalogue import frameworks
from roadmap.studies.difference import difference
from roadmap.views.answer import Answer
from roadmap.views.diff_data import Side
from roadmap.views.page import Page
from roadmap.views.pages.diff import page
from tests.studies.files import edited, portfolio
from tests.studies.test_chances import FILES, WIDER
from tests.views.viewing import rows, tables, texts

TITLE = ("told.yaml", "title: Told", "title: Told again")


def compared(
    old: dict[str, str], new: dict[str, str], shown: frozenset[str] | None = None
) -> Page:
    found = difference(portfolio(old), portfolio(new), forecast=True)
    framework = frameworks()[found.new.framework]
    answer = Answer(found.new.portfolio, framework, plan=found.new.plan, shown=shown)
    return page(answer, found, (Side("main"), Side("work")))


def cells(page: Page) -> list[tuple[str, ...]]:
    return [texts(row) for row in rows(tables(page)["chances"])]


def test_a_chance_that_falls_names_the_only_edit() -> None:
    found = compared(FILES, edited(FILES, WIDER))
    ((title, date, chance, cause),) = cells(found)

    assert (title, date) == ("Told", "commitment to a partner by 29 Jan")
    before, after = chance.split(" → ")
    assert (before[-2:], after[-2:]) == (" %", " %")
    assert before != after
    assert cause == "“Told” changed from 3w to 0.5w..5.5w"


def test_a_new_title_is_no_reason_for_a_chance() -> None:
    ((*_, cause),) = cells(compared(FILES, edited(FILES, WIDER, TITLE)))

    assert "0.5w..5.5w" in cause


def test_several_edits_that_move_no_date_have_a_combined_effect() -> None:
    later = ("told.yaml", "2027-01-29", "2027-03-26")
    ((_, date, _, cause),) = cells(compared(FILES, edited(FILES, WIDER, later)))

    assert date == "commitment to a partner by 26 Mar (was 29 Jan)"
    assert cause == "combined effect of 2 edits"


def test_a_cost_that_decides_what_is_funded_is_a_cause() -> None:
    limited = {
        "portfolio.yaml": "start: 2027-01-04\nframework: value-effort\n"
        "teams: {web: {people: 1, at_once: 1}}\nfunding: {cost: 60}\n",
        "told.yaml": FILES["told.yaml"].replace("3w", "2w..4w")
        + "value-effort: {value: 10}\n",
        "other.yaml": "title: Other\neffort: {web: 3w}\ndepends_on: []\ncost: 50\n"
        "value-effort: {value: 90}\n",
    }
    dearer = edited(limited, ("other.yaml", "cost: 50", "cost: 70"))
    ((*_, cause),) = cells(compared(limited, dearer))

    assert cause == "the cost of “Other” changed: 50 → 70"


def test_a_cost_that_nothing_limits_is_no_reason_for_a_chance() -> None:
    priced = edited(FILES, ("told.yaml", "depends_on", "cost: 50\ndepends_on"))
    dearer = ("told.yaml", "cost: 50", "cost: 70")
    ((*_, cause),) = cells(compared(priced, edited(priced, WIDER, dearer)))

    assert "0.5w..5.5w" in cause


def test_where_the_delivery_moves_too_its_cause_stands_beside_the_chance() -> None:
    wide = edited(FILES, WIDER)
    need = "needs:\n  speed: {statement: Faster}\n"
    more = edited(
        wide,
        ("told.yaml", "0.5w..5.5w", "4w..8w"),
        ("portfolio.yaml", "people: 1}}\n", "people: 1}}\n" + need),
    )
    ((*_, cause),) = cells(compared(wide, more))

    assert cause.startswith("It moves 3.0 weeks later because “Told”")


def test_what_filters_leave_out_has_no_row() -> None:
    found = compared(FILES, edited(FILES, WIDER), frozenset())

    assert "chances" not in tables(found)
